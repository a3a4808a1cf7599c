import { expect, test } from 'vitest'
import { runInLabel } from './run-in-label.ts'

test.each([
  ['Recommendation 4: The council should reply.', 'Recommendation 4', 'The council should reply.'],
  ['Recommendation 12', 'Recommendation 12', ''],
  ['Recommendation Two', 'Recommendation Two', ''],
  ['Safety Recommendation 2020-004', 'Safety Recommendation 2020-004', ''],
  ['Safety recommendation R/2022/198:', 'Safety recommendation R/2022/198', ''],
  ['2.1 Recommendation 1', 'Recommendation 1', ''],
  ['Recommendation 3 (paragraph 14): We ask for a plan.', 'Recommendation 3', 'We ask for a plan.'],
  ['Recommendation 1 (strategic, high priority): Revise the plan.', 'Recommendation 1', 'Revise the plan.'],
  ['Recommendation 2 _____ 11', 'Recommendation 2', ''],
  ['Corruption prevention recommendation 2', 'Corruption prevention recommendation 2', ''],
  ['Recommendation number: AO-2021-044-SR-012', 'Recommendation number: AO-2021-044-SR-012', ''],
  ['Recommendation: The Department should write to us.', null, 'The Department should write to us.'],
])('%s', (text, ref, rest) => {
  expect(runInLabel(text)).toEqual({ ref, rest })
})

test.each([
  'Recommendation 6 is that there should be scans.',
  'Recommendation 10 above applies.',
  'Government response to recommendation 1',
  'Recommendations',
  'Recommended citation: Hale',
  'Recommendation 2 was accepted.',
])('a mention, no label: %s', (text) => {
  expect(runInLabel(text)).toBeNull()
})
