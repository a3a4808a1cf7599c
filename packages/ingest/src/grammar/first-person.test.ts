import { expect, test } from 'vitest'
import { asksItself, isFirstPerson, recommendedItself, recommendingPart } from './first-person.ts'

test.each([
  ['We recommend that the board publish its rules.', true],
  ['Accordingly, I therefore recommend that the register be opened.', true],
  ['The board recommends that the clinic repay.', false],
  ['We recommended the fish.', false],
])('"%s" recommends in the first person: %s', (sentence, is) => {
  expect(isFirstPerson(sentence)).toBe(is)
})

test.each([
  ['We recommended that the clinic refund the fees.', true],
  ['We therefore recommended that the State repay the grant.', true],
  ['We recommended that the State repay the grant in our 2014 report.', false],
  ['We recommended that keys be kept in a safe, as we had done previously.', false],
  ['In 2012 we recommended that keys be kept in a safe.', false],
])('"%s" recommends in the summary of the author’s own report: %s', (sentence, is) => {
  expect(recommendedItself(sentence)).toBe(is)
})

test('the recommending part of a paragraph begins with the sentence that recommends', () => {
  expect(recommendingPart('Files were late. We recommend that the court set a limit. It should be short.')).toBe(
    'We recommend that the court set a limit. It should be short.',
  )
  expect(recommendingPart('Files were late.')).toBeNull()
  expect(asksItself('Files were late. We recommend that the court set a limit.')).toBe(true)
  expect(asksItself('Files were late.')).toBe(false)
})
