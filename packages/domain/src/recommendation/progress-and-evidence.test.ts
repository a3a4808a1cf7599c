import { describe, expect, it } from 'vitest'
import { example } from '../../testing/recommendation/example-commands.ts'
import { actors, days, ids } from '../../testing/recommendation/examples.ts'
import { givenTracked, refusal } from '../../testing/recommendation/given.ts'
import type { CommandType } from './command-table.ts'
import type { VisitDirection } from '../visit/events.ts'

const issued = givenTracked(example('IssueRecommendation'))
const evident = issued.and(example('AttachEvidence'))

describe('a progress update', () => {
  it('claims a date only with completion, and not in the future', () => {
    const update = (data: object) => issued.when(example('UpdateProgress', { data }))
    expect(refusal(update({ claim: 'COMPLETE', completedOn: '2017-09-13' }))).toBe('accepted')
    expect(refusal(update({ claim: 'COMPLETE', completedOn: null }))).toBe('accepted')
    expect(refusal(update({ claim: 'COMPLETE', completedOn: '2017-09-14' }))).toEqual(['completionInPast', 'completedOn'])
    expect(refusal(update({ claim: 'IN_PROGRESS', completedOn: '2017-09-01' }))).toEqual(['claimedDateWithClaim', 'completedOn'])
    expect(refusal(update({ claim: null, completedOn: '2017-09-01' }))).toEqual(['claimedDateWithClaim', 'completedOn'])
  })
  it('may come late, even after conclusion, as other facts; some are older than the issue', () => {
    const concluded = issued.and(example('ConcludeTracking', { data: { reason: 'NO_LONGER_APPLICABLE' } }))
    const late = (type: CommandType, on: string) => refusal(concluded.when(example(type, { on })))
    for (const type of ['AttachEvidence', 'PlanAction', 'LinkVisitFinding', 'LinkRecommendation'] as const)
      expect(late(type, '2017-01-01')).toBe('accepted')
    for (const type of ['UpdateProgress', 'GiveResponse'] as const) expect(late(type, days.adopted)).toBe('accepted')
  })
  it('is never of a day to come', () => {
    expect(refusal(issued.when(example('UpdateProgress', { on: '2018-01-01', today: '2017-12-31' })))).toEqual([
      'notAfterToday',
      'effectiveOn',
    ])
    expect(refusal(issued.when(example('UpdateProgress', { on: '2018-01-01', today: '2018-01-01' })))).toBe('accepted')
    expect(refusal(issued.when(example('UpdateProgress', { on: '2018-02-30' })))).toEqual(['date', 'effectiveOn'])
  })
})

describe('evidence', () => {
  it('is tested when it is on record', () => {
    expect(refusal(issued.when(example('TestEvidence')))).toEqual(['evidenceExists', 'evidenceId'])
    const tested = evident.and(example('TestEvidence'))
    expect(tested.state.record.evidenceTests).toMatchObject([{ evidenceId: 'evidence-1', found: 'The sample bears it out' }])
    expect(refusal(evident.when(example('TestEvidence', { data: { evidenceId: 'evidence-2' } })))).toEqual(['evidenceExists', 'evidenceId'])
  })
  it('has an id of its own', () => expect(refusal(evident.when(example('AttachEvidence')))).toEqual(['uniqueId', 'evidenceId']))
})

describe('an independent finding', () => {
  it('stands beside the other voices, and is linked once', () => {
    const found = issued.and(example('LinkVisitFinding'))
    expect(found.on('2018-02-14').assessment).toEqual({ proposed: null, agreed: null, independent: 'UNCHANGED', differs: false })
    expect(refusal(found.when(example('LinkVisitFinding')))).toEqual(['findingAlreadyLinked', 'ref'])
    const data = { visit: ids.report, visitedOn: '2018-02-01', direction: 'IMPROVED' } as const
    const next = found.and(example('LinkVisitFinding', { on: '2018-02-01', data }))
    expect(next.on('2018-02-14').assessment.independent).toBe('IMPROVED')
    expect(next.on('2018-01-31').assessment.independent).toBe('UNCHANGED')
  })
  it('is the most critical of the newest visit, in whatever order they are linked', () => {
    const of = (ref: string, direction: VisitDirection, visitedOn: string) =>
      example('LinkVisitFinding', { data: { ref, direction, visitedOn, visit: `visit-of-${visitedOn}` } })
    const found = issued.and(
      of('F1', 'IMPROVED', '2018-01-10'),
      of('F2', 'NEEDS_IMPROVEMENT', '2018-01-10'),
      of('F3', 'POSITIVE', '2018-01-10'),
      of('F1', 'WORSE', '2017-05-31'),
    )
    expect(found.on('2018-02-14').assessment.independent).toBe('NEEDS_IMPROVEMENT')
  })
})

describe('the principal of an entry', () => {
  it('is whom it was done for, else who typed it', () => {
    expect(evident.state.record.evidence[0]?.principal).toEqual(actors.member.onBehalfOf)
    const own = issued.and(example('AttachEvidence', { actor: actors.officer }))
    expect(own.state.record.evidence[0]?.principal).toEqual({ kind: 'person', id: actors.officer.id })
  })
})
