import { expect, test } from 'vitest'
import { formOfAsking, isDirective, isFormalRecommendation, isNarrative } from './asks.ts'

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
  'The hospital company paid $225 million to resolve the claims.',
  'In May 2019, Harmony Homes agreed to pay $2.1 million.',
  'The owner of a transport company was sentenced to two years.',
  'Cash advances of P4,210,355.00 remained unsettled.',
])('does not ask: %s', (text) => {
  expect(isDirective(text)).toBe(false)
})

test('a finding is a sentence; a noun phrase is none', () => {
  expect(isNarrative('There is no oversight of this work.')).toBe(true)
  expect(isNarrative('The quality of plans that are made for children.')).toBe(false)
})

test('a body recommends formally', () => {
  expect(isFormalRecommendation('On 24 June 2020, the Commission recommended that the operator fit radios.')).toBe(true)
  expect(isFormalRecommendation('The charity said that many had recommended it.')).toBe(false)
})

test.each([
  ['Ensure that plans are kept.', 'instruction'],
  ['The council should publish its plan.', 'obligation'],
  ['We recommended that the clinic refund the money.', 'recommendation'],
  ['That the trust reviews its rota.', 'resolution'],
  ['Boards of trustees be given help with contracts.', 'resolution'],
  ['The Department of Coasts document the reasons for each grant.', 'resolution'],
  ['A review of cleaning contracts to be undertaken.', 'nominal'],
  ['Officers to report back on the cost.', 'nominal'],
  ['The mate should have called the master.', null],
  ['Access to the system is limited.', null],
  ['Staff told us of their plans to leave.', null],
])('%s: %s', (text, form) => expect(formOfAsking(text)).toBe(form))
