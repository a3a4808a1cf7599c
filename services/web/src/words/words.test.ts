import { describe, expect, test } from 'vitest'
import type { ScheduleFragment, ScheduleState } from '../queries/queries.ts'
import { scheduleShown, scheduleTag } from './positions.ts'

describe('a schedule in words', () => {
  const toTheDay = { dueOnPrecision: 'DAY', completedOn: null, completedOnPrecision: 'DAY' } as const
  const schedule: ScheduleFragment = { state: 'OVERDUE', daysOverdue: 290, daysUntilDue: null, dueOn: '2017-04-30', ...toTheDay }
  test.each<[ScheduleFragment, string | null]>([
    [schedule, 'by 290 days'],
    [{ ...schedule, state: 'DUE_SOON', daysOverdue: null, daysUntilDue: 14 }, 'due in 14 days'],
    [{ ...schedule, state: 'DUE_SOON', daysOverdue: null, daysUntilDue: 0 }, 'due today'],
    [{ ...schedule, state: 'NOT_DUE', daysOverdue: null, daysUntilDue: 684, dueOn: '2028-10-13' }, 'due in 1 year 10 months'],
    [{ ...toTheDay, state: 'UNDATED', daysOverdue: null, daysUntilDue: null, dueOn: null }, null],
    [{ ...schedule, state: 'ENDED', daysOverdue: null, dueOnPrecision: 'MONTH' }, 'was due April 2017'],
    [{ ...schedule, daysOverdue: 7_274 }, 'by 19 years 11 months'],
    [{ ...schedule, state: 'MET_LATE', daysOverdue: null }, 'was due 30 April 2017'],
    [{ ...toTheDay, state: 'ENDED', daysOverdue: null, daysUntilDue: null, dueOn: null }, null],
  ])('%j', (given, words) => expect(scheduleShown(given, 'OPEN').detail).toBe(words))

  test('something completed is shown with the date it was judged against, whatever extension there was', () => {
    const told = { ...schedule, daysOverdue: null, dueOn: '2018-03-31', originalCompletionDate: '2018-01-16', completedOn: '2018-02-20' }
    expect(scheduleShown({ ...told, state: 'MET_LATE' }, 'CONCLUDED').detail).toBe(
      'completed 20 February 2018, original date 16 January 2018',
    )
    const inMonth = { ...told, completedOn: '2018-04-30', completedOnPrecision: 'MONTH' } as const
    expect(scheduleShown({ ...inMonth, state: 'MET_LATE' }, 'CONCLUDED').detail).toBe('completed April 2018, original date 16 January 2018')
  })

  test('a date that passed is called overdue only where a committee tracks the item', () => {
    const long = { ...schedule, dueOn: '2010-07-16', daysOverdue: 5_980 }
    expect(scheduleShown(long, 'OPEN')).toEqual({ tag: { text: 'Overdue', tone: 'red' }, detail: 'by 16 years 4 months' })
    expect(scheduleShown(long, 'NOT_TRACKED')).toEqual({
      tag: { text: 'Date passed', tone: 'yellow' },
      detail: '16 years 4 months ago, not tracked by a committee',
    })
    const later = { ...schedule, state: 'NOT_DUE' as const, daysOverdue: null, daysUntilDue: 60 }
    expect(scheduleShown(later, 'NOT_TRACKED')).toMatchObject({ tag: { text: 'Not due yet' }, detail: 'due in 60 days' })
  })

  test('a state that a newer API knows is shown, never nothing', () => {
    expect(scheduleTag('ON_HOLD' as ScheduleState, 'OPEN')).toEqual({ text: 'On hold', tone: 'grey' })
  })
})
