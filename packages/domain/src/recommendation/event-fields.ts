import type { EntryCorrected } from '../envelope.ts'
import type { RecommendationEvent } from './events.ts'
import type { Check } from './field-checks.ts'
import { refuse } from './rules.ts'
import {
  anyFields,
  anything,
  byKind,
  date,
  digest,
  id,
  listOf,
  mediaType,
  name,
  nullable,
  oneOf,
  optional,
  partsOf,
  text,
  wholeNumber,
  words,
} from './field-checks.ts'

export type EventType = RecommendationEvent['type']
type KeyOf<Data> = Data extends unknown ? keyof Data : never
type FieldsOf<T extends EventType> = Readonly<Record<KeyOf<Extract<RecommendationEvent, { type: T }>['data']> & string, Check>>

const decision = partsOf({ committee: id, committeeName: name, meetingOn: date, minuteReference: name })
const place = partsOf({ document: name, page: nullable(name), paragraph: nullable(name), heading: nullable(name) })
/** A hundred years: beyond that there is no calendar to count in. */
const mostMonths = 1_200
const months: Check = (value, field) =>
  wholeNumber(value, field) ?? (Number(value) > mostMonths ? refuse('wholeNumber', field, `at most ${mostMonths}`) : null)
const timescale = partsOf({
  asPrinted: nullable(words),
  grade: oneOf('IMMEDIATE', 'WITHIN_MONTHS', 'LONGER_TERM', 'BY_DATE', 'NOT_GIVEN'),
  months: nullable(months),
  date: nullable(date),
  datePrecision: nullable(oneOf('DAY', 'MONTH')),
})
const publication = partsOf({
  report: id,
  kind: oneOf('INSPECTION', 'SCRUTINY', 'NATIONAL', 'AUDIT', 'INQUIRY', 'CORONER', 'OTHER'),
  publishedOn: nullable(date),
  publishedPrecision: oneOf('DAY', 'MONTH', 'NOT_AFTER', 'UNKNOWN'),
  adoptedOn: nullable(date),
  illustrative: oneOf(true, false),
})
const derivation = partsOf({ rule: name, from: nullable(date), fromIs: nullable(oneOf('PUBLISHED', 'ADOPTED')), words })
const clock = partsOf({
  clock: name,
  instrument: words,
  startedOn: date,
  startedBy: words,
  calendar: oneOf('CALENDAR', 'WORKING_DAYS_ENGLAND_AND_WALES'),
  dueOn: date,
  words,
})
const assessment = {
  category: name,
  meaning: oneOf('ACHIEVED_ON_TIME', 'ACHIEVED_LATE', 'PROGRESS_MADE', 'OBSTACLE', 'INSUFFICIENT_PROGRESS', 'IN_PROGRESS'),
  completedOn: nullable(date),
  anticipatedCompletionDate: nullable(date),
  obstacle: nullable(words),
  evidence: listOf(id),
  words,
}
const target = byKind({
  RECOMMENDATION: partsOf({ kind: anything, id }),
  FINDING: partsOf({ kind: anything, report: id, id }),
  PLAN_PRIORITY: partsOf({ kind: anything, id }),
  INDICATOR: partsOf({ kind: anything, id }),
})
const change = byKind({
  VOID: partsOf({ kind: anything }),
  REPLACE: partsOf({ kind: anything, fields: anyFields, effectiveOn: optional(date) }),
})

/** What each field of each event must look like, whether a command states it or a correction replaces it. */
export const eventFields: { readonly [T in EventType]: FieldsOf<T> } = {
  RecommendationIssued: {
    report: id,
    reference: nullable(name),
    localReference: name,
    ordinal: wholeNumber,
    title: name,
    text,
    place: nullable(place),
    timescale,
    originalCompletionDate: nullable(date),
    derivation,
    publication,
    addressee: nullable(name),
    parent: nullable(id),
  },
  RecommendationListed: {
    report: id,
    reference: nullable(name),
    localReference: name,
    ordinal: wholeNumber,
    title: name,
    listedIn: place,
    publication,
    addressee: nullable(name),
  },
  RecommendationWithheld: { reason: words },
  ThemeAssigned: { theme: name },
  OwnerAssigned: {
    owner: id,
    name,
    role: oneOf('RESPONSIBLE_MEMBER', 'LEAD_OFFICER', 'PARTNER', 'RESPONSIBLE_BODY'),
    asPrinted: nullable(words),
  },
  OwnerReleased: { owner: id, reason: words },
  ResponseRequired: { receivedOn: date, noticeOn: date, dueOn: date, clock },
  ResponseGiven: {
    response: oneOf(
      'ACCEPTED',
      'ACCEPTED_WITH_AMENDED_WORDING',
      'ACCEPTED_IN_PART',
      'NOT_ACCEPTED',
      'ACTION_STATEMENT',
      'ADOPTED',
      'ADAPTED',
      'DECLINED',
    ),
    by: name,
    wording: nullable(text),
    reasons: nullable(words),
  },
  CompletionDateAgreed: { date, decision },
  CompletionDateRevisionRequested: { requestId: id, date, reason: words },
  CompletionDateRevisionApproved: { requestId: id, date, decision },
  CompletionDateRevisionRefused: { requestId: id, reason: words, decision },
  ActionPlanned: { actionId: id, description: words, dueOn: nullable(date), lead: nullable(name) },
  ActionStarted: { actionId: id },
  ActionProgressed: { actionId: id, words },
  ActionCompleted: { actionId: id, words: nullable(words) },
  ActionAbandoned: { actionId: id, reason: words },
  ProgressUpdated: {
    updateId: id,
    words,
    claim: nullable(oneOf('NOT_STARTED', 'IN_PROGRESS', 'COMPLETE')),
    completedOn: nullable(date),
    reportedTo: nullable(name),
  },
  EvidenceAttached: {
    evidenceId: id,
    digest,
    mediaType,
    name,
    location: words,
    shows: oneOf('OUTPUT', 'OUTCOME', 'ASSURANCE', 'USER_VOICE'),
    words,
  },
  EvidenceTested: { evidenceId: id, by: name, found: words },
  AssessmentProposed: { proposalId: id, ...assessment },
  AssessmentAgreed: { proposalId: id, decision, ...assessment },
  CommitteeAssessmentMade: { insteadOf: nullable(id), decision, ...assessment },
  IndependentFindingRecorded: {
    findingId: id,
    body: name,
    visit: name,
    words,
    direction: oneOf('IMPROVED', 'UNCHANGED', 'WORSE'),
    evidence: nullable(words),
  },
  StillNeededRecorded: { words, decision },
  EscalatedTo: { body: name, reason: words },
  TrackingConcluded: {
    reason: oneOf('ACHIEVED', 'OBSTACLE', 'SUPERSEDED', 'NO_LONGER_APPLICABLE', 'RISK_ACCEPTED', 'NOT_ACCEPTED'),
    explanation: words,
    supersededBy: nullable(id),
    decision,
  },
  TrackingReopened: { reason: words, decision },
  RecommendationSuperseded: { by: id, reason: words },
  DuplicateMerged: { into: id, reason: words },
  RiskAccepted: { person: id, office: name, reason: words },
  RecommendationLinked: {
    linkId: id,
    relation: oneOf('REPEATS', 'CONTINUES', 'CONTRIBUTES_TO', 'CONTRADICTS'),
    target,
    words: nullable(words),
  },
  DissentRecorded: { words, by: name, decision },
  EntryCorrected: { entry: id, reason: words, change } satisfies Record<keyof EntryCorrected['data'], Check>,
}
