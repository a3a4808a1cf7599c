import { expect, test } from 'vitest'
import { createKeptAnswers } from './kept-answers.ts'

const answer = (body: string) => ({ contentType: 'application/json', body })
const always = Number.POSITIVE_INFINITY

test('an answer is given for as long as the rows are those that it was read from', () => {
  const answers = createKeptAnswers(100_000)
  expect(answers.find('list', 'a', 0)).toBeUndefined()
  answers.keep('list', answer('one'), { stamp: 'a', until: always })
  expect(answers.find('list', 'a', 0)?.body).toBe('one')
  expect(answers.find('list', 'b', 0)).toBeUndefined()
  expect(answers.find('list', 'a', 0)).toBeUndefined()
})

test('an answer read from other rows than those last looked at is not kept', () => {
  const answers = createKeptAnswers(100_000)
  answers.keep('list', answer('before anything was looked at'), { stamp: 'a', until: always })
  expect(answers.find('list', 'a', 0)).toBeUndefined()
  answers.find('list', 'b', 0)
  answers.keep('list', answer('late'), { stamp: 'a', until: always })
  expect([answers.find('list', 'b', 0), answers.weight()]).toEqual([undefined, 0])
})

test('an answer is not given once the clock has changed what is public', () => {
  const answers = createKeptAnswers(100_000)
  answers.find('list', 'a', 0)
  answers.keep('list', answer('without the report'), { stamp: 'a', until: 1_000 })
  expect(answers.find('list', 'a', 999)?.body).toBe('without the report')
  expect(answers.find('list', 'a', 1_000)).toBeUndefined()
})

test('however many different questions come, no more is kept than was allowed', () => {
  const answers = createKeptAnswers(50_000)
  answers.find('', 'a', 0)
  for (let n = 0; n < 1_000; n += 1) {
    answers.keep(`question ${n}`, answer('x'.repeat(500)), { stamp: 'a', until: always })
    expect(answers.weight()).toBeLessThanOrEqual(50_000)
  }
  expect(answers.find('question 999', 'a', 0)?.body).toHaveLength(500)
  expect(answers.find('question 0', 'a', 0)).toBeUndefined()
})
