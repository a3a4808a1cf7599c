import { expect, test } from 'vitest'
import { textOfLine } from '../document/line.ts'
import { readTextLines } from '../formats/read-text.ts'
import { withoutContents } from './contents.ts'
import { withoutFurniture } from './furniture.ts'

const kept = (text: string) =>
  withoutFurniture(readTextLines(text, false).lines, { opensItem: (line) => /^Recommendation \d/.test(line) }).lines.map(textOfLine)

const TASKS = ['', 'reply', 'publish', 'consult', 'apologise']

test('running feet and page numbers go, whatever their number; labels at the head of a page stay', () => {
  const page = (n: number) => `Recommendation ${n}\n\nThe council should ${TASKS[n]}.\n\nInspection of Northtown\n\n${n}\n`
  expect(kept([1, 2, 3, 4].map(page).join('\f'))).toEqual(
    [1, 2, 3, 4].flatMap((n) => [`Recommendation ${n}`, `The council should ${TASKS[n]}.`]),
  )
})

test('a table of contents goes, with page numbers or as a list of headings that return', () => {
  const numbered = 'Contents\n\nIntroduction 2\nRecommendations 10\nAnnex 30\n\nIntroduction\n\nText.\n'
  const named = 'Contents\nIntroduction\nRecommendations\n\nSome text.\n\nIntroduction\n\nRecommendations\n'
  const left = (text: string) => withoutContents(readTextLines(text, false).lines).lines.map(textOfLine)
  expect(left(numbered)).toEqual(['Introduction', 'Text.'])
  expect(left(named)).toEqual(['Some text.', 'Introduction', 'Recommendations'])
})
