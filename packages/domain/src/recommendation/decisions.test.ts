import { describe, expect, it } from 'vitest'
import type { CommitteeOnDay } from '../committee/named.ts'
import { example, examples } from '../../testing/recommendation/example-commands.ts'
import { actors, days, decisionAt, ids, policy } from '../../testing/recommendation/examples.ts'
import { givenTracked, refusal } from '../../testing/recommendation/given.ts'

const dated = givenTracked(example('IssueRecommendation'), example('AttachEvidence'))
const proposed = dated.and(example('ProposeAssessment'))
const decisions = [
  ['ApproveCompletionDateRevision', givenTracked(example('IssueRecommendation'), example('RequestCompletionDateRevision'))],
  ['RefuseCompletionDateRevision', givenTracked(example('IssueRecommendation'), example('RequestCompletionDateRevision'))],
  ['AgreeAssessment', proposed],
  ['MakeCommitteeAssessment', proposed],
  ['RecordStillNeeded', dated],
  ['HandOverTracking', dated],
  ['ConcludeTracking', proposed.and(example('AgreeAssessment'))],
  ['ReopenTracking', proposed.and(example('AgreeAssessment'), example('ConcludeTracking'))],
] as const

describe.each(decisions)('%s', (type, before) => {
  const { on } = examples[type]
  it('is the act of the committee that it names', () => {
    expect(refusal(before.when(example(type)))).toBe('accepted')
    const others = [
      actors.officer,
      { ...actors.committee, onBehalfOf: { kind: 'body', id: ids.anotherCommittee } },
      { ...actors.committee, onBehalfOf: { kind: 'office', id: ids.committee } },
      { ...actors.committee, onBehalfOf: { kind: 'person', id: ids.committee } },
    ] as const
    for (const actor of others) expect(refusal(before.when(example(type, { actor })))).toEqual(['decidedByCommittee', 'onBehalfOf'])
  })
  it('is never that of a member of the executive, where there is one', () => {
    const executive = { data: { principalOfficeKind: 'EXECUTIVE_MEMBER' } } as const
    expect(refusal(before.when(example(type, executive)))).toEqual(['executiveCannotDecide', 'onBehalfOf'])
    const typing = { actor: { ...actors.committee, role: 'responsible-member' } } as const
    expect(refusal(before.when(example(type, typing)))).toEqual(['executiveCannotDecide', 'onBehalfOf'])
    const committeeSystem = { policy: { ...policy, hasExecutive: false } }
    expect(refusal(before.when(example(type, { data: { ...executive.data, ...committeeSystem } })))).toBe('accepted')
    expect(refusal(before.when(example(type, { ...typing, data: committeeSystem })))).toBe('accepted')
    expect(refusal(before.when(example(type, { data: { principalOfficeKind: 'BODY' } })))).toBe('accepted')
  })
  it('is never that of the executive, by whatever name it is called', () => {
    const decidedBy = (committee: string, committeeName: string, hasExecutive = true) => {
      const actor = { ...actors.committee, onBehalfOf: { kind: 'body', id: committee } } as const
      const decision = { ...decisionAt(on), committee, committeeName }
      return refusal(before.when(example(type, { actor, data: { decision, policy: { ...policy, hasExecutive } } })))
    }
    for (const slug of ['cabinet', 'example-borough-cabinet', 'the-executive', 'cabinet-committee'])
      expect(decidedBy(slug, 'A committee')).toEqual(['executiveCannotDecide', 'decision.committee'])
    expect(decidedBy('children', 'The Cabinet')).toEqual(['executiveCannotDecide', 'decision.committeeName'])
    const tracksNothing = ['trackedByCommittee', 'decision.committee']
    expect(decidedBy('cabinet-scrutiny-committee', 'Cabinet Scrutiny Committee')).toEqual(tracksNothing)
    expect(decidedBy('executive', 'The Executive', false)).toEqual(tracksNothing)
  })
  it('is never that of the responsible member on record', () => {
    const owner = (role: 'RESPONSIBLE_MEMBER' | 'PARTNER', id: string) =>
      before.and(example('AssignOwner', { data: { owner: id, role } })).when(example(type))
    expect(refusal(owner('RESPONSIBLE_MEMBER', ids.committee))).toEqual(['executiveCannotDecide', 'onBehalfOf'])
    expect(refusal(owner('PARTNER', ids.committee))).toBe('accepted')
    expect(refusal(owner('RESPONSIBLE_MEMBER', ids.member))).toBe('accepted')
  })
  it('has a meeting that was held, and a minute reference', () => {
    const after = { decision: decisionAt('2018-07-01') }
    expect(refusal(before.when(example(type, { data: after })))).toEqual(['notBeforeMeeting', 'decision.meetingOn'])
    const unnamed = { decision: { ...decisionAt(on), minuteReference: ' ' } }
    expect(refusal(before.when(example(type, { data: unnamed })))).toEqual(['notEmpty', 'decision.minuteReference'])
    const later = { decision: decisionAt('2017-04-04') }
    expect(refusal(before.when(example(type, { data: later })))).toBe('accepted')
  })
  it('names a committee that is there, as it was called on the day of its meeting', () => {
    const named = (committeeOnDay: CommitteeOnDay | null) => {
      const decision = before.when(example(type, { data: { committeeOnDay, nearCommittees: ['children', 'audit'] } }))
      return { refused: refusal(decision), words: decision.ok ? [] : [decision.rejection.message, decision.rejection.remedy] }
    }
    expect(named(null)).toEqual({
      refused: ['committeeExists', 'decision.committee'],
      words: [
        'This authority has no committee of this slug: the nearest are children, audit.',
        'Establish the committee first with establishCommittee, or name one that is there.',
      ],
    })
    const there = { name: decisionAt(on).committeeName, establishedOn: on, abolishedOn: on }
    expect(named(there).refused).toBe('accepted')
    expect(named({ ...there, name: 'Another' }).refused).toEqual(['committeeNameOnDay', 'decision.committeeName'])
    expect(named({ ...there, establishedOn: '2018-12-30' }).refused).toEqual(['committeeEstablishedByMeeting', 'decision.meetingOn'])
    expect(named({ ...there, abolishedOn: '2017-04-04' }).refused).toEqual(['committeeAbolishedBeforeMeeting', 'decision.meetingOn'])
  })
  it('does not lie before the issue', () => {
    const early = { on: '2017-04-03', data: { decision: decisionAt('2017-04-03') } }
    expect(refusal(before.when(example(type, early)))).toEqual(['notBeforeIssue', 'effectiveOn'])
  })
})

describe('proposals and requests', () => {
  it.each(['ProposeAssessment', 'RequestCompletionDateRevision'] as const)('%s does not lie before the issue', (type) => {
    expect(refusal(dated.when(example(type, { on: '2017-04-03', data: { completedOn: null } })))).toEqual(['notBeforeIssue', 'effectiveOn'])
  })
  it('may be of the day of the issue', () =>
    expect(refusal(dated.when(example('RequestCompletionDateRevision', { on: days.adopted })))).toBe('accepted'))
})
