import { expect, test } from 'vitest'
import type { Block } from '../document/block.ts'
import { readProse } from './prose.ts'

const paragraph = (text: string, n: number): Block => ({
  kind: 'paragraph',
  text,
  bold: false,
  indent: 0,
  at: { page: null, paragraph: n },
})

test('of a paragraph, the sentence that recommends in the first person is taken and the rest is not', () => {
  const found = readProse([paragraph('The gate was left open. We recommend that the harbour fit a lock to the gate. It was cold.', 1)])
  expect(found.map((c) => c.text)).toEqual(['We recommend that the harbour fit a lock to the gate.'])
})

test('a recommendation that opens a paragraph below it goes on there', () => {
  const found = readProse([paragraph('Therefore, the Board recommends that', 1), paragraph('the operator inspect every brake.', 2)])
  expect(found.map((c) => c.text)).toEqual(['the Board recommends that the operator inspect every brake.'])
})

test('advice to the public and what stands between quotation marks is not taken', () => {
  expect(readProse([paragraph('We recommend that you check the forecast before you leave the harbour.', 1)])).toEqual([])
  expect(readProse([paragraph('“We recommend that the harbour fit a lock to the gate,” he had written.', 1)])).toEqual([])
})
