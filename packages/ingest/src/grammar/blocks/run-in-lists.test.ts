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

test('what follows the last part’s only sentence is the report’s text again', () => {
  expect(split('We recommended that the clinic (1) refund the fees and (2) train its staff. The clinic agreed with both.')).toEqual([
    'paragraph: We recommended that the clinic:',
    'item: refund the fees and',
    'item: train its staff.',
    'paragraph: The clinic agreed with both.',
  ])
})

test('numbers with stops that count on in one paragraph part it where each sentence asks', () => {
  const item: Block = {
    kind: 'item',
    marker: { family: 'number', printed: '1.', ordinal: 1 },
    depth: 0,
    text: 'Ensure that tills are counted each day. 2. Require a second officer to sign for refunds.',
    at: { page: null, paragraph: 1 },
  }
  expect(splitRunInLists([item]).map((b) => (b.kind === 'item' ? `${b.marker.printed} ${b.text}` : ''))).toEqual([
    '1. Ensure that tills are counted each day.',
    '2. Require a second officer to sign for refunds.',
  ])
})
