import { describe, expect, it } from 'vitest'
import { example, replacing } from '../../testing/recommendation/example-commands.ts'
import { days, decisionAt, timescales } from '../../testing/recommendation/examples.ts'
import { givenTracked, refusal } from '../../testing/recommendation/given.ts'
import { scheduleDatesOf } from './schedule.ts'
import { dateMovesOf } from './slippage.ts'

const dated = givenTracked(example('IssueRecommendation'), example('AttachEvidence'))
const gone = example('ConcludeTracking', { data: { reason: 'NO_LONGER_APPLICABLE' } })
const reopen = (newDate: string) => example('ReopenTracking', { data: { newDate } })
const moved = dated.and(example('RequestCompletionDateRevision'), example('ApproveCompletionDateRevision'), gone, reopen('2018-12-31'))

describe('the moves of the date', () => {
  it('lead from the original date to the one in force, each with who decided and why', () => {
    const moves = dateMovesOf(moved.state)
    expect(moves).toEqual([
      {
        cause: 'EXTENSION',
        from: days.due,
        to: '2018-03-31',
        days: 151,
        reason: 'The new system comes in January',
        approvedBy: decisionAt(days.firstReport),
        entry: 'event-4',
        effectiveOn: days.firstReport,
      },
      {
        cause: 'REOPENING',
        from: '2018-03-31',
        to: '2018-12-31',
        days: 275,
        reason: 'The figures fell again',
        approvedBy: decisionAt('2018-06-13'),
        entry: 'event-6',
        effectiveOn: '2018-06-13',
      },
    ])
    expect(moved.on('2018-12-31').schedule.slippageDays).toBe(151 + 275)
  })
  it('are none of an item whose date was not moved', () => {
    expect(dateMovesOf(dated.state)).toEqual([])
    expect(dateMovesOf(dated.and(example('RequestCompletionDateRevision'), example('RefuseCompletionDateRevision')).state)).toEqual([])
  })
})

describe('the date with which it is reopened', () => {
  const concluded = dated.and(gone)
  it('lies ahead, within the bounds of any date', () => {
    expect(refusal(concluded.when(reopen('2018-06-12')))).toEqual(['dateNotPast', 'newDate'])
    expect(refusal(concluded.when(reopen('2018-06-13')))).toBe('accepted')
    expect(refusal(concluded.when(reopen('2048-06-14')))).toEqual(['dateTooFar', 'newDate'])
    expect(refusal(moved.when(replacing('event-6', { newDate: '2018-06-12' })))).toEqual(['dateNotPast', 'change.fields.newDate'])
    expect(moved.and(replacing('event-6', { newDate: '2018-09-30' })).on('2018-07-01').schedule.dueOn).toBe('2018-09-30')
  })
  it('is the first one of an undated item, and its baseline', () => {
    const undated = givenTracked(example('IssueRecommendation', { data: { timescale: timescales.longerTerm } })).and(
      gone,
      reopen('2018-12-31'),
    )
    expect(scheduleDatesOf(undated.state)).toMatchObject({ baselineOn: '2018-12-31', dueOn: '2018-12-31' })
    expect(dateMovesOf(undated.state)).toEqual([])
    expect(
      refusal(undated.when(example('AgreeCompletionDate', { on: '2018-07-01', data: { decision: decisionAt('2018-07-01') } }))),
    ).toEqual(['undatedOnly', 'date'])
  })
})

describe('what was proposed and agreed before it was reopened', () => {
  const reopened = dated.and(example('ProposeAssessment'), example('AgreeAssessment'), example('ConcludeTracking'), reopen('2018-12-31'))
  it('stands no more, and stays on record', () => {
    expect(reopened.on('2018-06-13')).toMatchObject({ assessment: { proposed: null, agreed: null }, schedule: { state: 'NOT_DUE' } })
    expect(reopened.on('2018-06-12')).toMatchObject({ assessment: { proposed: { category: '1' }, agreed: { category: '1' } } })
    expect(reopened.state.record.assessments).toHaveLength(1)
  })
  it('is not agreed any more', () => {
    const pending = dated.and(example('ProposeAssessment'), gone, reopen('2018-12-31'))
    const later = { on: '2018-07-01', data: { decision: decisionAt('2018-07-01') } } as const
    expect(refusal(pending.when(example('AgreeAssessment', later)))).toEqual(['proposedSinceReopening', 'proposalId'])
    const anew = pending.and(example('ProposeAssessment', { on: '2018-06-20', data: { proposalId: 'proposal-2' } }))
    expect(refusal(anew.when(example('AgreeAssessment', { ...later, data: { ...later.data, proposalId: 'proposal-2' } })))).toBe('accepted')
  })
})
