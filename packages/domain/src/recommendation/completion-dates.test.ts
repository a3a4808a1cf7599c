import { describe, expect, it } from 'vitest'
import { example, replacing } from '../../testing/recommendation/example-commands.ts'
import { actors, days, decisionAt, ids, timescales } from '../../testing/recommendation/examples.ts'
import { factOf, givenTracked, refusal } from '../../testing/recommendation/given.ts'

const dated = givenTracked(example('IssueRecommendation'))
const undated = givenTracked(example('IssueRecommendation', { data: { timescale: timescales.longerTerm } }))
const requested = dated.and(example('RequestCompletionDateRevision'))
const approve = example('ApproveCompletionDateRevision')
const refuse = example('RefuseCompletionDateRevision')

describe('a first completion date', () => {
  it('is agreed for an undated item, and then is its baseline', () => {
    const agreed = undated.and(example('AgreeCompletionDate'))
    expect(agreed.state.record.agreedDate).toMatchObject({ date: '2018-03-31', decision: decisionAt(days.firstReport) })
    expect(undated.on(days.meeting).schedule).toMatchObject({ state: 'UNDATED', dueOn: null, slippageDays: null })
    expect(agreed.on(days.meeting).schedule).toMatchObject({ state: 'DUE_SOON', dueOn: '2018-03-31', daysUntilDue: 45, slippageDays: 0 })
    expect(agreed.on('2017-09-12').schedule.state).toBe('UNDATED')
  })
  it('is agreed once, and never for an item that has a date', () => {
    expect(refusal(dated.when(example('AgreeCompletionDate')))).toEqual(['undatedOnly', 'date'])
    expect(refusal(undated.and(example('AgreeCompletionDate')).when(example('AgreeCompletionDate')))).toEqual(['undatedOnly', 'date'])
  })
})

describe('a revision of the date', () => {
  it('is requested for a dated item', () => {
    expect(refusal(undated.when(example('RequestCompletionDateRevision')))).toEqual(['datedOnly', 'date'])
    const now = undated.and(example('AgreeCompletionDate', { on: '2017-08-01', data: { decision: decisionAt('2017-08-01') } }))
    expect(refusal(now.when(example('RequestCompletionDateRevision', { data: { date: '2018-06-30' } })))).toBe('accepted')
  })
  it('is approved as requested, or to another date; the original stays', () => {
    expect(factOf(requested.when(approve))?.data).toEqual({
      requestId: 'request-1',
      date: '2018-03-31',
      decision: decisionAt(days.firstReport),
    })
    const earlier = requested.and(example('ApproveCompletionDateRevision', { data: { date: '2018-01-31' } }))
    expect(earlier.state.record.revisedDate).toBe('2018-01-31')
    expect(earlier.state).toMatchObject({ issued: { originalCompletionDate: days.due } })
    expect(earlier.on('2018-02-01').schedule).toMatchObject({ state: 'OVERDUE', daysOverdue: 1, dueOn: '2018-01-31', slippageDays: 93 })
  })
  it.each([
    ['2017-10-30', ['laterThanCurrentDate', 'date']],
    [days.due, ['laterThanCurrentDate', 'date']],
    ['2017-11-01', 'accepted'],
    ['2004-12-31', ['dateBeforeIssue', 'date']],
    ['2047-09-01', 'accepted'],
    ['2047-09-02', ['dateTooFar', 'date']],
  ])('is asked for a later day than the one in force, within 30 years: %s', (date, outcome) => {
    expect(refusal(dated.when(example('RequestCompletionDateRevision', { data: { date } })))).toEqual(outcome)
  })
  it('is not asked for a day that has passed already', () => {
    const late = (date: string) => example('RequestCompletionDateRevision', { on: '2018-01-10', data: { date } })
    expect(refusal(dated.when(late('2018-01-09')))).toEqual(['dateNotPast', 'date'])
    expect(refusal(dated.when(late('2018-01-10')))).toBe('accepted')
  })
  it('is approved only for a later day than the one in force when the committee decides', () => {
    const to = (date: string) => example('ApproveCompletionDateRevision', { data: { date } })
    expect(refusal(requested.when(to(days.due)))).toEqual(['laterThanCurrentDate', 'date'])
    expect(refusal(requested.when(to('2017-11-01')))).toBe('accepted')
    const second = example('RequestCompletionDateRevision', { data: { requestId: 'request-2', date: '2018-03-30' } })
    const decided = requested.and(second, approve)
    expect(refusal(decided.when(example('ApproveCompletionDateRevision', { data: { requestId: 'request-2' } })))).toEqual([
      'laterThanCurrentDate',
      'date',
    ])
  })
  it('cannot be corrected to a day before the one that it extends', () => {
    expect(refusal(requested.when(replacing('event-2', { date: '2017-10-31' })))).toEqual(['laterThanCurrentDate', 'change.fields.date'])
    expect(refusal(requested.when(replacing('event-2', { date: '2007-03-31' })))).toEqual(['dateBeforeIssue', 'change.fields.date'])
    expect(refusal(requested.when(replacing('event-2', { date: '2018-04-30' })))).toBe('accepted')
  })
  it('changes nothing while it is only requested, or when it is refused', () => {
    expect(requested.on('2017-11-01').schedule).toMatchObject({ state: 'OVERDUE', dueOn: days.due })
    const refused = requested.and(refuse)
    expect(refused.on('2017-11-01').schedule).toMatchObject({ state: 'OVERDUE', dueOn: days.due, daysOverdue: 1 })
    expect(refused.state.record.completionDateRevisions[0]).toMatchObject({ approved: null, refused: { reason: 'No plan was shown' } })
  })
  it.each([
    ['approved', approve],
    ['refused', refuse],
  ])('is %s only when it was requested, once, by another, and not before', (_, decide) => {
    expect(refusal(dated.when(decide))).toEqual(['requestExists', 'requestId'])
    expect(refusal(requested.and(approve).when(decide))).toEqual(['requestOpen', 'requestId'])
    expect(refusal(requested.and(refuse).when(decide))).toEqual(['requestOpen', 'requestId'])
    const partner = example('AssignOwner', { data: { owner: ids.committee, role: 'PARTNER' } })
    const own = dated.and(partner, example('RequestCompletionDateRevision', { actor: actors.committee }))
    expect(refusal(own.when(decide))).toEqual(['proposerCannotDecide', 'onBehalfOf'])
    const later = dated.and(example('RequestCompletionDateRevision', { on: '2017-09-14' }))
    expect(refusal(later.when(decide))).toEqual(['decisionAfterProposal', 'effectiveOn'])
    const sameDay = dated.and(example('RequestCompletionDateRevision', { on: days.firstReport }))
    expect(refusal(sameDay.when(decide))).toBe('accepted')
  })
  it('is asked for by those responsible, not by a committee', () => {
    expect(refusal(dated.when(example('RequestCompletionDateRevision', { actor: actors.committee })))).toEqual([
      'proposerIsResponsible',
      'onBehalfOf',
    ])
  })
  it('is withdrawn by the requester while undecided; then there is nothing to decide', () => {
    const withdraw = example('WithdrawRevisionRequest')
    const withdrawn = requested.and(withdraw)
    expect(withdrawn.state.record.completionDateRevisions[0]).toMatchObject({ withdrawn: { reason: 'It will be done in time after all' } })
    expect(withdrawn.on('2017-11-01').schedule).toMatchObject({ state: 'OVERDUE', dueOn: days.due })
    for (const decide of [approve, refuse, withdraw]) expect(refusal(withdrawn.when(decide))).toEqual(['notWithdrawn', 'requestId'])
    expect(refusal(dated.when(withdraw))).toEqual(['requestExists', 'requestId'])
    for (const decided of [approve, refuse]) expect(refusal(requested.and(decided).when(withdraw))).toEqual(['requestOpen', 'requestId'])
    expect(refusal(requested.when(example('WithdrawRevisionRequest', { actor: actors.officer })))).toEqual([
      'withdrawnByProposer',
      'onBehalfOf',
    ])
    expect(refusal(requested.when(example('WithdrawRevisionRequest', { on: '2017-08-31' })))).toEqual([
      'decisionAfterProposal',
      'effectiveOn',
    ])
    const again = example('RequestCompletionDateRevision', { on: '2017-10-01', data: { requestId: 'request-2' } })
    expect(refusal(withdrawn.when(again))).toBe('accepted')
  })
  it('is one of several, each known by its id', () => {
    const second = { requestId: 'request-2', date: '2018-06-30' }
    const two = requested.and(refuse, example('RequestCompletionDateRevision', { on: '2018-01-10', data: second }))
    const both = two.and(
      example('ApproveCompletionDateRevision', { on: days.meeting, data: { requestId: 'request-2', decision: decisionAt(days.meeting) } }),
    )
    expect(both.state.record.completionDateRevisions.map(({ requestId, approved }) => [requestId, approved?.date ?? null])).toEqual([
      ['request-1', null],
      ['request-2', '2018-06-30'],
    ])
    expect(refusal(both.when(example('RequestCompletionDateRevision')))).toEqual(['uniqueId', 'requestId'])
    expect(both.on('2018-02-13').schedule.dueOn).toBe(days.due)
    expect(both.on('2018-02-14').schedule.dueOn).toBe('2018-06-30')
    expect(ids.committee).toBe(both.state.record.completionDateRevisions[1]?.approved?.principal.id)
  })
})
