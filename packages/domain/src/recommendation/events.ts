import type { EventOf, FactOf } from '../kernel/events/event-declarations.ts'
import { correctionEvents } from '../kernel/events/entry-corrected.ts'
import {
  date,
  derived,
  digest,
  fixed,
  id,
  line,
  listOf,
  mediaType,
  name,
  nullable,
  oneOf,
  slug,
  text,
  webAddress,
  words,
} from '../kernel/fields/declare.ts'
import { dueDateCalculation } from '../clocks/due-date-calculation.ts'
import { publication } from '../report/publication.ts'
import { dateDerivation, timescale } from '../timescale/timescale.ts'
import { visitDirections } from '../visit/events.ts'
import {
  assessment,
  claims,
  conclusionReasons,
  decision,
  draftPlan,
  evidenceForms,
  evidenceKinds,
  exemption,
  gravities,
  identified,
  linkRelations,
  linkTarget,
  ownerRoles,
  place,
  responseDuties,
} from './event-parts.ts'
import { responseKinds } from './response-kinds.ts'
import { textKinds } from '../text-kind.ts'

export const recommendationEvents = {
  RecommendationIssued: {
    ...identified,
    text,
    textKind: oneOf(textKinds),
    place: nullable(place),
    timescale,
    originalCompletionDate: derived(nullable(date)),
    derivation: derived(dateDerivation),
    publication,
    addressee: nullable(name),
    parent: fixed(nullable(id)),
    /** How serious the report says it is; null where it does not. */
    gravity: nullable(oneOf(gravities)),
  },
  /** The words that are followed from now on; those of the report stay beside them. */
  WordingAmended: { wording: text, reason: words },
  RecommendationListed: { ...identified, listedIn: place, publication, addressee: nullable(name) },
  RecommendationWithheld: { reason: words },
  /** It is shown again after it was withheld; the withholding stays true for its time. */
  RecommendationPublished: { reason: words },
  /** The proper officer keeps parts of it from the public, who see that it exists. `publicInterest` null where no such test applies. */
  ExemptionMarked: exemption,
  /** The exemption was looked at again and goes on. */
  ExemptionReviewed: { found: words, reviewOn: date },
  ExemptionEnded: { reason: words },
  ThemeAssigned: { theme: line },
  /** `owner` is an office's stream name or a slug; `name` the office's or body's name, never a person's. */
  OwnerAssigned: { owner: fixed(id), name, role: oneOf(ownerRoles), asPrinted: nullable(words) },
  /**
   * The responsibility went from one office to another, in that role: with a service, or because the old office ended (`service` null). `transferId` names the act in the history of the old
   * office; the names are those of the day.
   */
  OwnerTransferred: {
    transferId: fixed(id),
    service: nullable(name),
    from: fixed(id),
    fromName: name,
    to: fixed(id),
    toName: name,
    role: oneOf(ownerRoles),
  },
  OwnerReleased: { owner: fixed(id), reason: words },
  /**
   * A body was asked for its response: `body` is an office's stream name or the slug of a body, `bodyName` its name on that day. A due date that a
   * correction gives is one that the letter prints.
   */
  ResponseRequired: {
    body: fixed(id),
    bodyName: name,
    of: fixed(oneOf(responseDuties)),
    receivedOn: date,
    noticeOn: date,
    dueOn: date,
    clock: derived(dueDateCalculation),
    /** Of an inspection that asks for priority action: the early draft of the action plan. Null where none is due. */
    draft: derived(nullable(draftPlan)),
  },
  /** The body sent the early draft of its action plan. That is no response. */
  DraftPlanSent: { body: fixed(id), bodyName: name, words: nullable(words) },
  /** `letter` is the act in the history of the report by which one letter responded to several recommendations; null for a response of its own. */
  ResponseGiven: {
    body: fixed(id),
    bodyName: name,
    response: oneOf(responseKinds),
    wording: nullable(text),
    reasons: nullable(words),
    letter: fixed(nullable(id)),
  },
  CompletionDateAgreed: { date, decision },
  CompletionDateRevisionRequested: { requestId: fixed(id), date, reason: words },
  CompletionDateRevisionApproved: { requestId: fixed(id), date, decision },
  CompletionDateRevisionRefused: { requestId: fixed(id), reason: words, decision },
  RevisionRequestWithdrawn: { requestId: fixed(id), reason: words },
  ActionPlanned: { actionId: fixed(id), description: words, dueOn: nullable(date), lead: nullable(name) },
  /** A new date or lead, null where it stays as it was. */
  ActionChanged: { actionId: fixed(id), dueOn: nullable(date), lead: nullable(name), reason: words },
  ActionStarted: { actionId: fixed(id) },
  ActionProgressed: { actionId: fixed(id), words },
  ActionCompleted: { actionId: fixed(id), words: nullable(words) },
  ActionAbandoned: { actionId: fixed(id), reason: words },
  /** A claim; null where the words make none ("an update was received"). */
  ProgressUpdated: {
    updateId: fixed(id),
    words,
    claim: nullable(oneOf(claims)),
    completedOn: nullable(date),
    reportedTo: nullable(name),
  },
  /**
   * `location` is where it is kept, where it was seen or heard, or its place in the document. A FILE has its digest and media type, a
   * WEB_PAGE its address; an APPENDIX may have a digest and media type, all else has neither.
   */
  EvidenceAttached: {
    evidenceId: fixed(id),
    form: oneOf(evidenceForms),
    digest: nullable(digest),
    mediaType: nullable(mediaType),
    address: nullable(webAddress),
    name: line,
    location: words,
    shows: oneOf(evidenceKinds),
    words,
  },
  EvidenceTested: { evidenceId: fixed(id), by: name, found: words },
  AssessmentProposed: { ...assessment, proposalId: fixed(id) },
  ProposalWithdrawn: { proposalId: fixed(id), reason: words },
  AssessmentAgreed: { ...assessment, proposalId: fixed(id), decision },
  /** `insteadOf` is the proposal that it takes the place of, null where none was made. */
  CommitteeAssessmentMade: { ...assessment, insteadOf: fixed(nullable(id)), decision },
  /**
   * The third voice: what was found on a visit concerns this recommendation. The finding stands in the history of the visit; here is what
   * follows from it. It is not corrected here: a correction of the visit is followed.
   */
  VisitFindingLinked: {
    visit: fixed(id),
    ref: fixed(id),
    body: fixed(name),
    /** The last day of the visit. */
    visitedOn: fixed(date),
    area: fixed(line),
    direction: fixed(oneOf(visitDirections)),
  },
  StillNeededRecorded: { words, decision },
  EscalatedTo: { body: name, reason: words },
  /** From that day the committee follows the recommendation: nobody else decides about it in its name. */
  TrackingTakenOn: { decision },
  /** Another committee goes on in its place, from where it stands; so does the setting of the completion date. */
  TrackingHandedOver: { to: fixed(slug), toName: name, reason: words, decision },
  TrackingConcluded: {
    reason: fixed(oneOf(conclusionReasons)),
    explanation: words,
    supersededBy: fixed(nullable(id)),
    /** Parts of it that were open: concluding it leaves them so, and says which. */
    partsLeftOpen: listOf(id),
    /** The day on which the committee wants to look at it again; null where it does not. */
    lookAgainOn: nullable(date),
    decision,
  },
  /** `newDate` is the day by which it is now to be done: given by the committee that sets the completion date, and by no other. */
  TrackingReopened: { reason: words, newDate: nullable(date), decision },
  RecommendationSuperseded: { by: fixed(id), reason: words },
  /** This recommendation is the same as `into`, where it continues; both references find it. */
  DuplicateMerged: { into: fixed(id), reason: words },
  /** `person` is an opaque person id, `office` the office's name. */
  RiskAccepted: { person: id, office: name, reason: words },
  RecommendationLinked: { linkId: fixed(id), relation: oneOf(linkRelations), target: linkTarget, words: nullable(words) },
  DissentRecorded: { words, by: name, decision },
  ...correctionEvents,
} as const

export type RecommendationEvent = EventOf<typeof recommendationEvents>
export type RecommendationEventType = RecommendationEvent['type']
type Of<Type extends RecommendationEventType> = FactOf<typeof recommendationEvents, Type>

export type RecommendationIssued = Of<'RecommendationIssued'>
export type RecommendationListed = Of<'RecommendationListed'>
export type RecommendationWithheld = Of<'RecommendationWithheld'>
export type ExemptionMarked = Of<'ExemptionMarked'>
export type ExemptionReviewed = Of<'ExemptionReviewed'>
export type OwnerAssigned = Of<'OwnerAssigned'>
export type OwnerTransferred = Of<'OwnerTransferred'>
export type ResponseRequired = Of<'ResponseRequired'>
export type DraftPlanSent = Of<'DraftPlanSent'>
export type ResponseGiven = Of<'ResponseGiven'>
export type CompletionDateAgreed = Of<'CompletionDateAgreed'>
export type CompletionDateRevisionRequested = Of<'CompletionDateRevisionRequested'>
export type CompletionDateRevisionApproved = Of<'CompletionDateRevisionApproved'>
export type CompletionDateRevisionRefused = Of<'CompletionDateRevisionRefused'>
export type RevisionRequestWithdrawn = Of<'RevisionRequestWithdrawn'>
export type ActionPlanned = Of<'ActionPlanned'>
export type ActionChanged = Of<'ActionChanged'>
export type WordingAmended = Of<'WordingAmended'>
export type ActionProgressed = Of<'ActionProgressed'>
export type ActionCompleted = Of<'ActionCompleted'>
export type ActionAbandoned = Of<'ActionAbandoned'>
export type ProgressUpdated = Of<'ProgressUpdated'>
export type EvidenceAttached = Of<'EvidenceAttached'>
export type EvidenceTested = Of<'EvidenceTested'>
export type AssessmentProposed = Of<'AssessmentProposed'>
export type ProposalWithdrawn = Of<'ProposalWithdrawn'>
export type VisitFindingLinked = Of<'VisitFindingLinked'>
export type StillNeededRecorded = Of<'StillNeededRecorded'>
export type EscalatedTo = Of<'EscalatedTo'>
export type TrackingHandedOver = Of<'TrackingHandedOver'>
export type TrackingConcluded = Of<'TrackingConcluded'>
export type TrackingReopened = Of<'TrackingReopened'>
export type RecommendationSuperseded = Of<'RecommendationSuperseded'>
export type DuplicateMerged = Of<'DuplicateMerged'>
export type RiskAccepted = Of<'RiskAccepted'>
export type RecommendationLinked = Of<'RecommendationLinked'>
export type DissentRecorded = Of<'DissentRecorded'>
