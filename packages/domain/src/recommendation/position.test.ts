import { describe, expect, it } from 'vitest'
import type { IsoDate } from '../envelope.ts'
import { example } from '../../testing/recommendation/example-commands.ts'
import { days, decisionAt, ids, timescales } from '../../testing/recommendation/examples.ts'
import { given, givenTracked, refusal } from '../../testing/recommendation/given.ts'
import { scheduleDatesOf, scheduleOn, type ScheduleDates } from './schedule.ts'

const dueBy = (date: IsoDate, asPrinted: string) =>
  givenTracked(
    example('IssueRecommendation', { data: { timescale: { asPrinted, grade: 'BY_DATE', months: null, date, datePrecision: 'MONTH' } } }),
  )

describe('the inquiry reports of 2016 and 2017 on 14 February 2018', () => {
  it.each([
    ['R01', '2017-04-30', 'by April 2017', { state: 'OVERDUE', daysOverdue: 290, daysUntilDue: null }],
    ['R02', '2018-05-31', 'by May 2018', { state: 'NOT_DUE', daysOverdue: null, daysUntilDue: 106 }],
    ['R03', '2018-05-31', 'by May 2018', { state: 'NOT_DUE', daysOverdue: null, daysUntilDue: 106 }],
    ['R04', '2017-07-31', 'by July 2017', { state: 'OVERDUE', daysOverdue: 198, daysUntilDue: null }],
    ['R05', '2017-10-31', 'by October 2017', { state: 'OVERDUE', daysOverdue: 106, daysUntilDue: null }],
    ['R06', '2018-02-28', 'by February 2018', { state: 'DUE_SOON', daysOverdue: null, daysUntilDue: 14 }],
  ])('%s, due %s', (_, date, asPrinted, schedule) => {
    expect(dueBy(date, asPrinted).on('2018-02-14')).toEqual({
      response: 'NOT_REQUIRED',
      delivery: 'NOT_REPORTED',
      assessment: { proposed: null, agreed: null, independent: null, differs: false },
      schedule: { ...schedule, slippageDays: schedule.daysOverdue ?? 0, dueOn: date },
      tracking: 'OPEN',
    })
  })
  it('R2 is undated', () => {
    const undated = givenTracked(example('IssueRecommendation', { data: { timescale: timescales.notGiven } }))
    expect(undated.on('2018-02-14').schedule).toEqual({
      state: 'UNDATED',
      daysOverdue: null,
      daysUntilDue: null,
      slippageDays: null,
      dueOn: null,
    })
  })
  it('R7, listed without its text, is undated too', () => {
    const listed = givenTracked(example('RegisterListedRecommendation'))
    expect(listed.on('2018-02-14').schedule.state).toBe('UNDATED')
    expect(listed.state.kind).toBe('LISTED')
    expect(listed.on('2018-02-13')).toMatchObject({ schedule: { state: 'UNDATED' }, tracking: 'NOT_TRACKED' })
  })
})

describe('the schedule', () => {
  const dates: ScheduleDates = {
    baselineOn: '2018-01-31',
    dueOn: '2018-02-28',
    achieved: false,
    completedOn: null,
    completedFrom: null,
    ended: false,
  }
  it.each([
    ['2018-01-13', { state: 'NOT_DUE', daysUntilDue: 46 }],
    ['2018-01-14', { state: 'DUE_SOON', daysUntilDue: 45 }],
    ['2018-02-28', { state: 'DUE_SOON', daysUntilDue: 0, daysOverdue: null }],
    ['2018-03-01', { state: 'OVERDUE', daysOverdue: 1, daysUntilDue: null, slippageDays: 29 }],
    ['2020-09-29', { state: 'OVERDUE', daysOverdue: 944, daysUntilDue: null, slippageDays: 972 }],
  ] as const)('on %s', (asAt, schedule) =>
    expect(scheduleOn(dates, asAt, 45)).toMatchObject({ slippageDays: 28, ...schedule, dueOn: '2018-02-28' }),
  )
  it('begins "due soon" by the policy', () => {
    expect(scheduleOn(dates, '2018-02-08', 20).state).toBe('DUE_SOON')
    expect(scheduleOn(dates, '2018-02-07', 20).state).toBe('NOT_DUE')
  })
  it.each([
    [{ achieved: true, completedOn: '2018-01-31', completedFrom: '2018-01-31' }, 'MET_ON_TIME', 0],
    [{ achieved: true, completedOn: '2018-01-01', completedFrom: '2018-01-01' }, 'MET_ON_TIME', -30],
    [{ achieved: true, completedOn: '2018-02-01', completedFrom: '2018-02-01' }, 'MET_LATE', 1],
    [{ achieved: true, completedOn: null }, 'UNDATED', 28],
    [{ achieved: true, completedOn: '2018-02-01', baselineOn: null, dueOn: null }, 'UNDATED', null],
    [{ ended: true }, 'ENDED', 28],
    [{ ended: true, baselineOn: null, dueOn: null }, 'ENDED', null],
  ] as const)('with %j is %s', (changes, state, slippageDays) => {
    expect(scheduleOn({ ...dates, ...changes }, '2019-01-01', 45)).toMatchObject({
      state,
      slippageDays,
      daysOverdue: null,
      daysUntilDue: null,
    })
  })
})

describe('what the schedule follows from', () => {
  const dated = givenTracked(example('IssueRecommendation'), example('AttachEvidence'))
  const open = { baselineOn: days.due, dueOn: days.due, achieved: false, completedOn: null, completedFrom: null, ended: false }
  const made = (category: string, data = {}) =>
    dated.and(
      example('MakeCommitteeAssessment', { data: { insteadOf: null, category, evidence: ['evidence-1'], obstacle: 'No money', ...data } }),
    )
  const done = made('2', { completedOn: '2018-01-20' })

  it('nothing but the date, while it is open', () => {
    expect(scheduleDatesOf(dated.state)).toEqual(open)
    expect(scheduleDatesOf(given().state)).toEqual({ ...open, baselineOn: null, dueOn: null })
    expect(scheduleDatesOf(made('4').state)).toEqual(open)
    expect(scheduleDatesOf(dated.and(example('ProposeAssessment')).state)).toEqual(open)
  })
  it('an agreed 1 or 2, from the day on which it was agreed', () => {
    expect(scheduleDatesOf(done.state)).toEqual({ ...open, achieved: true, completedOn: '2018-01-20', completedFrom: '2018-01-20' })
    expect(done.on('2018-02-13').schedule.state).toBe('OVERDUE')
    expect(done.on('2018-02-14').schedule).toMatchObject({ state: 'MET_LATE', slippageDays: 81 })
    expect(done.and(example('ConcludeTracking')).on('2018-12-31')).toMatchObject({ schedule: { state: 'MET_LATE' }, tracking: 'CONCLUDED' })
  })
  it('a conclusion without one', () => {
    const ended = made('4').and(example('ConcludeTracking', { data: { reason: 'OBSTACLE' } }))
    expect(scheduleDatesOf(ended.state)).toEqual({ ...open, ended: true })
    expect(ended.on('2018-12-31').schedule.state).toBe('ENDED')
  })
  it('a reopening, which sets the assessment aside and a new date', () => {
    const reopened = done.and(example('ConcludeTracking'), example('ReopenTracking'))
    expect(reopened.on('2018-06-12').schedule.state).toBe('MET_LATE')
    expect(reopened.on('2018-06-13')).toMatchObject({
      schedule: { state: 'NOT_DUE', dueOn: '2018-12-31', daysUntilDue: 201, slippageDays: 426 },
      assessment: { proposed: null, agreed: null, differs: false },
      tracking: 'OPEN',
    })
    const again = example('MakeCommitteeAssessment', {
      on: '2018-09-12',
      data: {
        insteadOf: null,
        category: '2',
        evidence: ['evidence-1'],
        completedOn: '2018-09-01',
        anticipatedCompletionDate: null,
        decision: decisionAt('2018-09-12'),
      },
    })
    expect(reopened.and(again).on('2018-12-31').schedule).toMatchObject({ state: 'MET_LATE', slippageDays: 305 })
    expect(refusal(reopened.and(again).when(example('ConcludeTracking', { on: '2018-09-12' })))).toBe('accepted')
  })
  it('the approved revised date, for what is overdue only', () => {
    const revised = dated.and(example('RequestCompletionDateRevision'), example('ApproveCompletionDateRevision'))
    expect(scheduleDatesOf(revised.state)).toEqual({ ...open, dueOn: '2018-03-31' })
    expect(revised.on('2018-02-14').schedule).toMatchObject({ state: 'DUE_SOON', daysUntilDue: 45, slippageDays: 151 })
    expect(revised.on('2018-04-10').schedule).toMatchObject({ state: 'OVERDUE', daysOverdue: 10 })
    expect(revised.on('2017-09-12').schedule.dueOn).toBe(days.due)
  })
  it('of the right stream', () => expect(dated.state.record.stream).toBe(ids.stream))
})
