import { expect, test } from 'vitest'
import type { Block } from '../document/block.ts'
import { readClosingParagraphs } from './closing-paragraphs.ts'

const heading = (text: string): Block => ({ kind: 'heading', text, level: 2, at: { page: null, paragraph: 0 } })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text, bold: false, indent: 0, at: { page: null, paragraph: 0 } })
const read = (...blocks: Block[]) =>
  readClosingParagraphs(
    blocks.map((b, i) => ({ ...b, at: { page: null, paragraph: i + 1 } })),
    () => false,
  ).map((c) => c.text)

test('sections that tell what was found and end by asking somebody make the form', () => {
  const found = read(
    heading('Advances'),
    paragraph('Two advances were not settled.'),
    paragraph('The treasurer should recover both.'),
    heading('Titles'),
    paragraph('The district has no title for nine plots.'),
    paragraph('The clerk is advised to register the plots.'),
  )
  expect(found).toEqual(['The treasurer should recover both.', 'The clerk is advised to register the plots.'])
})

test('one such section alone does not, nor do sections that ask throughout', () => {
  expect(read(heading('A'), paragraph('Two were late.'), paragraph('The clerk should reply.'))).toEqual([])
  expect(
    read(
      heading('A'),
      paragraph('The clerk should write.'),
      paragraph('The clerk should reply.'),
      heading('B'),
      paragraph('The clerk should count.'),
      paragraph('The clerk should sign.'),
    ),
  ).toEqual([])
})
