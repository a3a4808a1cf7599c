import { expect, test } from 'vitest'
import { wordCounter, wordNumbering } from './word-numbering.ts'

const level = (format: string, text: string, n = 0, start = 1) =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = (levels: string, override = '') =>
  `<w:numbering><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>${override}</w:num></w:numbering>`
const printed = (xml: string, ...levels: number[]) => {
  const count = wordCounter(wordNumbering(xml, '<w:styles/>'))
  return levels.map((n) => count('1', n))
}

test.each([
  ['decimal', 'R%1', ['R1', 'R2']],
  ['decimal', 'Recommendation %1:', ['Recommendation 1:', 'Recommendation 2:']],
  ['lowerLetter', '(%1)', ['(a)', '(b)']],
])('%s as "%s" is counted and set as Word prints it', (format, text, expected) => {
  expect(printed(numbering(level(format, text)), 0, 0)).toEqual(expected)
})

test('a list that starts at five counts on from five, and a part prints its parent’s number', () => {
  expect(printed(numbering(level('decimal', '%1.', 0, 5)), 0, 0)).toEqual(['5.', '6.'])
  expect(printed(numbering(level('decimal', '%1.') + level('decimal', '%1.%2', 1)), 0, 1, 1, 0, 1)).toEqual([
    '1.',
    '1.1',
    '1.2',
    '2.',
    '2.1',
  ])
})
