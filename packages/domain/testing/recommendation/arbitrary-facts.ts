import fc from 'fast-check'
import type { Actor, IsoDate, Recorded } from '../../src/envelope.ts'
import type { RecommendationEventType as EventType } from '../../src/recommendation/events.ts'
import { recommendationEvents, type RecommendationEvent } from '../../src/recommendation/events.ts'
import { arbitraryFields } from '../arbitrary-field.ts'
import { actors, days, decisionAt, ids, policy, publication, recorded, timescales } from './examples.ts'

/*
 * Arbitrary facts over few ids and few days, so that they meet: most commands of a history concern what is there.
 */

const few = (stem: string) => fc.constantFrom(`${stem}-1`, `${stem}-2`)
export const anyDay: fc.Arbitrary<IsoDate> = fc.constantFrom(
  '2017-03-01',
  days.adopted,
  '2017-05-02',
  days.firstReport,
  '2017-10-30',
  days.due,
  '2017-11-01',
  days.meeting,
  '2018-02-15',
  '2018-06-30',
)
const words = fc.constantFrom('One', 'Two')
export const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 })
const decision = fc
  .tuple(anyDay, fc.constantFrom(ids.committee, ids.committee, ids.committee, ids.anotherCommittee))
  .map(([meetingOn, committee]) => ({ ...decisionAt(meetingOn), committee }))
const timescale = fc.constantFrom(...Object.values(timescales))
const anyPublication = fc
  .tuple(fc.constantFrom('SCRUTINY', 'SCRUTINY', 'INSPECTION', 'NATIONAL'), orNull(anyDay))
  .map(([kind, adoptedOn]) => ({ ...publication, kind, adoptedOn }))
const derivation = fc.constant({ rule: 'notGiven', from: null, fromIs: null, words: 'none' })
const clock = anyDay.map((on) => ({
  clock: 'executiveResponse',
  instrument: 'as printed in the letter',
  startedOn: on,
  startedBy: 'notice',
  calendar: 'CALENDAR',
  dueOn: on,
  words: 'printed',
}))
const place = fc.constant({ document: 'D', page: '1', paragraph: null, heading: null })
const assessment = {
  category: fc.constantFrom('1', '1', '2', '3', '4', '5', '6'),
  label: fc.constantFrom(...policy.categories.map((category) => category.label)),
  meaning: fc.constantFrom(...policy.categories.map((category) => category.meaning)),
  completedOn: orNull(anyDay),
  anticipatedCompletionDate: orNull(anyDay),
  obstacle: orNull(words),
  evidence: fc.uniqueArray(few('evidence'), { maxLength: 2 }),
  words,
}
const target = fc.oneof(
  fc.constantFrom(ids.other, ids.stream).map((id) => ({ kind: 'RECOMMENDATION', id })),
  few('finding').map((id) => ({ kind: 'FINDING', report: ids.report, id })),
)
const eventId = fc.nat(12).map((revision) => `event-${revision}`)
const anyFields = fc.oneof(
  fc.record({ words, reason: words, title: words, date: anyDay, completedOn: orNull(anyDay), timescale }, { requiredKeys: [] }),
  fc.dictionary(fc.constantFrom('title', 'words', 'evidence', 'decision', 'timescale', 'actionId', 'change', 'policy'), fc.anything()),
)
const change = fc.oneof(
  fc.constant({ kind: 'VOID' }),
  fc.record({ kind: fc.constant('REPLACE'), fields: anyFields, effectiveOn: anyDay }, { requiredKeys: ['kind', 'fields'] }),
)
/** Two bodies, and mostly one of them. */
const respondent = { body: fc.constantFrom(ids.executive, ids.executive, 'office-1'), bodyName: words }
const issuedAs = {
  report: fc.constant(ids.report),
  reference: fc.constantFrom('R05', 'R5', null),
  localReference: words,
  ordinal: fc.constantFrom(1, 2),
  title: words,
  publication: anyPublication,
  addressee: orNull(words),
}

type FieldsOfFact = Readonly<Record<string, fc.Arbitrary<unknown>>>

/** Data that fit each other, field by field. An event that is not here has any data that its declaration allows. */
const fitting: { readonly [Type in EventType]?: FieldsOfFact } = {
  RecommendationIssued: {
    ...issuedAs,
    text: words,
    textKind: fc.constantFrom('QUOTED', 'SUMMARY'),
    place: orNull(place),
    timescale,
    originalCompletionDate: orNull(anyDay),
    derivation,
    parent: fc.constantFrom(null, ids.other),
    gravity: fc.constantFrom(null, 'PRIORITY_ACTION'),
  },
  RecommendationListed: { ...issuedAs, listedIn: place },
  OwnerAssigned: { owner: few('office'), name: words, role: fc.constantFrom('RESPONSIBLE_MEMBER', 'PARTNER'), asPrinted: orNull(words) },
  OwnerTransferred: {
    transferId: few('transfer'),
    service: orNull(words),
    from: few('office'),
    fromName: words,
    to: few('office'),
    toName: words,
    role: fc.constantFrom('RESPONSIBLE_MEMBER', 'PARTNER'),
  },
  OwnerReleased: { owner: few('office'), reason: words },
  ResponseRequired: {
    ...respondent,
    of: fc.constantFrom('EXECUTIVE', 'HEALTH_BODY', 'INSPECTION_ACTION_PLAN'),
    receivedOn: anyDay,
    noticeOn: anyDay,
    dueOn: anyDay,
    clock,
    draft: orNull(fc.record({ dueOn: anyDay, clock })),
  },
  DraftPlanSent: { ...respondent, words: orNull(words) },
  ResponseGiven: {
    ...respondent,
    response: fc.constantFrom('ACCEPTED', 'NOT_ACCEPTED', 'NOT_ACCEPTED', 'ACTION_STATEMENT', 'DECLINED'),
    wording: orNull(words),
    reasons: orNull(words),
    letter: orNull(few('letter')),
  },
  CompletionDateAgreed: { date: anyDay, decision },
  CompletionDateRevisionRequested: { requestId: few('request'), date: anyDay, reason: words },
  CompletionDateRevisionApproved: { requestId: few('request'), date: anyDay, decision },
  CompletionDateRevisionRefused: { requestId: few('request'), reason: words, decision },
  RevisionRequestWithdrawn: { requestId: few('request'), reason: words },
  ActionPlanned: { actionId: few('action'), description: words, dueOn: orNull(anyDay), lead: orNull(words) },
  ActionChanged: { actionId: few('action'), dueOn: orNull(anyDay), lead: orNull(words), reason: words },
  ActionStarted: { actionId: few('action') },
  ActionProgressed: { actionId: few('action'), words },
  ActionCompleted: { actionId: few('action'), words: orNull(words) },
  ActionAbandoned: { actionId: few('action'), reason: words },
  ProgressUpdated: {
    updateId: few('update'),
    words,
    claim: fc.constantFrom('NOT_STARTED', 'IN_PROGRESS', 'COMPLETE', null),
    completedOn: orNull(anyDay),
    reportedTo: orNull(words),
  },
  EvidenceAttached: {
    evidenceId: few('evidence'),
    form: fc.constantFrom('FILE', 'FILE', 'APPENDIX'),
    digest: fc.constant(`sha256:${'00'.repeat(32)}`),
    mediaType: fc.constant('text/plain'),
    address: fc.constant(null),
    name: words,
    location: words,
    shows: fc.constantFrom('OUTPUT', 'OUTCOME'),
    words,
  },
  EvidenceTested: { evidenceId: few('evidence'), by: words, found: words },
  AssessmentProposed: { proposalId: few('proposal'), ...assessment },
  ProposalWithdrawn: { proposalId: few('proposal'), reason: words },
  AssessmentAgreed: { proposalId: few('proposal'), decision, ...assessment },
  CommitteeAssessmentMade: { insteadOf: orNull(few('proposal')), decision, ...assessment },
  VisitFindingLinked: {
    visit: few('visit'),
    ref: few('finding'),
    body: words,
    visitedOn: anyDay,
    area: words,
    direction: fc.constantFrom('IMPROVED', 'UNCHANGED', 'WORSE', 'POSITIVE'),
  },
  StillNeededRecorded: { words, decision },
  TrackingTakenOn: { decision },
  TrackingHandedOver: { to: fc.constantFrom(ids.committee, ids.anotherCommittee), toName: words, reason: words, decision },
  TrackingConcluded: {
    reason: fc.constantFrom('ACHIEVED', 'ACHIEVED', 'OBSTACLE', 'SUPERSEDED', 'NO_LONGER_APPLICABLE', 'RISK_ACCEPTED', 'NOT_ACCEPTED'),
    explanation: words,
    supersededBy: fc.constantFrom(null, null, null, ids.other, ids.stream),
    partsLeftOpen: fc.constantFrom([], [], [ids.third]),
    lookAgainOn: fc.constantFrom(null, null, '2018-12-31'),
    decision,
  },
  TrackingReopened: { reason: words, newDate: fc.oneof(anyDay, fc.constant('2018-12-31')), decision },
  RecommendationSuperseded: { by: fc.constantFrom(ids.other, ids.stream), reason: words },
  DuplicateMerged: { into: fc.constantFrom(ids.other, ids.stream, ids.stream, ids.stream), reason: words },
  RiskAccepted: { person: few('person'), office: words, reason: words },
  RecommendationLinked: { linkId: few('link'), relation: fc.constantFrom('REPEATS', 'CONTINUES'), target, words: orNull(words) },
  DissentRecorded: { words, by: words, decision },
  EntryCorrected: { entry: eventId, reason: words, change },
}
const types = Object.keys(recommendationEvents) as EventType[]

/** Data of every event, field by field. */
export const factFields = Object.fromEntries(
  types.map((type) => [type, fitting[type] ?? arbitraryFields(recommendationEvents[type])]),
) as Readonly<Record<EventType, FieldsOfFact>>

export const principals: readonly Actor[] = [actors.officer, actors.member, actors.committee, actors.executive]

/** Recorded events of some types in any order: what no rule was asked about. */
const eventsOf = (chosen: readonly EventType[], maxLength: number): fc.Arbitrary<readonly Recorded<RecommendationEvent>[]> =>
  fc
    .array(
      fc
        .constantFrom(...chosen)
        .chain((type) => fc.tuple(fc.constant(type), fc.record(factFields[type]), anyDay, fc.constantFrom(...principals))),
      { maxLength },
    )
    .map((entries) =>
      entries.map(([type, data, effectiveOn, actor], revision) =>
        recorded({ type, data } as unknown as RecommendationEvent, revision, { effectiveOn, actor }),
      ),
    )

/** Of any types. */
export const anyEvents = eventsOf(types, 14)

/** Of few types, so that many say the same, or the contrary, and are corrected. */
export const anyEventsOnOne = fc
  .constantFrom<readonly EventType[]>(
    ['ProgressUpdated'],
    ['ProgressUpdated', 'ActionStarted', 'ActionCompleted', 'ActionAbandoned'],
    ['ActionPlanned', 'ActionProgressed', 'ActionCompleted'],
    ['ThemeAssigned', 'OwnerAssigned', 'OwnerTransferred', 'OwnerReleased'],
    ['TrackingConcluded', 'TrackingReopened', 'CompletionDateAgreed', 'CompletionDateRevisionApproved', 'AssessmentAgreed'],
    ['RecommendationIssued', 'RecommendationListed', 'CompletionDateAgreed'],
    ['AssessmentProposed', 'ProposalWithdrawn', 'CommitteeAssessmentMade', 'VisitFindingLinked'],
    ['CompletionDateRevisionRequested', 'RevisionRequestWithdrawn', 'CompletionDateRevisionApproved'],
    ['EvidenceAttached', 'EvidenceTested'],
    ['ResponseRequired', 'ResponseGiven', 'ResponseGiven', 'DraftPlanSent'],
  )
  .chain((some) => eventsOf([...some, ...some, 'EntryCorrected'], 14))
