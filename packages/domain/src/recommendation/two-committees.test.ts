import { describe, expect, it } from 'vitest'
import { example } from '../../testing/recommendation/example-commands.ts'
import { actors, committeeOf, days, decisionAt, ids, timescales } from '../../testing/recommendation/examples.ts'
import { given, givenTracked, refusal } from '../../testing/recommendation/given.ts'
import type { Actor, IsoDate } from '../envelope.ts'
import { decisionOrderOf } from './decision-order.ts'

const health = 'health'
const by = (committee: string): { readonly actor: Actor } => ({
  actor: { ...actors.committee, onBehalfOf: { kind: 'body', id: committee } },
})
const decidedBy = (committee: string, on: IsoDate) => ({ ...decisionAt(on), committee, committeeName: committee })
/** What a committee decides on a day: everything that its decision states. */
const of = (committee: string, on: IsoDate, more: object = {}) => {
  const decision = decidedBy(committee, on)
  return { on, ...by(committee), data: { decision, ...committeeOf(decision), ...more } }
}

/** Children's tracks it from the day of its issue, Health from a month later; the date is Children's to set. */
const children = ids.committee
const both = givenTracked(example('IssueRecommendation'), example('TakeOnTracking', of(health, '2017-05-02')), example('AttachEvidence'))
const own = (committee: string, on: IsoDate, category: string, more: object = {}) =>
  example(
    'MakeCommitteeAssessment',
    of(committee, on, {
      insteadOf: null,
      category,
      completedOn: null,
      anticipatedCompletionDate: category === '4' ? null : '2018-06-30',
      obstacle: category === '4' ? 'A contract' : null,
      ...more,
    }),
  )
const achieved = { completedOn: '2017-11-10', anticipatedCompletionDate: null, evidence: ['evidence-1'] }
const conclude = (committee: string, on: IsoDate, reason = 'NO_LONGER_APPLICABLE') =>
  example('ConcludeTracking', of(committee, on, { reason }))
const reopen = (committee: string, on: IsoDate, newDate: IsoDate | null) => example('ReopenTracking', of(committee, on, { newDate }))

describe('two committees', () => {
  it('each decide on their own day, in whichever order they are typed', () => {
    const typed = both.and(own(children, '2018-04-10', '3'), own(health, '2018-04-03', '5'))
    expect(typed.state.record.assessments.map(({ decision, category }) => [decision.committee, category])).toEqual([
      [health, '5'],
      [children, '3'],
    ])
    expect(decisionOrderOf(typed.state.record)).toEqual({ late: new Set(), beforeLate: new Set() })
  })
  it('agree the same proposal, each for itself', () => {
    const proposed = both.and(example('ProposeAssessment'))
    const agree = (committee: string) => example('AgreeAssessment', of(committee, '2018-02-14'))
    const agreed = proposed.and(agree(children), agree(health))
    expect(agreed.on('2018-02-14')).toMatchObject({
      assessment: { agreed: { category: '1' }, differs: false },
      schedule: { state: 'MET_ON_TIME' },
    })
    expect(refusal(agreed.when(agree(health)))).toEqual(['proposalOpen', 'proposalId'])
  })
  it('may differ: then nothing is agreed for the item, and it says so', () => {
    const differing = both.and(own(children, '2018-04-10', '2', achieved), own(health, '2018-04-11', '5'))
    expect(differing.on('2018-04-10').assessment).toMatchObject({ agreed: { category: '2' }, differs: false })
    expect(differing.on('2018-04-11').assessment).toMatchObject({ agreed: null, differs: true })
    expect(differing.on('2018-04-11').schedule).toMatchObject({ state: 'MET_LATE' })
  })
  it('conclude for themselves: the item is open while one of them follows it', () => {
    const one = both.and(conclude(children, '2018-04-10'))
    expect(one.on('2018-04-10')).toMatchObject({ tracking: 'OPEN', schedule: { state: 'ENDED' } })
    expect(refusal(one.when(own(health, '2018-04-11', '5')))).toBe('accepted')
    expect(refusal(one.when(own(children, '2018-04-11', '5')))).toEqual(['onlyWhileOpen', 'category'])
    expect(refusal(one.when(example('ProposeAssessment', { on: '2018-04-12' })))).not.toEqual(['onlyWhileOpen', 'category'])
    expect(one.and(conclude(health, '2018-05-08')).on('2018-05-08').tracking).toBe('CONCLUDED')
    const other = both.and(conclude(health, '2018-04-10'))
    expect(other.on('2018-04-10')).toMatchObject({ tracking: 'OPEN', schedule: { state: 'OVERDUE' } })
  })
  it('reopen what they concluded themselves, and no other does', () => {
    const one = both.and(conclude(children, '2018-04-10'))
    expect(refusal(one.when(reopen(health, '2018-05-08', null)))).toEqual(['onlyWhenConcluded', 'reason'])
    expect(refusal(one.when(reopen('audit', '2018-05-08', null)))).toEqual(['trackedByCommittee', 'decision.committee'])
    expect(refusal(one.when(reopen(children, '2018-05-08', '2018-12-31')))).toBe('accepted')
  })
  it('have one completion date, which the one that tracked it first sets', () => {
    const request = example('RequestCompletionDateRevision')
    const asked = both.and(request)
    const approve = (committee: string) => example('ApproveCompletionDateRevision', of(committee, '2017-09-13'))
    expect(refusal(asked.when(approve(health)))).toEqual(['dateSetByOther', 'requestId'])
    expect(refusal(asked.when(approve(children)))).toBe('accepted')
    const concluded = both.and(conclude(health, '2018-04-10'), conclude(children, '2018-04-10'))
    expect(refusal(concluded.when(reopen(health, '2018-05-08', '2018-12-31')))).toEqual(['dateSetByOther', 'newDate'])
    expect(refusal(concluded.when(reopen(children, '2018-05-08', null)))).toEqual(['newDateNeeded', 'newDate'])
    expect(concluded.and(reopen(health, '2018-05-08', null)).on('2018-05-08')).toMatchObject({
      tracking: 'OPEN',
      schedule: { state: 'ENDED' },
    })
    const undated = givenTracked(
      example('IssueRecommendation', { data: { timescale: timescales.notGiven } }),
      example('TakeOnTracking', of(health, '2017-05-02')),
    )
    const agree = (committee: string) => example('AgreeCompletionDate', of(committee, '2017-09-13'))
    expect(refusal(undated.when(agree(health)))).toEqual(['dateSetByOther', 'date'])
    expect(refusal(undated.when(agree(children)))).toBe('accepted')
  })
})

describe('a committee that does not track an item', () => {
  it.each([
    own('audit', '2018-02-14', '5'),
    conclude('audit', '2018-02-14'),
    example('RecordStillNeeded', of('audit', '2018-02-14')),
    example('HandOverTracking', of('audit', '2018-02-14', { to: health })),
  ])('decides nothing about it: $type', (command) => {
    expect(refusal(both.when(command))).toEqual(['trackedByCommittee', 'decision.committee'])
    expect(refusal(both.and(example('TakeOnTracking', of('audit', '2018-02-14'))).when(command))).not.toContain('trackedByCommittee')
  })
  it('nor before the day on which it took tracking on', () =>
    expect(refusal(both.when(own(health, '2017-05-01', '6')))).toEqual(['trackedByCommittee', 'decision.committee']))
  it('nor where no committee does: the item is not tracked', () => {
    const issued = given(example('IssueRecommendation'))
    expect(issued.on('2018-02-14')).toMatchObject({ tracking: 'NOT_TRACKED', schedule: { state: 'OVERDUE' } })
    expect(refusal(issued.when(own(children, '2018-02-14', '5')))).toEqual(['trackedByCommittee', 'decision.committee'])
    expect(
      refusal(issued.when(example('ProposeAssessment', { data: { evidence: [], category: '4', completedOn: null, obstacle: 'x' } }))),
    ).toBe('accepted')
  })
  it('takes tracking on once', () => {
    const again = example('TakeOnTracking', of(health, '2018-02-14'))
    expect(refusal(both.when(again))).toEqual(['alreadyTracked', 'decision.committee'])
    const merged = both.and(example('MergeDuplicate'))
    expect(refusal(merged.when(example('TakeOnTracking', of('audit', '2018-02-14'))))).toEqual(['mergedIntoAnother', 'decision'])
  })
})

describe('tracking that is handed over', () => {
  const handOver = (on: IsoDate, from: string = children, to = 'audit') =>
    example('HandOverTracking', of(from, on, { to, toName: to, toCommittee: { name: to, establishedOn: '2012-05-22', abolishedOn: null } }))
  it('goes on where it stood, with the setting of the date', () => {
    const before = givenTracked(example('IssueRecommendation'), example('AttachEvidence'), own(children, '2018-02-14', '2', achieved))
    const over = before.and(handOver('2018-03-01'))
    expect(over.state.record).toMatchObject({
      dateSetBy: 'audit',
      trackedBy: [
        { committee: children, tracking: 'HANDED_OVER', handedTo: 'audit' },
        { committee: 'audit', tracking: 'OPEN', assessment: { category: '2' } },
      ],
    })
    expect(over.on('2018-03-01')).toMatchObject({
      tracking: 'OPEN',
      schedule: { state: 'MET_LATE' },
      assessment: { agreed: { category: '2' } },
    })
    expect(refusal(over.when(own(children, '2018-04-10', '5')))).toEqual(['trackedByCommittee', 'decision.committee'])
    expect(refusal(over.when(conclude('audit', '2018-04-10', 'ACHIEVED')))).toBe('accepted')
    const concluded = before.and(conclude(children, '2018-02-20', 'ACHIEVED'), handOver('2018-03-01'))
    expect(concluded.on('2018-03-01').tracking).toBe('CONCLUDED')
    expect(refusal(concluded.when(reopen('audit', '2018-05-08', '2018-12-31')))).toBe('accepted')
  })
  it('does not count any more, and leaves what the other decided itself', () => {
    const over = both.and(own(health, '2018-02-14', '4'), own(children, '2018-02-14', '5'), handOver('2018-03-01', children, health))
    expect(over.on('2018-02-28').assessment).toMatchObject({ agreed: null, differs: true })
    expect(over.on('2018-03-01').assessment).toMatchObject({ agreed: { category: '4' }, differs: false })
    expect(over.state.record.dateSetBy).toBe(health)
    expect(over.and(conclude(health, '2018-04-10', 'OBSTACLE')).on('2018-04-10').tracking).toBe('CONCLUDED')
  })
  it('goes to another committee, that is on the register', () => {
    expect(refusal(both.when(handOver('2018-03-01', children, children)))).toEqual(['handOverToAnother', 'to'])
    const unknown = of(children, '2018-03-01', { to: 'audti', toCommittee: null, nearCommittees: ['audit'] })
    expect(refusal(both.when(example('HandOverTracking', unknown)))).toEqual(['committeeExists', 'to'])
  })
  it('can be taken on again, without the date', () => {
    const back = both.and(handOver('2018-03-01', children, health), example('TakeOnTracking', of(children, '2018-04-10')))
    expect(back.state.record).toMatchObject({
      dateSetBy: health,
      trackedBy: [{ tracking: 'OPEN', assessment: null }, { committee: health }],
    })
  })
})

describe('a decision found late in old minutes', () => {
  const later = both.and(own(children, '2018-04-10', '5'))
  it('is accepted and marked, and the later one is flagged and not decided again', () => {
    const found = later.and(own(children, '2018-02-14', '3'))
    const [late, decided] = found.state.record.assessments
    expect([late, decided].map((one) => one?.category)).toEqual(['3', '5'])
    expect(decisionOrderOf(found.state.record)).toEqual({ late: new Set([late?.eventId]), beforeLate: new Set([decided?.eventId]) })
    expect(found.on('2018-04-10').assessment.agreed).toMatchObject({ category: '5' })
    expect(found.on('2018-04-09').assessment.agreed).toMatchObject({ category: '3' })
  })
  it('is held against the history as at its own day, whatever came later', () => {
    const concluded = later.and(conclude(children, '2018-04-10'))
    expect(refusal(concluded.when(own(children, '2018-02-14', '3')))).toBe('accepted')
    expect(refusal(concluded.when(own(children, '2018-04-10', '3')))).toEqual(['onlyWhileOpen', 'category'])
    const withdrawn = both.and(example('ProposeAssessment'), example('WithdrawProposal', { on: '2018-03-01' }))
    expect(refusal(withdrawn.when(example('AgreeAssessment')))).toBe('accepted')
    expect(refusal(withdrawn.when(example('AgreeAssessment', of(children, '2018-03-02'))))).toEqual(['notWithdrawn', 'proposalId'])
    const evident = givenTracked(example('IssueRecommendation'), example('AttachEvidence', { on: '2018-03-01' }))
    expect(refusal(evident.when(own(children, '2018-02-14', '2', achieved)))).toEqual(['evidenceExists', 'evidence.0'])
    expect(refusal(evident.when(own(children, '2018-03-01', '2', achieved)))).toBe('accepted')
  })
  it('may conclude late, before what was decided later', () => {
    const found = later.and(conclude(children, '2018-02-14'))
    expect(found.on('2018-03-01').tracking).toBe('OPEN')
    expect(found.state.record.trackedBy[0]).toMatchObject({ tracking: 'CONCLUDED' })
    expect(decisionOrderOf(found.state.record).beforeLate.size).toBe(1)
  })
  it('is not what the committee still needs, nor a dissent, which have no order', () => {
    const heard = later.and(example('RecordStillNeeded', of(children, days.meeting)))
    expect(decisionOrderOf(heard.state.record).late).toEqual(new Set())
  })
})
