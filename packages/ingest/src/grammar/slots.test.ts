import { expect, test } from 'vitest'
import { isAnswerLabel, slotsAtEnd } from './slots.ts'

test('labelled answers are taken off the end of a wording', () => {
  expect(slotsAtEnd('Training is offered to new members. Responsibility: Deputy Leader by May 2018.')).toEqual({
    owner: 'Deputy Leader',
    timescale: 'by May 2018',
    rest: 'Training is offered to new members.',
  })
  expect(slotsAtEnd('Reconcile the register each quarter. Management response: Agreed, from October.').rest).toBe(
    'Reconcile the register each quarter.',
  )
  expect(slotsAtEnd('Target date: 31 March 2019')).toMatchObject({ timescale: '31 March 2019', rest: '' })
})

test('a dash inside a sentence is no label', () => {
  const text = 'The council should make clear who is the lead - the director or the head of service - for each plan.'
  expect(slotsAtEnd(text).rest).toBe(text)
})

test.each(['Government response to recommendation 3', 'Update', 'Management response: agreed', 'Progress'])(
  '%s begins an answer',
  (text) => {
    expect(isAnswerLabel(text)).toBe(true)
  },
)
