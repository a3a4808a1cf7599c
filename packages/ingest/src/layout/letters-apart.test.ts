import { expect, test } from 'vitest'
import { plainLine, textOfLine, type Line } from '../document/line.ts'
import { GAP, withLettersApart } from './letters-apart.ts'

const line = (number: number, ...texts: string[]): Line =>
  plainLine({ number, segments: texts.map((text, i) => ({ x: i * 40, right: i * 40 + 20, text, size: 0, bold: false })) })

test('letters that stand apart from their items and count on are their marks', () => {
  const read = withLettersApart([line(1, 'a', 'set a date;'), line(2, 'and keep it'), line(3, 'b', 'publish it.')])
  expect(read.map(textOfLine)).toEqual([`a${GAP}set a date;`, 'and keep it', `b${GAP}publish it.`])
})

test('a letter without a neighbour in its series is left as it is', () => {
  const read = withLettersApart([line(1, 'a', 'grade of its own'), line(2, 'd', 'the fourth grade')])
  expect(read.map((l) => l.segments.length)).toEqual([2, 2])
})
