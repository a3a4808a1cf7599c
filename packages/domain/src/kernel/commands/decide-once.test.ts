import { describe, expect, it } from 'vitest'
import type { Recorded } from '../../envelope.ts'
import type { RecommendationEvent } from '../../recommendation/events.ts'
import { decideOnce, type OnceRequest, type StreamRevision } from './decide-once.ts'
import type { RecommendationCommand } from '../../recommendation/commands.ts'
import { recommendationDecider } from '../../recommendation/decide.ts'
import { example } from '../../../testing/recommendation/example-commands.ts'
import { ids } from '../../../testing/recommendation/examples.ts'
import { given } from '../../../testing/recommendation/given.ts'

const { events } = given(example('IssueRecommendation'), example('AssignTheme'), example('AttachEvidence'))
const request = (command: RecommendationCommand, more: Partial<OnceRequest<RecommendationCommand>> = {}) => ({
  command,
  commandId: 'command-new',
  requestDigest: 'digest-new',
  ...more,
})
const once = (on: readonly Recorded<RecommendationEvent>[], asked: OnceRequest<RecommendationCommand>) =>
  decideOnce(recommendationDecider, on, asked)

describe('a command', () => {
  it('is decided on what is on record, to be written after it', () => {
    expect(once([], request(example('IssueRecommendation')))).toMatchObject({
      kind: 'ACCEPTED',
      facts: [{ type: 'RecommendationIssued' }],
      revision: 'NO_STREAM',
      policy: { authority: ids.authority, version: 0 },
    })
    expect(once(events, request(example('TestEvidence')))).toEqual({
      kind: 'ACCEPTED',
      facts: [{ type: 'EvidenceTested', data: example('TestEvidence').data }],
      revision: 2,
      policy: undefined,
    })
  })
  it('is refused with the rule and the field', () => {
    expect(once(events, request(example('AssignTheme')))).toMatchObject({
      kind: 'REJECTED',
      rejection: { rule: 'alreadyAssigned', field: 'theme' },
    })
  })
  it('is decided on late entries too, in their place', () => {
    const late = [...events.slice(0, 1), { ...events[1], metadata: { ...events[1]?.metadata, effectiveOn: '2018-12-30' } }] as typeof events
    expect(once(late, request(example('AssignTheme')))).toMatchObject({ kind: 'REJECTED' })
  })
})

describe('a repeat', () => {
  it('gives what the first gave, even when others wrote in between or the revision is stale', () => {
    for (const expectedRevision of [undefined, 0, 'NO_STREAM'] as const) {
      const again = request(example('AssignTheme'), { commandId: 'command-1', requestDigest: 'digest-1', expectedRevision })
      expect(once(events, again)).toEqual({ kind: 'REPEATED', events: [events[1]] })
    }
  })
  it('gives every event of the first', () => {
    const both = events.map((event) => ({ ...event, metadata: { ...event.metadata, commandId: 'c', requestDigest: 'd' } }))
    expect(once(both, request(example('AssignTheme'), { commandId: 'c', requestDigest: 'd' }))).toEqual({ kind: 'REPEATED', events: both })
  })
  it('of the id for another request is refused', () => {
    const reused = request(example('AssignTheme'), { commandId: 'command-1', requestDigest: 'digest-other' })
    expect(once(events, reused)).toEqual({
      kind: 'REJECTED',
      rejection: {
        rule: 'commandIdReused',
        field: 'commandId',
        message: 'This command id has already been used for another request.',
        remedy: 'Use a new UUID as the command id.',
      },
    })
    const mixed = events.map((event) => ({ ...event, metadata: { ...event.metadata, commandId: 'command-1' } }))
    expect(once(mixed, { ...reused, requestDigest: 'digest-1' })).toMatchObject({
      kind: 'REJECTED',
      rejection: { rule: 'commandIdReused' },
    })
  })
})

describe('a stale command', () => {
  it.each<[StreamRevision, number]>([
    ['NO_STREAM', 3],
    [0, 2],
    [1, 1],
    [3, 0],
  ])('based on %s is refused with what was written meanwhile', (expectedRevision, changes) => {
    expect(once(events, request(example('TestEvidence'), { expectedRevision }))).toEqual({
      kind: 'CONFLICT',
      expected: expectedRevision,
      actual: 2,
      changes: changes === 0 ? [] : events.slice(-changes),
    })
  })
  it('is reported before any rule', () => {
    expect(once(events, request(example('AssignTheme'), { expectedRevision: 0 })).kind).toBe('CONFLICT')
    expect(once(events, request(example('AssignTheme'), { expectedRevision: 2 })).kind).toBe('REJECTED')
    expect(once([], request(example('AssignTheme'), { expectedRevision: 0 }))).toEqual({
      kind: 'CONFLICT',
      expected: 0,
      actual: 'NO_STREAM',
      changes: [],
    })
    expect(once([], request(example('IssueRecommendation'), { expectedRevision: 'NO_STREAM' })).kind).toBe('ACCEPTED')
  })
})
