import { expect, test } from 'vitest'
import type { Block } from '../../document/block.ts'
import { inBlocks } from './in-blocks.ts'

const at = { page: null, paragraph: 1 }
const paragraph = (text: string): Block => ({ kind: 'paragraph', text, bold: false, indent: 0, at })
const heading = (text: string): Block => ({ kind: 'heading', text, level: null, at })
const shape = (blocks: Block[]) =>
  inBlocks(blocks).map((b) => (b.kind === 'table' ? 'table' : `${b.kind}${b.kind === 'item' ? ` ${b.marker.printed}` : ''}: ${b.text}`))

test('a heading at the end of a paragraph is parted from it, also one whose letters were misread', () => {
  expect(shape([paragraph('Two of the three were destroyed in the flood. Recommendations')])).toEqual([
    'paragraph: Two of the three were destroyed in the flood.',
    'heading: Recommendations',
  ])
  expect(shape([paragraph('Recornmendat ion')])).toEqual(['heading: Recommendation'])
  expect(shape([paragraph('We met the Minister in Recommendations House.')])).toHaveLength(1)
})

test('a heading that swallowed the beginning of a sentence is one paragraph with its rest', () => {
  expect(shape([heading('Keep watch. Regulators should'), paragraph('look at each bank once a year.')])).toEqual([
    'paragraph: Keep watch. Regulators should look at each bank once a year.',
  ])
})

test('a label and its value on two lines are one labelled answer', () => {
  expect(shape([paragraph('Responsible officer'), paragraph('Fleet Manager')])).toEqual(['paragraph: Responsible officer: Fleet Manager'])
})

test('lists that run into a sentence are parted: (1) and (2), semicolons after an announcing label, numbers with a stop', () => {
  expect(shape([paragraph('We recommended that the clinic (1) refund the money it took, (2) strengthen its checks.')])).toEqual([
    'paragraph: We recommended that the clinic:',
    'item (1): refund the money it took,',
    'item (2): strengthen its checks.',
  ])
  expect(shape([paragraph('Recommendations: agree how moves are told; check that fathers are named.')])).toEqual([
    'heading: Recommendations',
    'item •: agree how moves are told',
    'item •: check that fathers are named.',
  ])
  const item: Block = {
    kind: 'item',
    marker: { family: 'number', printed: '1.', ordinal: 1 },
    depth: 0,
    text: 'Ensure that loans are safe. 2. Require banks to hold more.',
    at,
  }
  expect(shape([item])).toEqual(['item 1.: Ensure that loans are safe.', 'item 2.: Require banks to hold more.'])
})
