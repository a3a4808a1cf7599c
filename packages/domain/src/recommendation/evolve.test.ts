import { describe, expect, it } from 'vitest'
import type { EventMetadata } from '../envelope.ts'
import type { RecommendationEvent } from './events.ts'
import { recommendationDecider } from './decide.ts'
import { example } from '../../testing/recommendation/example-commands.ts'
import { actors, days, ids, recorded } from '../../testing/recommendation/examples.ts'
import { given, givenEvents, givenTracked } from '../../testing/recommendation/given.ts'
import { actionStatus, baselineOn, dueOn, principalOf } from './on-record.ts'
import { emptyRecord, notIssued } from './state.ts'

const meta = (effectiveOn: string): Pick<EventMetadata, 'effectiveOn' | 'actor'> => ({ effectiveOn, actor: actors.officer })
const issued = givenTracked(example('IssueRecommendation'))
const listed = givenTracked(example('RegisterListedRecommendation', { on: days.adopted }))

describe('the fold', () => {
  it('begins with nothing', () => {
    expect(recommendationDecider.initial).toBe(notIssued)
    expect(notIssued).toEqual({ kind: 'NOT_ISSUED', record: emptyRecord })
    expect(given().on('2018-01-01')).toMatchObject({ response: 'NOT_REQUIRED', delivery: 'NOT_REPORTED', tracking: 'NOT_TRACKED' })
    expect([baselineOn(notIssued), dueOn(notIssued)]).toEqual([null, null])
  })
  it('passes over a type that it does not know', () => {
    const unknown = { ...recorded({ type: 'ThemeAssigned', data: { theme: 'x' } }, 1, meta('2018-01-01')), type: 'SomethingNew' }
    expect(recommendationDecider.evolve(issued.state, unknown as never)).toBe(issued.state)
    expect(recommendationDecider.evolve(issued.state, { ...unknown, type: 'toString' } as never)).toBe(issued.state)
  })
  it('keeps what was issued, whatever is issued or listed after it', () => {
    const second = recorded(
      { ...issued.events[0], data: { ...issued.events[0]?.data, title: 'Second' } } as RecommendationEvent,
      1,
      meta('2018-01-01'),
    )
    const listing = recorded(listed.events[0] as RecommendationEvent, 2, meta('2018-01-02'))
    expect(givenEvents([...issued.events, second, listing]).state).toMatchObject({
      kind: 'ISSUED',
      issued: { title: 'Visits are recorded', eventId: 'event-0' },
    })
  })
  it('keeps the first listing, until the item is issued', () => {
    const second = recorded(
      { ...listed.events[0], data: { ...listed.events[0]?.data, title: 'Second' } } as RecommendationEvent,
      1,
      meta('2018-01-01'),
    )
    expect(givenEvents([...listed.events, second]).state).toMatchObject({ kind: 'LISTED', listed: { title: 'Visits are recorded' } })
    const issue = recorded(issued.events[0] as RecommendationEvent, 1, meta('2018-01-01'))
    const now = givenEvents([...listed.events, issue]).state
    expect(now).toMatchObject({ kind: 'ISSUED', issued: { eventId: 'event-1' } })
    expect(now).not.toHaveProperty('listed')
  })
  it('takes the steps of an action in any order', () => {
    const late = givenTracked(
      example('IssueRecommendation'),
      example('PlanAction', { on: '2017-09-01' }),
      example('CompleteAction', { on: '2017-08-20' }),
      example('PlanAction', { data: { actionId: 'action-2' } }),
    )
    expect(late.state.record.actions.map((action) => [action.actionId, actionStatus(action), action.planned?.effectiveOn])).toEqual([
      ['action-2', 'PLANNED', '2017-05-02'],
      ['action-1', 'COMPLETED', '2017-09-01'],
    ])
    expect(late.on('2017-08-25').delivery).toBe('IN_PROGRESS')
  })
  it('takes a decision on a date before the request that it answers', () => {
    const [, , request, approval] = issued.and(example('RequestCompletionDateRevision'), example('ApproveCompletionDateRevision')).events
    const moved = [
      ...issued.events,
      { ...request, metadata: { ...request?.metadata, effectiveOn: '2018-01-01' } },
      approval,
    ] as typeof issued.events
    expect(givenEvents(moved).state.record.completionDateRevisions).toMatchObject([
      { requestId: 'request-1', requested: { effectiveOn: '2018-01-01' }, approved: { date: '2018-03-31' }, refused: null },
    ])
  })
  it('keeps the newest assignment of an owner in a role', () => {
    const assigned = (owner: string, role: 'PARTNER' | 'LEAD_OFFICER', name: string, revision: number) =>
      recorded({ type: 'OwnerAssigned', data: { owner, name, role, asPrinted: null } }, revision, meta('2018-01-01'))
    const events = [
      assigned('a', 'PARTNER', 'First', 1),
      assigned('b', 'PARTNER', 'Other', 2),
      assigned('a', 'LEAD_OFFICER', 'Lead', 3),
      assigned('a', 'PARTNER', 'Second', 4),
    ]
    expect(givenEvents(events).state.record.owners.map(({ name }) => name)).toEqual(['Other', 'Lead', 'Second'])
  })
  it('keeps the first date that was agreed', () => {
    const agreement = (date: string, revision: number): Parameters<typeof recommendationDecider.evolve>[1] =>
      recorded({ type: 'CompletionDateAgreed', data: { date, decision: {} as never } }, revision, meta(`2017-0${revision}-01`))
    expect(givenEvents([agreement('2018-01-01', 1), agreement('2019-01-01', 2)]).state.record.agreedDate).toMatchObject({
      date: '2018-01-01',
    })
  })
  it('keeps with each entry where it came from', () => {
    expect(issued.state).toMatchObject({
      issued: {
        eventId: 'event-0',
        revision: 0,
        effectiveOn: days.adopted,
        principal: { kind: 'person', id: ids.officer },
        policy: { authority: ids.authority, version: 0 },
      },
      record: {
        stream: ids.stream,
      },
    })
    expect(issued.and(example('AcceptRisk')).state.record.riskAccepted?.policy).toBeNull()
  })
  it('keeps every decision, whatever was decided', () => {
    const concluded = issued.and(example('ConcludeTracking', { data: { reason: 'NO_LONGER_APPLICABLE' } }), example('UpdateProgress'))
    expect(concluded.state.record.decisions.map(({ type, effectiveOn }) => [type, effectiveOn])).toEqual([
      ['TrackingTakenOn', days.adopted],
      ['TrackingConcluded', days.meeting],
    ])
  })
})

describe('the principal', () => {
  it('is whom it was done for, else who typed it', () => {
    expect(principalOf(actors.member)).toEqual({ kind: 'office', id: ids.member })
    expect(principalOf(actors.officer)).toEqual({ kind: 'person', id: ids.officer })
  })
})
