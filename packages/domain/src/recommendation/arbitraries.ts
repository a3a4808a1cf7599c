import fc from 'fast-check'
import type { Actor, IsoDate, Recorded } from '../envelope.ts'
import type { EventType } from './event-fields.ts'
import type { RecommendationCommand } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import { commandTable, type CommandType } from './command-table.ts'
import { actors, days, decisionAt, example, examples, ids, policy, publication, recorded, timescales } from './examples.ts'

/*
 * Arbitrary facts and commands over few ids and few days, so that they meet: most commands of a history concern what is there.
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
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 })
const decision = anyDay.map(decisionAt)
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
const issuedAs = {
  report: fc.constant(ids.report),
  reference: fc.constantFrom('R05', 'R5', null),
  localReference: words,
  ordinal: fc.constantFrom(1, 2),
  title: words,
  publication: anyPublication,
  addressee: orNull(words),
}

/** Data of every event, field by field. */
const fields: Readonly<Record<EventType, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  RecommendationIssued: {
    ...issuedAs,
    text: words,
    place: orNull(place),
    timescale,
    originalCompletionDate: orNull(anyDay),
    derivation,
    parent: fc.constantFrom(null, ids.other),
  },
  RecommendationListed: { ...issuedAs, listedIn: place },
  RecommendationWithheld: { reason: words },
  ThemeAssigned: { theme: words },
  OwnerAssigned: { owner: few('office'), name: words, role: fc.constantFrom('RESPONSIBLE_MEMBER', 'PARTNER'), asPrinted: orNull(words) },
  OwnerReleased: { owner: few('office'), reason: words },
  ResponseRequired: { receivedOn: anyDay, noticeOn: anyDay, dueOn: anyDay, clock },
  ResponseGiven: {
    response: fc.constantFrom('ACCEPTED', 'NOT_ACCEPTED', 'ACTION_STATEMENT', 'DECLINED'),
    by: words,
    wording: orNull(words),
    reasons: orNull(words),
  },
  CompletionDateAgreed: { date: anyDay, decision },
  CompletionDateRevisionRequested: { requestId: few('request'), date: anyDay, reason: words },
  CompletionDateRevisionApproved: { requestId: few('request'), date: anyDay, decision },
  CompletionDateRevisionRefused: { requestId: few('request'), reason: words, decision },
  ActionPlanned: { actionId: few('action'), description: words, dueOn: orNull(anyDay), lead: orNull(words) },
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
    digest: fc.constant(`sha256:${'00'.repeat(32)}`),
    mediaType: fc.constant('text/plain'),
    name: words,
    location: words,
    shows: fc.constantFrom('OUTPUT', 'OUTCOME'),
    words,
  },
  EvidenceTested: { evidenceId: few('evidence'), by: words, found: words },
  AssessmentProposed: { proposalId: few('proposal'), ...assessment },
  AssessmentAgreed: { proposalId: few('proposal'), decision, ...assessment },
  CommitteeAssessmentMade: { insteadOf: orNull(few('proposal')), decision, ...assessment },
  IndependentFindingRecorded: {
    findingId: few('finding'),
    body: words,
    visit: words,
    words,
    direction: fc.constantFrom('IMPROVED', 'UNCHANGED', 'WORSE'),
    evidence: orNull(words),
  },
  StillNeededRecorded: { words, decision },
  EscalatedTo: { body: words, reason: words },
  TrackingConcluded: {
    reason: fc.constantFrom('ACHIEVED', 'ACHIEVED', 'OBSTACLE', 'SUPERSEDED', 'NO_LONGER_APPLICABLE', 'RISK_ACCEPTED', 'NOT_ACCEPTED'),
    explanation: words,
    supersededBy: fc.constantFrom(null, null, null, ids.other, ids.stream),
    decision,
  },
  TrackingReopened: { reason: words, decision },
  RecommendationSuperseded: { by: fc.constantFrom(ids.other, ids.stream), reason: words },
  DuplicateMerged: { into: fc.constantFrom(ids.other, ids.stream, ids.stream, ids.stream), reason: words },
  RiskAccepted: { person: few('person'), office: words, reason: words },
  RecommendationLinked: { linkId: few('link'), relation: fc.constantFrom('REPEATS', 'CONTINUES'), target, words: orNull(words) },
  DissentRecorded: { words, by: words, decision },
  EntryCorrected: { entry: eventId, reason: words, change },
}
const types = Object.keys(fields) as EventType[]

const principals: readonly Actor[] = [actors.officer, actors.member, actors.committee]

/** Recorded events of any types in any order: what no rule was asked about. */
export const anyEvents: fc.Arbitrary<readonly Recorded<RecommendationEvent>[]> = fc
  .array(
    fc.constantFrom(...types).chain((type) => fc.tuple(fc.constant(type), fc.record(fields[type]), anyDay, fc.constantFrom(...principals))),
    { maxLength: 14 },
  )
  .map((entries) =>
    entries.map(([type, data, effectiveOn, actor], revision) =>
      recorded({ type, data } as unknown as RecommendationEvent, revision, { effectiveOn, actor }),
    ),
  )

const besides = {
  policy: fc.constant(policy),
  principalOfficeKind: fc.oneof({ weight: 15, arbitrary: fc.constant(null) }, fc.constant('EXECUTIVE_MEMBER')),
  targetKnown: fc.constantFrom(true, true, true, false),
  printedDueOn: orNull(anyDay),
}

/** An assessment with what its category needs, whatever the dates: so that many are accepted. */
const supported = (stated: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const isAchieved = stated.category === '1' || stated.category === '2'
  return {
    ...stated,
    completedOn: isAchieved ? (stated.completedOn ?? days.due) : null,
    evidence: isAchieved ? ['evidence-1'] : [],
    anticipatedCompletionDate: isAchieved ? null : '2018-06-30',
    obstacle: stated.obstacle ?? 'One',
  }
}

/** A command of a type: mostly of the principal and the meeting that fit it. */
export const commandOf = (type: CommandType): fc.Arbitrary<RecommendationCommand> => {
  const { event, derived = [] } = commandTable[type]
  const asked = Object.entries(fields[event]).filter(([field]) => !derived.includes(field))
  const more = Object.entries(besides).filter(([field]) => Object.hasOwn(examples[type].data, field))
  const data = fc.record(Object.fromEntries([...asked, ...more]))
  const fitting = examples[type].actor
  return fc
    .tuple(data, anyDay, fc.oneof({ weight: 8, arbitrary: fc.constant(fitting) }, fc.constantFrom(...principals)), fc.nat(7))
    .map(([stated, effectiveOn, actor, odd]) => {
      const given = odd > 1 && Object.hasOwn(stated, 'category') ? supported(stated) : stated
      const meeting = odd > 0 && Object.hasOwn(given, 'decision') ? { decision: decisionAt(effectiveOn) } : {}
      return {
        type,
        data: { ...given, ...meeting },
        actor,
        effectiveOn,
        today: odd === 1 ? days.meeting : days.today,
      } as RecommendationCommand
    })
}

const commandTypes = Object.keys(commandTable) as CommandType[]
/** Commands with which histories go on come often, or few would ever get there. */
const often: readonly CommandType[] = [
  'AttachEvidence',
  'ProposeAssessment',
  'AgreeAssessment',
  'MakeCommitteeAssessment',
  'RequestCompletionDateRevision',
  'ApproveCompletionDateRevision',
  'RefuseCompletionDateRevision',
  'ConcludeTracking',
  'ReopenTracking',
]
export const anyCommand: fc.Arbitrary<RecommendationCommand> = fc.constantFrom(...commandTypes, ...often).chain(commandOf)

const opening = fc
  .tuple(
    fc
      .constantFrom<CommandType>('IssueRecommendation', 'IssueRecommendation', 'IssueRecommendation', 'ListRecommendation')
      .chain(commandOf),
    fc.boolean(),
  )
  .map(([first, evident]) => [onDay(first, days.adopted), ...(evident ? [example('AttachEvidence', { on: days.adopted })] : [])])

/** A life of up to 42 commands: half of the time in order of their days, else with late entries. */
export const anyCommands: fc.Arbitrary<readonly RecommendationCommand[]> = fc
  .tuple(opening, fc.array(anyCommand, { maxLength: 40, size: 'max' }), fc.boolean())
  .map(([first, rest, inOrder]) => (inOrder ? orderedByDay([...first, ...rest]) : [...first, ...rest]))

const orderedByDay = (commands: readonly RecommendationCommand[]): readonly RecommendationCommand[] => {
  const sorted = commands.map(({ effectiveOn }) => effectiveOn).sort()
  return commands.map((command, index) => onDay(command, sorted[index] ?? command.effectiveOn))
}

const onDay = (command: RecommendationCommand, effectiveOn: IsoDate): RecommendationCommand => {
  const meeting = 'decision' in command.data ? { decision: decisionAt(effectiveOn) } : {}
  return { ...command, effectiveOn, data: { ...command.data, ...meeting } } as RecommendationCommand
}
