import { describe, expect, test } from 'vitest'
import type { ScheduleFragment, ScheduleState } from '../queries/queries.ts'
import { scheduleDetail, scheduleTag } from './positions.ts'

describe('a schedule in words', () => {
  const schedule: ScheduleFragment = { state: 'OVERDUE', daysOverdue: 290, daysUntilDue: null, dueOn: '2017-04-30' }
  test.each<[ScheduleFragment, string | null]>([
    [schedule, 'by 290 days'],
    [{ ...schedule, state: 'DUE_SOON', daysOverdue: null, daysUntilDue: 14 }, 'due in 14 days'],
    [{ ...schedule, state: 'DUE_SOON', daysOverdue: null, daysUntilDue: 0 }, 'due today'],
    [{ state: 'UNDATED', daysOverdue: null, daysUntilDue: null, dueOn: null }, null],
    [{ ...schedule, daysOverdue: 7_274 }, 'by 19 years 11 months'],
    [{ ...schedule, state: 'MET_LATE', daysOverdue: null }, 'was due 30 April 2017'],
    [{ state: 'ENDED', daysOverdue: null, daysUntilDue: null, dueOn: null }, null],
  ])('%j', (given, words) => expect(scheduleDetail(given)).toBe(words))

  test('something completed is shown with the date it was judged against, whatever extension there was', () => {
    const told = { ...schedule, daysOverdue: null, dueOn: '2018-03-31', originalCompletionDate: '2018-01-16', slippageDays: 35 }
    expect(scheduleDetail({ ...told, state: 'MET_LATE' })).toBe('completed 20 February 2018, original date 16 January 2018')
  })

  test('a state that a newer API knows is shown, never nothing', () => {
    expect(scheduleTag('ON_HOLD' as ScheduleState)).toEqual({ text: 'On hold', tone: 'grey' })
  })
})
