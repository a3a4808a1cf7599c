import type { Recommendation, ScheduleState } from '@outstanding/read-models'
import { expect, test } from 'vitest'
import { summaryOf } from './children-summary.ts'

const child = (state: ScheduleState, tracking: 'OPEN' | 'CONCLUDED' = 'OPEN') =>
  ({ position: { schedule: { state }, tracking }, mergedInto: null }) as Pick<Recommendation, 'position' | 'mergedInto'>

test('an item without children has no summary', () => expect(summaryOf([])).toBeNull())

test('children are counted, and the one that presses most is named', () => {
  expect(summaryOf([child('NOT_DUE'), child('OVERDUE'), child('MET_ON_TIME', 'CONCLUDED'), child('OVERDUE')])).toEqual({
    counts: { UNDATED: 0, NOT_DUE: 1, DUE_SOON: 0, OVERDUE: 2, MET_ON_TIME: 1, MET_LATE: 0, ENDED: 0 },
    worst: 'OVERDUE',
    concluded: 1,
  })
})

test('a duplicate that was merged does not count', () => {
  expect(summaryOf([child('NOT_DUE'), { ...child('OVERDUE'), mergedInto: 'another' }])).toMatchObject({
    worst: 'NOT_DUE',
    counts: { OVERDUE: 0 },
  })
  expect(summaryOf([{ ...child('OVERDUE'), mergedInto: 'another' }])).toBeNull()
})

test('the counts always add up to the children', () => {
  const states: ScheduleState[] = ['UNDATED', 'NOT_DUE', 'DUE_SOON', 'OVERDUE', 'MET_ON_TIME', 'MET_LATE', 'ENDED']
  const summary = summaryOf(states.map((state) => child(state)))
  expect(Object.values(summary?.counts ?? {})).toEqual(states.map(() => 1))
})
