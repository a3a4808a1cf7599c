import { expect, test } from 'vitest'
import { addressedBody } from './asking/addressed-body.ts'
import { addressedBy, addressedIn, isBodyName } from './addressed-lines.ts'
import { subjectOf } from './owner.ts'

test.each([
  ['The Home Office should consider a review.', 'The Home Office'],
  ['By 31 July 2022 the service should put a plan in place.', 'the service'],
  ['In order to improve, the local authority should take the following action.', 'the local authority'],
  ['The Board, in its annual report, should publish figures.', 'The Board'],
  ['That the Partnership seeks assurance from each agency.', 'the Partnership'],
  ['Party leaders and ministers should publish their meetings.', 'Party leaders and ministers'],
])('%s is asked of %s', (sentence, owner) => {
  expect(subjectOf(sentence)).toBe(owner)
})

test.each([
  'Patients should be offered a test.',
  'The code must take account of freedom.',
  'There should be a review.',
  'Ensure that staff should know.',
  'Training should improve.',
])('%s names nobody', (sentence) => {
  expect(subjectOf(sentence)).toBeNull()
})

test('formal sentences, headings and lines name whom they address', () => {
  expect(addressedBody('The Commission recommended that Maritime New Zealand review its rules')).toBe('Maritime New Zealand')
  expect(addressedIn('Recommendations to the Ministry of Justice')).toBe('the Ministry of Justice')
  expect(addressedBy('To the Federal Railroad Administration:')).toBe('the Federal Railroad Administration')
  expect(isBodyName('Civil Aviation Authority')).toBe(true)
  expect(isBodyName('The Audit Findings for Penrose Borough Council')).toBe(false)
})
