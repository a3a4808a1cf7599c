import { describe, expect, it } from 'vitest'
import type { RecommendationCommand } from './commands.ts'
import { example, replacing } from '../../testing/recommendation/example-commands.ts'
import { decisionAt, timescales } from '../../testing/recommendation/examples.ts'
import { givenTracked, refusal } from '../../testing/recommendation/given.ts'
import type { DatePrecisions } from '../dates/date-precision.ts'
import { decideCommand } from '../kernel/commands/decide-command.ts'
import { decideOnce } from '../kernel/commands/decide-once.ts'
import { recommendationDecider } from './decide.ts'
import { actionDuePrecision, baselinePrecision, duePrecision } from './on-record.ts'
import { scheduleDatesOf, scheduleOn } from './schedule.ts'

const known = (command: RecommendationCommand, precisions: DatePrecisions): RecommendationCommand => ({ ...command, precisions })
/** Due by the end of October 2017. */
const issued = givenTracked(example('IssueRecommendation'), example('AttachEvidence'))
const undated = givenTracked(example('IssueRecommendation', { data: { timescale: timescales.notGiven } }))
const own = (category: string, completedOn: string, on = '2018-06-13') =>
  example('MakeCommitteeAssessment', {
    on,
    data: { insteadOf: null, category, completedOn, anticipatedCompletionDate: null, evidence: ['evidence-1'], decision: decisionAt(on) },
  })

describe('a date that is not known to the day', () => {
  it('is the last day of its month or year, and of a date that the entry has', () => {
    const plan = (dueOn: string | null, precisions: DatePrecisions) =>
      refusal(issued.when(known(example('PlanAction', { data: { dueOn } }), precisions)))
    expect(plan('2018-04-30', { dueOn: 'MONTH' })).toBe('accepted')
    expect(plan('2018-12-31', { dueOn: 'YEAR' })).toBe('accepted')
    expect(plan('2018-04-29', { dueOn: 'MONTH' })).toEqual(['lastDayOfPeriod', 'dueOn'])
    expect(plan('2018-04-30', { dueOn: 'YEAR' })).toEqual(['lastDayOfPeriod', 'dueOn'])
    expect(plan(null, { dueOn: 'MONTH' })).toEqual(['dateNamed', 'dueOn'])
    expect(plan('2018-04-30', { lead: 'MONTH' })).toEqual(['dateNamed', 'lead'])
    expect(plan('2018-04-30', { effectiveOn: 'MONTH' })).toEqual(['lastDayOfPeriod', 'effectiveOn'])
  })
  it('can be given for a declared date that the command states, and for nothing else', () => {
    const stated = (command: RecommendationCommand, precisions: DatePrecisions) => refusal(issued.when(known(command, precisions)))
    expect(stated(example('PlanAction', { data: { actionId: '2018-04-30' } }), { actionId: 'MONTH' })).toEqual(['dateNamed', 'actionId'])
    expect(stated(example('PlanAction', { data: { dueOn: '2018-04-30' } }), { dueOn: 'DAY' })).toEqual(['lessThanDay', 'dueOn'])
    const removal = { ...example('PlanAction'), type: 'RemovePersonalData', data: { entry: 'event-0', reason: 'A name' } }
    expect(stated(removal as never, { 'Jane Doe': 'MONTH' })).toEqual(['dateNamed', 'Jane Doe'])
    expect(stated(removal as never, {})).toBe('accepted')
  })
  it('cannot be given by a committee for a date that it takes over', () => {
    const late = issued.and(example('ProposeAssessment', { data: { category: '2', completedOn: '2017-11-30' } }))
    expect(refusal(late.when(known(example('AgreeAssessment'), { completedOn: 'MONTH' })))).toEqual(['dateNamed', 'completedOn'])
  })
  it('may have begun by the day of the entry: what is not certain is not refused', () => {
    const claimed = (precisions: DatePrecisions, on = '2018-04-20') =>
      refusal(issued.when(known(example('UpdateProgress', { on, data: { claim: 'COMPLETE', completedOn: '2018-04-30' } }), precisions)))
    expect(claimed({ completedOn: 'MONTH' })).toBe('accepted')
    expect(claimed({ completedOn: 'MONTH' }, '2018-03-31')).toEqual(['completionInPast', 'completedOn'])
    expect(claimed({})).toEqual(['completionInPast', 'completedOn'])
    const agreed = (precisions: DatePrecisions) =>
      refusal(
        undated.when(known(example('AgreeCompletionDate', { on: '2017-09-20', data: { decision: decisionAt('2017-09-30') } }), precisions)),
      )
    expect(agreed({ 'decision.meetingOn': 'MONTH' })).toBe('accepted')
    expect(agreed({})).toEqual(['notBeforeMeeting', 'decision.meetingOn'])
  })
  it('can be within the decision of a committee', () => {
    const agreed = (meetingOn: string) =>
      refusal(
        undated.when(
          known(example('AgreeCompletionDate', { on: '2017-09-30', data: { decision: decisionAt(meetingOn) } }), {
            'decision.meetingOn': 'MONTH',
          }),
        ),
      )
    expect(agreed('2017-09-30')).toBe('accepted')
    expect(agreed('2017-09-13')).toEqual(['lastDayOfPeriod', 'decision.meetingOn'])
  })
  it('is late only where its whole period is', () => {
    const scheduled = (completedOn: string, precisions: DatePrecisions, category = '2') =>
      scheduleOn(scheduleDatesOf(issued.and(known(own(category, completedOn), precisions)).state), '2018-12-31', 45)
    expect(scheduled('2017-11-30', { completedOn: 'MONTH' })).toMatchObject({ state: 'MET_LATE', slippageDays: 1 })
    expect(scheduled('2017-12-31', { completedOn: 'YEAR' }, '1')).toMatchObject({ state: 'MET_ON_TIME', slippageDays: 0 })
    expect(scheduled('2017-10-31', { completedOn: 'MONTH' }, '1')).toMatchObject({ state: 'MET_ON_TIME', slippageDays: 0 })
    expect(scheduled('2017-12-31', {})).toMatchObject({ state: 'MET_LATE', slippageDays: 61 })
  })
  it('allows on time and late where its period holds the date, and else what is certain', () => {
    const assessed = (category: string, completedOn: string, precisions: DatePrecisions) =>
      refusal(issued.when(known(own(category, completedOn), precisions)))
    expect(assessed('1', '2017-12-31', { completedOn: 'YEAR' })).toBe('accepted')
    expect(assessed('2', '2017-12-31', { completedOn: 'YEAR' })).toBe('accepted')
    expect(assessed('1', '2017-12-31', {})).toEqual(['completedOnTime', 'category'])
    expect(assessed('1', '2017-11-30', { completedOn: 'MONTH' })).toEqual(['completedOnTime', 'category'])
    expect(assessed('2', '2017-10-31', { completedOn: 'MONTH' })).toEqual(['completedLate', 'category'])
  })
  it('is taken over by the decision that agrees it', () => {
    const proposal = example('ProposeAssessment', { data: { category: '2', completedOn: '2017-11-30' } })
    const proposed = issued.and(known(proposal, { completedOn: 'MONTH' }))
    const request = { command: example('AgreeAssessment'), commandId: 'c', requestDigest: 'd' }
    expect(decideOnce(recommendationDecider, proposed.events, request)).toMatchObject({ precisions: { completedOn: 'MONTH' } })
    const asked = issued.and(known(example('RequestCompletionDateRevision'), { date: 'MONTH' }))
    const approve = { ...request, command: example('ApproveCompletionDateRevision') }
    expect(decideOnce(recommendationDecider, asked.events, approve)).toMatchObject({ precisions: { date: 'MONTH' } })
    const other = { ...request, command: example('ApproveCompletionDateRevision', { data: { date: '2018-02-14' } }) }
    expect(decideOnce(recommendationDecider, asked.events, other)).toMatchObject({ precisions: undefined })
  })
  it('is known of the dates in force', () => {
    expect([baselinePrecision(issued.state), duePrecision(issued.state)]).toEqual(['MONTH', 'MONTH'])
    const agreed = undated.and(known(example('AgreeCompletionDate'), { date: 'MONTH' }))
    expect(baselinePrecision(agreed.state)).toBe('MONTH')
    expect(baselinePrecision(undated.and(example('AgreeCompletionDate')).state)).toBe('DAY')
    const planned = issued.and(known(example('PlanAction'), { dueOn: 'MONTH' }))
    expect(planned.state.record.actions.map(actionDuePrecision)).toEqual(['MONTH'])
  })
  it('becomes known to the day where the date is corrected without a precision', () => {
    const planned = issued.and(known(example('PlanAction'), { dueOn: 'MONTH' }))
    const day = planned.and(replacing('event-3', { dueOn: '2017-08-20' }))
    expect(day.state.record.actions.map(actionDuePrecision)).toEqual(['DAY'])
    const correct = (precisions: DatePrecisions, dueOn = '2017-09-30') =>
      decideCommand(
        recommendationDecider,
        planned.events,
        example('CorrectEntry', { data: { entry: 'event-3', change: { kind: 'REPLACE', fields: { dueOn }, precisions } } }),
      )
    expect(correct({ dueOn: 'MONTH' })).toMatchObject({ ok: true })
    expect(correct({ dueOn: 'MONTH' }, '2017-09-29')).toMatchObject({ rejection: { rule: 'lastDayOfPeriod' } })
  })
  it('stays where a correction leaves the date as it was, and goes with the date', () => {
    const decision = decisionAt('2017-09-30')
    const agreed = undated.and(
      known(example('AgreeCompletionDate', { on: '2017-09-30', data: { decision } }), { 'decision.meetingOn': 'MONTH' }),
    )
    const corrected = (fields: object) => agreed.and(replacing('event-2', { decision: { ...decision, ...fields } })).state.record.agreedDate
    expect(corrected({ minuteReference: 'Minute 12' })?.precisions).toEqual({ 'decision.meetingOn': 'MONTH' })
    expect(corrected({ meetingOn: '2017-09-12' })?.precisions).toEqual({})
    const planned = issued.and(known(example('PlanAction'), { dueOn: 'MONTH' })).and(replacing('event-3', { dueOn: null }))
    expect(planned.state.record.actions[0]?.planned).toMatchObject({ dueOn: null, precisions: {} })
  })
})
