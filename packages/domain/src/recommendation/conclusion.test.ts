import { describe, expect, it } from 'vitest'
import type { ConclusionReason } from './event-parts.ts'
import { example, examples, voiding } from '../../testing/recommendation/example-commands.ts'
import { actors, days, decisionAt, ids, publication, timescales } from '../../testing/recommendation/examples.ts'
import { givenTracked, refusal } from '../../testing/recommendation/given.ts'

const dated = givenTracked(example('IssueRecommendation'), example('AttachEvidence'))
const conclude = (reason: ConclusionReason, data = {}) => example('ConcludeTracking', { data: { reason, ...data } })
const assess = (category: string, data = {}) =>
  dated.and(example('MakeCommitteeAssessment', { data: { insteadOf: null, category, obstacle: 'No money', ...data } }))
const achieved = { anticipatedCompletionDate: null, evidence: ['evidence-1'] }
const on = (day: string) => ({ on: day, data: { decision: decisionAt(day) } })

describe('concluding', () => {
  it.each([
    ['1', { ...achieved, completedOn: '2017-10-20' }, 'accepted', ['obstacleAgreed', 'reason']],
    ['2', { ...achieved, completedOn: '2018-01-20' }, 'accepted', ['obstacleAgreed', 'reason']],
    ['3', {}, ['achievedAgreed', 'reason'], ['obstacleAgreed', 'reason']],
    ['4', {}, ['achievedAgreed', 'reason'], 'accepted'],
    ['5', {}, ['achievedAgreed', 'reason'], ['obstacleAgreed', 'reason']],
  ] as const)('with %s agreed', (category, data, asAchieved, forObstacle) => {
    const assessed = assess(category, data)
    expect(refusal(assessed.when(conclude('ACHIEVED')))).toEqual(asAchieved)
    expect(refusal(assessed.when(conclude('OBSTACLE')))).toEqual(forObstacle)
  })
  it('with 6 agreed is not possible: it comes back', () => {
    const data = { insteadOf: null, category: '6', anticipatedCompletionDate: null, decision: decisionAt(days.firstReport) }
    const running = dated.and(example('MakeCommitteeAssessment', { on: days.firstReport, data }))
    expect(refusal(running.when(conclude('ACHIEVED')))).toEqual(['achievedAgreed', 'reason'])
  })
  it('rests on what is agreed, not on what is proposed', () => {
    expect(refusal(dated.when(conclude('ACHIEVED')))).toEqual(['achievedAgreed', 'reason'])
    expect(refusal(dated.and(example('ProposeAssessment')).when(conclude('ACHIEVED')))).toEqual(['achievedAgreed', 'reason'])
  })
  it('rests on the newest that is agreed', () => {
    const worse = assess('1', { ...achieved, completedOn: '2017-10-20' }).and(
      example('MakeCommitteeAssessment', { data: { insteadOf: null } }),
    )
    expect(refusal(worse.when(conclude('ACHIEVED')))).toEqual(['achievedAgreed', 'reason'])
  })
  it('as superseded names the other', () => {
    const to = (supersededBy: string | null, data = {}) => conclude('SUPERSEDED', { supersededBy, ...data })
    expect(refusal(dated.when(to(ids.other)))).toBe('accepted')
    expect(refusal(dated.when(to(null)))).toEqual(['successorNamed', 'supersededBy'])
    expect(refusal(dated.when(to(ids.stream)))).toEqual(['refersToItself', 'supersededBy'])
    expect(refusal(dated.when(to(ids.other, { targetExists: false })))).toEqual(['targetExists', 'supersededBy'])
    expect(refusal(dated.when(to(ids.other, { targetSuccessors: [ids.third, ids.stream] })))).toEqual(['successorCircle', 'supersededBy'])
    expect(refusal(dated.when(conclude('NO_LONGER_APPLICABLE', { supersededBy: ids.other })))).toEqual(['successorNamed', 'supersededBy'])
    for (const recorded of [example('SupersedeRecommendation'), example('MergeDuplicate')]) {
      expect(refusal(dated.and(recorded).when(to(ids.other)))).toBe('accepted')
      expect(refusal(dated.and(recorded).when(to('recommendation-third')))).toEqual(['successorOnRecord', 'supersededBy'])
    }
  })
  it('leaves parts open only where it says so, part by part', () => {
    const openParts = [
      { id: ids.other, reference: 'R05 a' },
      { id: ids.third, reference: 'R05 b' },
    ]
    const leaving = (...partsLeftOpen: string[]) => conclude('NO_LONGER_APPLICABLE', { openParts, partsLeftOpen })
    expect(refusal(dated.when(leaving()))).toEqual(['partsOpen', 'partsLeftOpen'])
    expect(dated.when(leaving(ids.other))).toMatchObject({
      rejection: { rule: 'partsOpen', message: 'Parts of this recommendation are still open: R05 b.' },
    })
    expect(refusal(dated.when(leaving(ids.other, ids.third)))).toBe('accepted')
    expect(dated.and(leaving(ids.third, ids.other)).state.record.conclusions).toMatchObject([{ partsLeftOpen: [ids.third, ids.other] }])
    expect(refusal(dated.when(leaving(ids.other, ids.third, ids.report)))).toEqual(['openPart', 'partsLeftOpen.2'])
  })
  it('with the risk accepted names the senior person on record', () => {
    expect(refusal(dated.when(conclude('RISK_ACCEPTED')))).toEqual(['riskAccepted', 'reason'])
    const risky = dated.and(example('AcceptRisk'))
    expect(refusal(risky.when(conclude('RISK_ACCEPTED')))).toBe('accepted')
    expect(risky.state.record.riskAccepted).toMatchObject({ person: ids.chiefExecutive, office: 'Chief Executive' })
  })
  it('as not accepted rests on the reasons of the executive', () => {
    expect(refusal(dated.when(conclude('NOT_ACCEPTED')))).toEqual(['refusalRecorded', 'reason'])
    const refused = dated.and(example('GiveResponse', { data: { response: 'NOT_ACCEPTED', reasons: 'Too dear' } }))
    expect(refusal(refused.when(conclude('NOT_ACCEPTED')))).toBe('accepted')
    const changed = refused.and(example('GiveResponse', { on: '2017-07-01' }))
    expect(refusal(changed.when(conclude('NOT_ACCEPTED')))).toEqual(['refusalRecorded', 'reason'])
    const national = givenTracked(example('IssueRecommendation', { data: { publication: { ...publication, kind: 'NATIONAL' } } }))
    const declined = national.and(example('GiveResponse', { data: { response: 'DECLINED', reasons: 'Not ours' } }))
    expect(refusal(declined.when(conclude('NOT_ACCEPTED')))).toBe('accepted')
  })
  it('always says why, and there is no bare "closed"', () => {
    expect(refusal(dated.when(conclude('NO_LONGER_APPLICABLE')))).toBe('accepted')
    expect(refusal(dated.when(conclude('NO_LONGER_APPLICABLE', { explanation: '' })))).toEqual(['notEmpty', 'explanation'])
    expect(refusal(dated.when(conclude('CLOSED' as ConclusionReason)))).toEqual(['oneOf', 'reason'])
  })
})

describe('what is concluded', () => {
  const concluded = assess('4').and(conclude('OBSTACLE'))
  it.each([
    ['ConcludeTracking', 'reason'],
    ['AgreeCompletionDate', 'date'],
    ['RequestCompletionDateRevision', 'requestId'],
    ['ApproveCompletionDateRevision', 'requestId'],
    ['RefuseCompletionDateRevision', 'requestId'],
    ['ProposeAssessment', 'category'],
    ['AgreeAssessment', 'proposalId'],
    ['MakeCommitteeAssessment', 'category'],
    ['RecordStillNeeded', 'words'],
    ['Escalate', 'body'],
    ['AcceptRisk', 'person'],
  ] as const)('takes no %s', (type, field) => {
    const data = 'decision' in examples[type].data ? { decision: decisionAt(days.meeting) } : {}
    expect(refusal(concluded.when(example(type, { on: days.meeting, data })))).toEqual(['onlyWhileOpen', field])
  })
  it('can be reopened, and only it', () => {
    expect(refusal(assess('4').when(example('ReopenTracking')))).toEqual(['onlyWhenConcluded', 'reason'])
    const reopened = concluded.and(example('ReopenTracking'))
    expect(refusal(reopened.when(example('ReopenTracking')))).toEqual(['onlyWhenConcluded', 'reason'])
    expect(reopened.state.record).toMatchObject({
      trackedBy: [{ tracking: 'OPEN' }],
      conclusions: [{ reason: 'OBSTACLE' }],
      reopenings: [{ reason: 'The figures fell again' }],
    })
    expect([concluded, reopened].map((then) => then.on('2018-12-31').tracking)).toEqual(['CONCLUDED', 'OPEN'])
    expect(reopened.on('2018-06-12').tracking).toBe('CONCLUDED')
    expect(concluded.on('2018-02-13').tracking).toBe('OPEN')
  })
  it('needs a new assessment after it was reopened', () => {
    const reopened = concluded.and(example('ReopenTracking'))
    expect(
      refusal(reopened.when(example('ConcludeTracking', { ...on('2018-07-01'), data: { ...on('2018-07-01').data, reason: 'OBSTACLE' } }))),
    ).toEqual(['obstacleAgreed', 'reason'])
    expect(reopened.state.record.assessments).toHaveLength(1)
    expect(reopened.on('2018-12-31').assessment.agreed).toBeNull()
  })
})

describe('dissent', () => {
  it('is from a decision on record', () => {
    const assessed = assess('4')
    expect(refusal(dated.when(example('RecordDissent')))).toEqual(['decisionExists', 'decision.meetingOn'])
    expect(refusal(assessed.when(example('RecordDissent')))).toBe('accepted')
    expect(refusal(assessed.when(example('RecordDissent', { data: { decision: decisionAt('2018-02-13') } })))).toEqual([
      'decisionExists',
      'decision.meetingOn',
    ])
    const another = { ...decisionAt(days.meeting), committee: ids.anotherCommittee }
    expect(refusal(assessed.when(example('RecordDissent', { data: { decision: another } })))).toEqual([
      'decisionExists',
      'decision.meetingOn',
    ])
    const noted = assessed.and(example('RecordDissent'))
    expect(noted.state.record.dissents).toMatchObject([{ by: 'Opposition group' }])
  })
})

describe('dissent from a decision that was made void', () => {
  it('is not itself a decision to dissent from', () => {
    const noted = assess('4').and(example('RecordDissent'))
    const decision = noted.events.find(({ type }) => type === 'CommitteeAssessmentMade')
    const gone = noted.and(voiding(decision?.eventId ?? 'none'))
    expect(gone.state.record.dissents).toHaveLength(1)
    expect(refusal(gone.when(example('RecordDissent')))).toEqual(['decisionExists', 'decision.meetingOn'])
  })
})

describe('escalation', () => {
  it('is recorded while the item is open', () => {
    const escalated = dated.and(example('Escalate'), example('Escalate', { on: '2018-04-01' }))
    expect(escalated.state.record.escalations.map(({ effectiveOn }) => effectiveOn)).toEqual(['2018-03-01', '2018-04-01'])
  })
})

describe('an undated item', () => {
  it('is concluded as achieved without its being said whether it was late', () => {
    const undated = givenTracked(example('IssueRecommendation', { data: { timescale: timescales.notGiven } }), example('AttachEvidence'))
    const done = undated.and(
      example('ProposeAssessment', { data: { completedOn: null } }),
      example('AgreeAssessment'),
      conclude('ACHIEVED'),
    )
    expect(done.on('2018-12-31')).toMatchObject({ schedule: { state: 'UNDATED', slippageDays: null }, tracking: 'CONCLUDED' })
    expect(done.state.record.conclusions[0]?.principal).toEqual(actors.committee.onBehalfOf)
  })
})
