import { expect, test } from 'vitest'
import type { Block } from '../document/block.ts'
import { readRecords } from './records.ts'

const blocks = (...texts: string[]): Block[] =>
  texts.map((text, i) => ({ kind: 'paragraph', text, bold: false, indent: 0, at: { page: null, paragraph: i + 1 } }))

test('between a reference and the answer to it stands the recommendation', () => {
  const { candidates, taken } = readRecords(
    blocks(
      '014/19',
      'The port should mark its berths.',
      'Update',
      'Done.',
      '015/19',
      'The port should train its pilots.',
      'Update',
      'Begun.',
    ),
  )
  expect(candidates.map((c) => [c.ref, c.text])).toEqual([
    ['014/19', 'The port should mark its berths.'],
    ['015/19', 'The port should train its pilots.'],
  ])
  expect([...taken]).toEqual([0, 1, 4, 5])
})

test('one such record alone makes no form', () => {
  expect(readRecords(blocks('014/19', 'The port should mark its berths.', 'Update', 'Done.')).candidates).toEqual([])
})
