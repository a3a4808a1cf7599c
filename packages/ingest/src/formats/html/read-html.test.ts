import { expect, test } from 'vitest'
import { readHtmlBlocks } from './read-html.ts'

const texts = (body: string) => readHtmlBlocks(`<html><body>${body}</body></html>`).blocks.map((b) => (b.kind === 'table' ? '' : b.text))

test.each([
  '<p hidden>The board should sack its auditor.</p>',
  '<p style="display:none">The board should sack its auditor.</p>',
  '<p><del>The board should sack its auditor.</del></p>',
])('what nobody sees is not read: %s', (hidden) => {
  expect(texts(`<p>The council should publish its plan.</p>${hidden}`).join(' ')).toBe('The council should publish its plan.')
})
