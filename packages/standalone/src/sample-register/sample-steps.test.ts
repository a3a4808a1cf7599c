import {
  daysLate,
  positionOf,
  defaultPolicy,
  policyOn,
  respondentsOf,
  type RecommendationEvent,
  type RecommendationState,
  parseStream,
} from '@outstanding/domain'
import { describe, expect, it } from 'vitest'
import { dryRun, policyIn, recommendationIn, reportIn } from './dry-run.ts'
import { exampleReports } from './example-borough/reports.ts'
import { realReports } from './real/real-steps.ts'
import { illustrationSteps, sampleSteps } from './sample-steps.ts'
import { streamOfRecommendation, streamOfReport } from './steps/stream-of.ts'

const today = '2026-11-22'
const log = dryRun(sampleSteps, today)
const recommendations = [...log.keys()].filter((stream) => stream.startsWith('recommendation-'))
const isReal = (stream: string): boolean => parseStream(stream)?.authority !== 'example-borough'
const stateIn = (stream: string, asAt: string | null = null) => recommendationIn(log, stream, asAt)

const streams = new Map(
  [...realReports, ...exampleReports].flatMap((report) =>
    report.recommendations.map((item) => [item.local, streamOfRecommendation(report, item)] as const),
  ),
)
const of = (local: string, asAt: string | null = null): RecommendationState => stateIn(streams.get(local) ?? '', asAt)
const position = (local: string, asAt: string) => {
  const authority = parseStream(streams.get(local) ?? '')?.authority ?? ''
  return positionOf(of(local, asAt), asAt, policyOn(policyIn(log, authority), asAt))
}

describe('the sample register', () => {
  it('gives each command an id of its own', () => expect(new Set(sampleSteps.map(({ key }) => key)).size).toBe(sampleSteps.length))
  it('counts 41 items of real councils: 37 with text, 3 children, 1 listed without text', () => {
    const states = recommendations.filter(isReal).map((stream) => stateIn(stream))
    const issued = states.filter((state) => state.kind === 'ISSUED')
    const children = issued.filter((state) => state.issued.parent !== null)
    expect([states.length, issued.length, children.length, states.filter(({ kind }) => kind === 'LISTED').length]).toEqual([41, 40, 3, 1])
    expect(states.length - children.length).toBe(38)
  })
  it('counts 53 judgements of record tables and 4 grades of sections, each with its meaning', () => {
    const judgements = realReports.flatMap((report) => reportIn(log, streamOfReport(report)).judgements)
    expect(judgements.filter(({ printedIn }) => printedIn === 'TABLE')).toHaveLength(53)
    expect(judgements.filter(({ printedIn }) => printedIn === 'TEXT')).toHaveLength(4)
    expect(judgements.every(({ meaning, grade }) => meaning !== null && grade !== '')).toBe(true)
    // 4 is the best grade of 2006 and the worst of 2010.
    expect(judgements.filter(({ grade }) => grade === '4').map(({ meaning }) => meaning)).toEqual(['OUTSTANDING'])
    expect(judgements.filter(({ grade }) => grade === 'Grade 4 (Inadequate)').map(({ meaning }) => meaning)).toEqual([
      'INADEQUATE',
      'INADEQUATE',
    ])
  })
  it.each([
    ['CP2017-R01', 'OVERDUE', 290, null],
    ['CP2017-R04', 'OVERDUE', 198, null],
    ['CP2017-R05', 'OVERDUE', 106, null],
    ['CP2017-R06', 'DUE_SOON', null, 14],
    ['CP2017-R02', 'NOT_DUE', null, 106],
    ['CP2017-R03', 'NOT_DUE', null, 106],
    ['MISSING2016-R2', 'UNDATED', null, null],
    ['CP2017-R7', 'UNDATED', null, null],
  ] as const)('on 14 February 2018 has %s %s', (local, state, daysOverdue, daysUntilDue) =>
    expect(position(local, '2018-02-14').schedule).toMatchObject({ state, daysOverdue, daysUntilDue }),
  )
  it.each([
    ['JAR2007-01', '2007-02-06'],
    ['JAR2007-02', '2007-08-06'],
    ['JAR2007-07', null],
    ['SLAC2010-01', '2010-07-16'],
    ['SLAC2010-04', '2010-10-16'],
    ['SLAC2010-12', '2011-01-16'],
    ['COV2006-01', '2006-12-23'],
    ['COV2006-04a', null],
    ['NTG2007-01', null],
    ['CP2017-R01', '2017-04-30'],
    ['MISSING2016-R2', null],
  ])('derives the original date of %s: %s', (local, date) => {
    const state = of(local)
    expect(state.kind === 'ISSUED' && state.issued.originalCompletionDate).toBe(date)
  })
  it('decides nothing about a real council, but that a committee tracks what its tracking table lists', () => {
    const decided = /^(?:Assessment|Committee|Tracking|Completion|RiskAccepted|Escalated|Response|StillNeeded|Dissent|EntryCorrected)/
    const types = recommendations.filter(isReal).flatMap((stream) => (log.get(stream) ?? []).map(({ type }) => type))
    expect(new Set(types.filter((type) => decided.test(type)))).toEqual(new Set(['TrackingTakenOn']))
    const trackings = recommendations.filter(isReal).map((stream) => positionOf(stateIn(stream), '2018-02-14', defaultPolicy).tracking)
    expect(trackings.filter((tracking) => tracking === 'OPEN')).toHaveLength(8)
    expect(trackings.filter((tracking) => tracking === 'NOT_TRACKED')).toHaveLength(33)
  })
  it('says of every entry of a real council in which document and where it was printed, or that it is ours', () => {
    const unsourced = sampleSteps.filter(
      ({ stream, source }) =>
        isReal(stream) && !(source.document && source.place && source.recordedOn) && !source.system.startsWith('Sample register: our '),
    )
    expect(unsourced.map(({ key }) => key)).toEqual([])
  })
  it('keeps the updates as the pack prints them', () => {
    const days = (local: string) => of(local).record.updates.map(({ effectiveOn }) => effectiveOn)
    expect(days('MISSING2016-R2')).toEqual(['2016-10-12', '2017-04-26', '2017-10-18'])
    for (const local of ['CP2017-R01', 'CP2017-R02', 'CP2017-R03', 'CP2017-R04', 'CP2017-R05', 'CP2017-R06', 'CP2017-R7'])
      expect(days(local)).toEqual(['2017-10-18'])
  })
  it('names no person: every owner is an office of its own stream', () => {
    const owners = recommendations.flatMap((stream) => stateIn(stream).record.owners)
    expect(owners.length).toBeGreaterThan(6)
    expect(owners.every(({ owner }) => owner.startsWith('office-') && log.has(owner))).toBe(true)
  })
})

describe('Example Borough', () => {
  it('is marked as an illustration wherever it comes', () => {
    expect(illustrationSteps.every(({ stream }) => !isReal(stream))).toBe(true)
    const creating = illustrationSteps.filter(({ command }) => ['RegisterReport', 'CreateOffice', 'AdoptPolicy'].includes(command))
    expect(creating.every(({ fields }) => fields.illustrative === true)).toBe(true)
    expect(sampleSteps.filter(({ stream, fields }) => isReal(stream) && fields.illustrative === true)).toEqual([])
  })
  it('shows every kind of event that a recommendation can have, but withholding', () => {
    const shown = new Set(recommendations.flatMap((stream) => (log.get(stream) ?? []).map(({ type }) => type)))
    const all: readonly RecommendationEvent['type'][] = [
      'RecommendationIssued',
      'RecommendationListed',
      'ThemeAssigned',
      'OwnerAssigned',
      'ResponseRequired',
      'ResponseGiven',
      'CompletionDateAgreed',
      'CompletionDateRevisionRequested',
      'CompletionDateRevisionApproved',
      'CompletionDateRevisionRefused',
      'RevisionRequestWithdrawn',
      'ActionPlanned',
      'ActionStarted',
      'ActionProgressed',
      'ActionCompleted',
      'ActionAbandoned',
      'ProgressUpdated',
      'EvidenceAttached',
      'EvidenceTested',
      'AssessmentProposed',
      'ProposalWithdrawn',
      'AssessmentAgreed',
      'CommitteeAssessmentMade',
      'VisitFindingLinked',
      'StillNeededRecorded',
      'EscalatedTo',
      'TrackingConcluded',
      'TrackingReopened',
      'RecommendationSuperseded',
      'DuplicateMerged',
      'RiskAccepted',
      'RecommendationLinked',
      'ExemptionMarked',
      'ExemptionReviewed',
      'WordingAmended',
      'ActionChanged',
      'DissentRecorded',
      'EntryCorrected',
    ]
    expect(all.filter((type) => !shown.has(type))).toEqual([])
  })
  it('shows each of the six categories, decided by the committee and standing', () => {
    const decided = recommendations.flatMap((stream) =>
      stateIn(stream).record.trackedBy.flatMap(({ assessment }) => assessment?.category ?? []),
    )
    expect([...new Set(decided)].toSorted()).toEqual(defaultPolicy.categories.map(({ code }) => code))
  })
  it('shows each reason for a conclusion but the obstacle, which stays open', () => {
    const reasons = recommendations.flatMap((stream) => stateIn(stream).record.conclusions.map(({ reason }) => reason))
    expect([...new Set(reasons)].toSorted()).toEqual(['ACHIEVED', 'NOT_ACCEPTED', 'NO_LONGER_APPLICABLE', 'RISK_ACCEPTED', 'SUPERSEDED'])
  })
  it.each([
    ['EX2024-R1', 'OVERDUE', 'OPEN'],
    ['EX2024-R2', 'MET_LATE', 'CONCLUDED'],
    ['EX2024-R3', 'OVERDUE', 'OPEN'],
    ['EX2024-R4', 'OVERDUE', 'OPEN'],
    ['EX2024-R5', 'ENDED', 'CONCLUDED'],
    ['EX2024-R7', 'MET_ON_TIME', 'CONCLUDED'],
    ['EXI2025-02', 'ENDED', 'CONCLUDED'],
    ['EXI2025-03', 'ENDED', 'CONCLUDED'],
    ['EXI2025-04', 'NOT_DUE', 'OPEN'],
    ['EXI2025-06', 'ENDED', 'CONCLUDED'],
    ['EX2026-R1', 'DUE_SOON', 'OPEN'],
    ['EX2026-R2', 'NOT_DUE', 'OPEN'],
    ['EX2026-R3', 'NOT_DUE', 'OPEN'],
    ['EX2026-R4', 'UNDATED', 'OPEN'],
  ])('on 22 November 2026 has %s %s and %s', (local, state, tracking) =>
    expect(position(local, today)).toMatchObject({ schedule: { state }, tracking }),
  )
  it('keeps the three voices apart, and awaits a response within two months', () => {
    const { assessment } = position('EXI2025-01', today)
    expect(assessment).toMatchObject({ proposed: { category: '2' }, agreed: { category: '3' }, independent: 'UNCHANGED', differs: true })
    expect(position('EX2026-R1', today).response).toBe('AWAITED')
    expect(of('EX2026-R1').record.responsesRequired.map(({ dueOn }) => dueOn)).toEqual(['2026-12-15'])
    expect(position('EX2024-R1', '2025-01-01')).toMatchObject({ schedule: { state: 'MET_ON_TIME' }, tracking: 'CONCLUDED' })
  })
  it('keeps the answers of two bodies to one recommendation apart, each with its own clock', () => {
    expect(position('EX2024-R4', '2024-08-01').response).toBe('AWAITED')
    expect(position('EX2024-R4', '2024-09-05').response).toBe('AWAITED')
    expect(position('EX2024-R4', today).response).toBe('MIXED')
    const told = respondentsOf(of('EX2024-R4').record).map(({ name, response, notice, respondedOn }) => [
      name,
      response,
      notice && respondedOn && daysLate(notice.dueOn, respondedOn),
    ])
    expect(told).toEqual([
      ['The Cabinet of Example Borough', 'ACCEPTED', 0],
      ['Example Integrated Care Board', 'ACCEPTED_IN_PART', 18],
    ])
  })
  it('shows two committees of one item, gravity, a moved action, and a day to look again', () => {
    expect(of('EX2024-R4').record.trackedBy.map((each) => each.committee)).toEqual([
      'example-borough-children-scrutiny',
      'example-borough-health-scrutiny',
    ])
    const gravity = ['EXI2025-01', 'EXI2025-02', 'EXI2025-03', 'EXI2025-05'].map((local) => {
      const state = of(local)
      return state.kind === 'ISSUED' && state.issued.gravity
    })
    expect(gravity).toEqual(['PRIORITY_ACTION', 'STATUTORY_REQUIREMENT', 'AREA_FOR_IMPROVEMENT', null])
    expect(of('EX2026-R1').record.actions.map(({ changes }) => changes.map(({ dueOn }) => dueOn))).toEqual([['2027-01-15']])
    expect(of('EXI2025-02').record.conclusions.map(({ lookAgainOn }) => lookAgainOn)).toEqual(['2027-01-19'])
    expect(of('EX2026-R3').record.exemption).toMatchObject({ ground: 'SCHEDULE_12A_3', reviewOn: '2027-01-29' })
  })
  it('reads the corrected correction, and the late entry in its place', () => {
    expect(of('EX2024-R6').record.updates[0]?.words).toMatch(/^16 of 24/)
    const [late] = of('EX2024-R2').record.updates
    expect([late?.effectiveOn, (late?.revision ?? 0) > 8]).toEqual(['2024-12-10', true])
  })
})
