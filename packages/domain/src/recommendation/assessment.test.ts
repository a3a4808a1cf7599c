import { describe, expect, it } from 'vitest'
import type { PolicyInForce } from './commands.ts'
import type { VisitDirection } from '../visit/events.ts'
import { example, replacing, voiding } from '../../testing/recommendation/example-commands.ts'
import { actors, days, decisionAt, ids, policy, timescales } from '../../testing/recommendation/examples.ts'
import { factOf, givenTracked, refusal } from '../../testing/recommendation/given.ts'

const evidence = example('AttachEvidence')
const dated = givenTracked(example('IssueRecommendation'), evidence)
const undated = givenTracked(example('IssueRecommendation', { data: { timescale: timescales.notGiven } }), evidence)
const proposed = dated.and(example('ProposeAssessment'))
const agree = example('AgreeAssessment')
const withdraw = example('WithdrawProposal')
const again = example('ProposeAssessment', { on: '2018-02-08', data: { proposalId: 'proposal-2', completedOn: '2017-10-15' } })
/** A committee that is itself responsible for the item. */
const partner = example('AssignOwner', { data: { owner: ids.committee, role: 'PARTNER' } })
const own = example('MakeCommitteeAssessment')

type Says = Partial<Parameters<typeof example<'ProposeAssessment'>>[1] & object>['data']
const blank = { completedOn: null, anticipatedCompletionDate: null, obstacle: null, evidence: [] as readonly string[] }
const says = (category: string, data: Says = {}, on = '2018-02-01') =>
  example('ProposeAssessment', { on, data: { ...blank, category, ...data } })
const achieved = (completedOn: string | null) => ({ completedOn, evidence: ['evidence-1'] })

describe('a category of a dated item', () => {
  it.each([
    ['1', achieved('2017-10-31'), '2018-02-01', 'accepted'],
    ['1', achieved('2017-10-01'), '2017-10-20', 'accepted'],
    ['1', achieved('2017-11-01'), '2018-02-01', ['completedOnTime', 'category']],
    ['1', achieved(null), '2018-02-01', ['completionDateNeeded', 'completedOn']],
    ['1', achieved('2018-02-02'), '2018-02-01', ['completionInPast', 'completedOn']],
    ['1', { completedOn: '2017-10-31' }, '2018-02-01', ['evidenceNeeded', 'evidence']],
    ['1', { completedOn: '2017-10-31', evidence: ['evidence-1', 'evidence-9'] }, '2018-02-01', ['evidenceExists', 'evidence.1']],
    ['2', achieved('2017-11-01'), '2018-02-01', 'accepted'],
    ['2', achieved('2018-02-01'), '2018-02-01', 'accepted'],
    ['2', achieved('2017-10-31'), '2018-02-01', ['completedLate', 'category']],
    ['2', achieved(null), '2018-02-01', ['completionDateNeeded', 'completedOn']],
    ['2', { completedOn: '2017-11-01' }, '2018-02-01', ['evidenceNeeded', 'evidence']],
    ['3', { anticipatedCompletionDate: '2018-06-30' }, '2017-11-01', 'accepted'],
    ['3', { anticipatedCompletionDate: '2018-06-30' }, '2017-10-31', ['datePassed', 'category']],
    ['3', {}, '2018-02-01', ['anticipatedDateNeeded', 'anticipatedCompletionDate']],
    ['3', { anticipatedCompletionDate: '2018-01-31' }, '2018-02-01', ['anticipatedInFuture', 'anticipatedCompletionDate']],
    ['3', { anticipatedCompletionDate: '2018-02-01' }, '2018-02-01', 'accepted'],
    ['3', { anticipatedCompletionDate: '2018-06-30', completedOn: '2017-11-01' }, '2018-02-01', ['completionNotAchieved', 'completedOn']],
    ['3', { anticipatedCompletionDate: '2018-06-30', evidence: ['evidence-9'] }, '2018-02-01', ['evidenceExists', 'evidence.0']],
    ['4', { obstacle: 'No money' }, '2017-11-01', 'accepted'],
    ['4', { obstacle: 'No money' }, '2017-10-31', ['datePassed', 'category']],
    ['4', {}, '2018-02-01', ['obstacleNeeded', 'obstacle']],
    ['5', { anticipatedCompletionDate: '2018-06-30' }, '2018-02-01', 'accepted'],
    ['5', { anticipatedCompletionDate: '2018-06-30' }, '2017-10-31', ['datePassed', 'category']],
    ['5', {}, '2018-02-01', ['anticipatedDateNeeded', 'anticipatedCompletionDate']],
    ['6', {}, '2017-10-31', 'accepted'],
    ['6', {}, '2017-11-01', ['dateNotPassed', 'category']],
    ['7', {}, '2018-02-01', ['categoryInPolicy', 'category']],
  ] as const)('%s with %j on %s: %j', (category, data, on, outcome) => {
    expect(refusal(dated.when(says(category, data, on)))).toEqual(outcome)
    const decided = { ...blank, category, ...data, insteadOf: null, decision: decisionAt('2017-10-01') }
    expect(refusal(dated.when(example('MakeCommitteeAssessment', { on, data: decided })))).toEqual(outcome)
  })
})

describe('a category of an undated item', () => {
  it.each([
    ['1', achieved(null), 'accepted'],
    ['1', achieved('2018-02-01'), 'accepted'],
    ['1', achieved('2018-02-02'), ['completionInPast', 'completedOn']],
    ['1', {}, ['evidenceNeeded', 'evidence']],
    ['2', achieved('2018-02-01'), ['undatedCategory', 'category']],
    ['3', { anticipatedCompletionDate: '2018-06-30' }, ['undatedCategory', 'category']],
    ['4', { obstacle: 'No money' }, 'accepted'],
    ['5', { anticipatedCompletionDate: '2018-06-30' }, ['undatedCategory', 'category']],
    ['6', {}, 'accepted'],
  ] as const)('%s with %j: %j', (category, data, outcome) => expect(refusal(undated.when(says(category, data)))).toEqual(outcome))
  it('is held against the date that a committee agreed, once there is one', () => {
    const now = undated.and(example('AgreeCompletionDate', { data: { date: '2017-12-31' } }))
    expect(refusal(now.when(says('6')))).toEqual(['dateNotPassed', 'category'])
    expect(refusal(now.when(says('2', achieved('2018-01-01'))))).toBe('accepted')
    expect(refusal(now.when(says('1', achieved('2018-01-01'))))).toEqual(['completedOnTime', 'category'])
  })
})

describe('an approved extension', () => {
  it('never turns late into on time', () => {
    const extended = dated.and(example('RequestCompletionDateRevision'), example('ApproveCompletionDateRevision'))
    expect(extended.state.record.revisedDate).toBe('2018-03-31')
    expect(refusal(extended.when(says('1', achieved('2017-12-01'))))).toEqual(['completedOnTime', 'category'])
    expect(refusal(extended.when(says('2', achieved('2017-12-01'))))).toBe('accepted')
    expect(refusal(extended.when(says('6')))).toEqual(['dateNotPassed', 'category'])
  })
})

describe('the policy', () => {
  it('says what a code means, whatever the code', () => {
    const colours: PolicyInForce = { ...policy, version: 3, categories: [{ code: 'green', label: 'Done', meaning: 'ACHIEVED_ON_TIME' }] }
    const data = { policy: colours, ...achieved('2017-10-31') }
    expect(factOf(dated.when(says('green', data)))?.data).toMatchObject({ category: 'green', meaning: 'ACHIEVED_ON_TIME' })
    expect(refusal(dated.when(says('1', data)))).toEqual(['categoryInPolicy', 'category'])
    const green = dated.and(says('green', data))
    expect(green.on(days.meeting).assessment.proposed).toEqual({
      category: 'green',
      meaning: 'ACHIEVED_ON_TIME',
      effectiveOn: '2018-02-01',
      policy: { authority: ids.authority, version: 3 },
    })
    expect(refusal(green.when(agree))).toEqual(['categoryInPolicy', 'proposalId'])
  })
})

describe('agreeing what was proposed', () => {
  it('takes it over as it was proposed', () => {
    expect(factOf(proposed.when(agree))).toEqual({
      type: 'AssessmentAgreed',
      data: { ...proposed.events[3]?.data, decision: decisionAt(days.meeting) },
    })
    expect(proposed.and(agree).state.record.trackedBy[0]?.assessment).toMatchObject({
      kind: 'AGREED',
      category: '1',
      proposalId: 'proposal-1',
      insteadOf: null,
    })
  })
  it.each([
    ['agreed', agree, 'proposalId'],
    ["replaced by the committee's own", own, 'insteadOf'],
  ])('it is %s once, known, by another, and not before', (_, decide, field) => {
    expect(refusal(dated.when(decide))).toEqual(['proposalExists', field])
    expect(refusal(proposed.when(decide))).toBe('accepted')
    expect(refusal(proposed.and(agree).when(decide))).toEqual(['proposalOpen', field])
    expect(refusal(proposed.and(own).when(decide))).toEqual(['proposalOpen', field])
    const byCommittee = dated.and(partner, example('ProposeAssessment', { actor: actors.committee }))
    expect(refusal(byCommittee.when(decide))).toEqual(['proposerCannotDecide', 'onBehalfOf'])
    const later = dated.and(example('ProposeAssessment', { on: '2018-02-15' }))
    expect(refusal(later.when(decide))).toEqual(['decisionAfterProposal', 'effectiveOn'])
    const sameDay = dated.and(example('ProposeAssessment', { on: days.meeting }))
    expect(refusal(sameDay.when(decide))).toBe('accepted')
  })
  it('is refused where it no longer holds on the day of the meeting', () => {
    const inProgress = dated.and(says('6', {}, '2017-10-30'))
    const on = (day: string) => inProgress.when(example('AgreeAssessment', { on: day, data: { decision: decisionAt(day) } }))
    expect(refusal(on('2017-10-31'))).toBe('accepted')
    expect(refusal(on('2017-11-01'))).toEqual(['dateNotPassed', 'proposalId'])
  })
  it('does not ask an anticipated date to lie after the meeting', () => {
    const anticipated = dated.and(says('3', { anticipatedCompletionDate: '2018-02-05' }))
    expect(refusal(anticipated.when(agree))).toBe('accepted')
  })
  it.each([
    ['agreed', agree, 'proposalId'],
    ["replaced by the committee's own", own, 'insteadOf'],
  ])('is %s of the newest proposal only', (_, decide, field) => {
    const two = proposed.and(again)
    expect(two.on(days.meeting).assessment.proposed).toMatchObject({ effectiveOn: '2018-02-08' })
    expect(refusal(two.when(decide))).toEqual(['newestProposal', field])
    const newest = { data: { [field]: 'proposal-2' } }
    expect(
      refusal(two.when(field === 'proposalId' ? example('AgreeAssessment', newest) : example('MakeCommitteeAssessment', newest))),
    ).toBe('accepted')
    expect(refusal(two.when(example('ProposeAssessment')))).toEqual(['uniqueId', 'proposalId'])
    expect(refusal(two.and(example('WithdrawProposal', { on: '2018-02-09', data: { proposalId: 'proposal-2' } })).when(decide))).toBe(
      'accepted',
    )
  })
})

describe('withdrawing what was proposed', () => {
  const withdrawn = proposed.and(withdraw)
  it('leaves it on record, and nothing to decide on', () => {
    expect(withdrawn.state.record.proposals).toHaveLength(1)
    expect(withdrawn.on(days.meeting).assessment).toMatchObject({ proposed: null, differs: false })
    expect(withdrawn.on('2018-02-04').assessment.proposed).toMatchObject({ category: '1' })
    expect(refusal(withdrawn.when(agree))).toEqual(['notWithdrawn', 'proposalId'])
    expect(refusal(withdrawn.when(own))).toEqual(['notWithdrawn', 'insteadOf'])
    expect(refusal(withdrawn.when(example('MakeCommitteeAssessment', { data: { insteadOf: null } })))).toBe('accepted')
    expect(refusal(withdrawn.when(again))).toBe('accepted')
  })
  it('is done once, by the proposer, after the proposal and before the decision', () => {
    expect(refusal(dated.when(withdraw))).toEqual(['proposalExists', 'proposalId'])
    expect(refusal(withdrawn.when(withdraw))).toEqual(['notWithdrawn', 'proposalId'])
    expect(refusal(proposed.and(agree).when(example('WithdrawProposal', { on: days.meeting })))).toEqual(['proposalOpen', 'proposalId'])
    expect(refusal(proposed.when(example('WithdrawProposal', { actor: actors.officer })))).toEqual(['withdrawnByProposer', 'onBehalfOf'])
    expect(refusal(proposed.when(example('WithdrawProposal', { on: '2018-01-31' })))).toEqual(['decisionAfterProposal', 'effectiveOn'])
  })
  it('is corrected as any entry is', () => {
    expect(refusal(withdrawn.and(voiding('event-4')).when(agree))).toBe('accepted')
    expect(withdrawn.and(replacing('event-4', { reason: 'Three teams' })).state.record.proposalsWithdrawn).toMatchObject([
      { reason: 'Three teams' },
    ])
    const decided = proposed.and(withdraw, voiding('event-4'), agree)
    expect(refusal(decided.when(voiding('event-5')))).toEqual(['notWithdrawn', 'change'])
  })
})

describe('who proposes', () => {
  it('is no committee, for it assesses', () => {
    const committee = example('ProposeAssessment', { actor: actors.committee })
    expect(refusal(dated.when(committee))).toEqual(['proposerIsResponsible', 'onBehalfOf'])
    expect(refusal(dated.and(partner).when(committee))).toBe('accepted')
    const executive = { ...actors.committee, onBehalfOf: { kind: 'body', id: 'example-borough-cabinet' } } as const
    expect(refusal(dated.when(example('ProposeAssessment', { actor: executive })))).toBe('accepted')
  })
})

describe("the committee's own assessment", () => {
  it('needs no proposal', () => {
    const made = dated.and(example('MakeCommitteeAssessment', { data: { insteadOf: null } }))
    expect(made.state.record.trackedBy[0]?.assessment).toMatchObject({
      kind: 'OWN',
      meaning: 'PROGRESS_MADE',
      insteadOf: null,
      proposalId: null,
    })
  })
  it('is not made by the proposer, even if it names no proposal', () => {
    const byCommittee = dated.and(partner, example('ProposeAssessment', { actor: actors.committee }))
    const unnamed = example('MakeCommitteeAssessment', { data: { insteadOf: null } })
    expect(refusal(byCommittee.when(unnamed))).toEqual(['proposerCannotDecide', 'onBehalfOf'])
    expect(refusal(proposed.when(unnamed))).toBe('accepted')
    const voided = byCommittee.and(
      example('CorrectEntry', { data: { entry: byCommittee.events.at(-1)?.eventId, change: { kind: 'VOID' } } }),
    )
    expect(refusal(voided.when(unnamed))).toBe('accepted')
  })
  it('keeps the disagreement', () => {
    const both = proposed.and(own).on(days.meeting).assessment
    expect(both).toMatchObject({ proposed: { category: '1' }, agreed: { category: '3' }, differs: true })
    expect(proposed.and(agree).on(days.meeting).assessment).toMatchObject({
      proposed: { category: '1' },
      agreed: { category: '1' },
      differs: false,
    })
    expect(proposed.on(days.meeting).assessment).toMatchObject({ agreed: null, differs: false })
  })
})

describe('the three voices', () => {
  const found = (direction: VisitDirection) => example('LinkVisitFinding', { data: { direction } })
  it.each([
    ['UNCHANGED', true],
    ['WORSE', true],
    ['NEEDS_IMPROVEMENT', true],
    ['IMPROVED', false],
    ['POSITIVE', false],
  ] as const)('achieved, and an independent finding %s: they differ: %s', (direction, differs) => {
    expect(proposed.and(found(direction)).on(days.meeting).assessment).toMatchObject({ independent: direction, differs })
    expect(proposed.and(agree, found(direction)).on(days.meeting).assessment).toMatchObject({ independent: direction, differs })
  })
  it('do not differ where the committee has agreed that it is not achieved', () => {
    const data = { insteadOf: null }
    const made = dated.and(example('MakeCommitteeAssessment', { data }), found('WORSE'))
    expect(made.on(days.meeting).assessment.differs).toBe(false)
  })
})

describe('what a committee still needs', () => {
  it('is recorded as its decision', () => {
    const asked = dated.and(example('RecordStillNeeded'))
    expect(asked.state.record.stillNeeded).toMatchObject([{ words: 'A figure for each team' }])
    expect(refusal(dated.when(example('RecordStillNeeded', { actor: actors.member })))).toEqual(['decidedByCommittee', 'onBehalfOf'])
    expect(asked.state.record.decisions.map(({ type }) => type)).not.toContain('AssessmentAgreed')
  })
})
