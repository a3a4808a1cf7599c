import { expect, test } from 'vitest'
import type { Block } from '../../document/block.ts'
import { sentencesAreParagraphs } from './sentence-headings.ts'

const kindOf = (text: string, level: number | null = null) => {
  const heading: Block = { kind: 'heading', text, level, at: { page: null, paragraph: 1 } }
  return sentencesAreParagraphs([heading])[0]?.kind
}

test.each([
  ['We recommended that the clinic:', 'paragraph'],
  ['Therefore, the Bureau recommends that the Road Authority:', 'paragraph'],
  ['Recommendations to the Road Authority:', 'heading'],
  ['What people told us:', 'heading'],
])('"%s" alone on its line is a %s', (text, kind) => expect(kindOf(text)).toBe(kind))

test('a heading that its markup ranks stays one', () => {
  expect(kindOf('We recommended that the clinic:', 2)).toBe('heading')
})
