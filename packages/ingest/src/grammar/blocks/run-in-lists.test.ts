import { expect, test } from 'vitest'
import type { Block } from '../../document/block.ts'
import { splitRunInLists } from './run-in-lists.ts'

const split = (text: string) => {
  const block: Block = { kind: 'paragraph', text, bold: false, indent: 0, at: { page: null, paragraph: 1 } }
  return splitRunInLists([block]).map((b) => (b.kind === 'table' ? '' : `${b.kind}: ${b.text}`))
}

test('letters that count up after a colon part a paragraph into items', () => {
  expect(split('The council should: (a) publish its plan; (b) consult the schools; (c) report in May.')).toEqual([
    'paragraph: The council should:',
    'item: publish its plan;',
    'item: consult the schools;',
    'item: report in May.',
  ])
})

test('letters that only point to other places do not', () => {
  const text = 'The terms of paragraphs (a) and (b) were met.'
  expect(split(text)).toEqual([`paragraph: ${text}`])
})
