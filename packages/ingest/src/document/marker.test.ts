import { expect, test } from 'vitest'
import { splitMarker } from './marker.ts'

test.each([
  ['• Ensure that plans are clear', 'bullet', '•', 'Ensure that plans are clear'],
  ['\uf0b7 ensure that plans are clear', 'bullet', '\uf0b7', 'ensure that plans are clear'],
  ['12. Ensure that plans are clear', 'number', '12.', 'Ensure that plans are clear'],
  ['(3) There is no fence', 'number', '(3)', 'There is no fence'],
  ['b) publish the plan', 'letter', 'b)', 'publish the plan'],
  ['(iv) publish the plan', 'roman', '(iv)', 'publish the plan'],
  ['31.2 Witnesses said so', 'decimal', '31.2', 'Witnesses said so'],
  ['R01 - Councillors to commit', 'reference', 'R01', 'Councillors to commit'],
  ['2020/131 Review its passage plans', 'reference', '2020/131', 'Review its passage plans'],
])('%s begins with a %s', (line, family, printed, rest) => {
  expect(splitMarker(line)).toMatchObject({ marker: { family, printed }, rest })
})

test.each(['2014 was a good year', 'The council (a unitary) replied', 'A. B. Smith chaired', 'I agree'])(
  '%s begins with no marker',
  (line) => {
    const split = splitMarker(line)
    expect(split === null || split.marker.family === 'letter').toBe(true)
  },
)
