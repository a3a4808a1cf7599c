import { expect, test } from 'vitest'
import { isDirective, isFormalRecommendation, isNarrative } from './asks.ts'

test.each([
  'Ensure that all plans are up to date.',
  'Immediately review all cases.',
  'The council should publish its plan.',
  'Health leaders must address waiting times.',
  'We recommend that the Government bring the funds together.',
  'That a single telephone number is set up for tenants.',
  'In partnership with schools, develop a strategy.',
])('asks: %s', (text) => {
  expect(isDirective(text)).toBe(true)
})

test.each([
  'Staff work is good.',
  'Plans are late.',
  'The quality of assessments.',
  'That is why so few came.',
  'Use of force has fallen.',
])('does not ask: %s', (text) => {
  expect(isDirective(text)).toBe(false)
})

test('a finding is told in a sentence; a noun phrase is none', () => {
  expect(isNarrative('There is no oversight of this work.')).toBe(true)
  expect(isNarrative('The quality of plans that are made for children.')).toBe(false)
})

test('a body recommends formally', () => {
  expect(isFormalRecommendation('On 24 June 2020, the Commission recommended that the operator fit radios.')).toBe(true)
  expect(isFormalRecommendation('The charity said that many had recommended it.')).toBe(false)
})
