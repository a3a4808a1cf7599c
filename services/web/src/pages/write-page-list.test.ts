import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { routes } from '../paths/paths.ts'
import type { Page } from '../site/page.ts'
import * as pages from './page-list.ts'
import { pageListFile, pageListFrom, pageSources } from './write-page-list.ts'

test('the committed list has every page that a file declares: `npm run schema` writes it', async () => {
  expect(await readFile(pageListFile, 'utf8')).toBe(pageListFrom(await pageSources()))
})

test('every address has one page, and every page an address', () => {
  const taken = Object.values<Page>(pages).map(({ route }) => route)
  expect(taken.toSorted()).toEqual(Object.values<string>(routes).toSorted())
})

test('a file without pages is not listed, one with two is listed once', () => {
  const planted = [
    { location: 'loan/loan-pages.ts', text: 'export const loansPage = pageAt(a, b)\nexport const loanPage = pageAt(c, d)\n' },
    { location: 'loan/loan-view.ts', text: 'export const loanView = () => 1\n' },
  ]
  expect(pageListFrom(planted).split('\n').slice(1)).toEqual(["export { loansPage, loanPage } from '../loan/loan-pages.ts'", ''])
})
