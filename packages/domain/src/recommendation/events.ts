import type { EntryCorrected, Fact, IsoDate } from '../envelope.ts'
import type { PublishedPrecision, ReportKind } from '../report/events.ts'
import type { CategoryMeaning } from '../policy/events.ts'
import type { ClockReading } from '../clocks/clock-reading.ts'
import type { DateDerivation, Timescale } from '../timescale/timescale.ts'

/** The publication facts that were used when the recommendation was issued, so that `decide` stays pure. */
export type PublicationFacts = {
  readonly report: string
  readonly kind: ReportKind
  readonly publishedOn: IsoDate | null
  readonly publishedPrecision: PublishedPrecision
  readonly adoptedOn: IsoDate | null
  readonly illustrative: boolean
}

/** A decision of a committee. The minute reference is "date and item" until the confirmed number is known. */
export type DecisionRef = {
  /** Stream name or slug of the committee; the principal of the command must be this body. */
  readonly committee: string
  readonly committeeName: string
  readonly meetingOn: IsoDate
  readonly minuteReference: string
}

export type Place = {
  readonly document: string
  readonly page: string | null
  readonly paragraph: string | null
  readonly heading: string | null
}

export type RecommendationIssued = Fact<
  'RecommendationIssued',
  {
    readonly report: string
    /** As printed, or null where none is printed. */
    readonly reference: string | null
    /** Ours, unique within the report, shown as ours: "JAR2007-03". */
    readonly localReference: string
    /** From 1, the place in the report's list (children: within the parent). */
    readonly ordinal: number
    readonly title: string
    readonly text: string
    readonly place: Place | null
    readonly timescale: Timescale
    readonly originalCompletionDate: IsoDate | null
    readonly derivation: DateDerivation
    readonly publication: PublicationFacts
    readonly addressee: string | null
    readonly parent: string | null
  }
>
export type RecommendationListed = Fact<
  'RecommendationListed',
  {
    readonly report: string
    readonly reference: string | null
    readonly localReference: string
    readonly ordinal: number
    readonly title: string
    readonly listedIn: Place
    readonly publication: PublicationFacts
    readonly addressee: string | null
  }
>
export type RecommendationWithheld = Fact<'RecommendationWithheld', { readonly reason: string }>
export type ThemeAssigned = Fact<'ThemeAssigned', { readonly theme: string }>

export type OwnerRole = 'RESPONSIBLE_MEMBER' | 'LEAD_OFFICER' | 'PARTNER' | 'RESPONSIBLE_BODY'
export type OwnerAssigned = Fact<
  'OwnerAssigned',
  /** `owner` is an office's stream name or a slug; `name` the office's or body's name, never a person's. */
  {
    readonly owner: string
    readonly name: string
    readonly role: OwnerRole
    readonly asPrinted: string | null
  }
>
export type OwnerReleased = Fact<'OwnerReleased', { readonly owner: string; readonly reason: string }>

export type ResponseRequired = Fact<
  'ResponseRequired',
  {
    readonly receivedOn: IsoDate
    readonly noticeOn: IsoDate
    readonly dueOn: IsoDate
    readonly clock: ClockReading
  }
>
export type ResponseKind =
  | 'ACCEPTED'
  | 'ACCEPTED_WITH_AMENDED_WORDING'
  | 'ACCEPTED_IN_PART'
  | 'NOT_ACCEPTED'
  | 'ACTION_STATEMENT'
  | 'ADOPTED'
  | 'ADAPTED'
  | 'DECLINED'
export type ResponseGiven = Fact<
  'ResponseGiven',
  {
    readonly response: ResponseKind
    readonly by: string
    readonly wording: string | null
    readonly reasons: string | null
  }
>

export type CompletionDateAgreed = Fact<'CompletionDateAgreed', { readonly date: IsoDate; readonly decision: DecisionRef }>
export type CompletionDateRevisionRequested = Fact<
  'CompletionDateRevisionRequested',
  { readonly requestId: string; readonly date: IsoDate; readonly reason: string }
>
export type CompletionDateRevisionApproved = Fact<
  'CompletionDateRevisionApproved',
  { readonly requestId: string; readonly date: IsoDate; readonly decision: DecisionRef }
>
export type CompletionDateRevisionRefused = Fact<
  'CompletionDateRevisionRefused',
  { readonly requestId: string; readonly reason: string; readonly decision: DecisionRef }
>

export type ActionPlanned = Fact<
  'ActionPlanned',
  {
    readonly actionId: string
    readonly description: string
    readonly dueOn: IsoDate | null
    readonly lead: string | null
  }
>
export type ActionStarted = Fact<'ActionStarted', { readonly actionId: string }>
export type ActionProgressed = Fact<'ActionProgressed', { readonly actionId: string; readonly words: string }>
export type ActionCompleted = Fact<'ActionCompleted', { readonly actionId: string; readonly words: string | null }>
export type ActionAbandoned = Fact<'ActionAbandoned', { readonly actionId: string; readonly reason: string }>

/** A claim. `claim` is null where the words make none ("an update was received"). */
export type ProgressUpdated = Fact<
  'ProgressUpdated',
  {
    readonly updateId: string
    readonly words: string
    readonly claim: 'NOT_STARTED' | 'IN_PROGRESS' | 'COMPLETE' | null
    readonly completedOn: IsoDate | null
    readonly reportedTo: string | null
  }
>
export type EvidenceAttached = Fact<
  'EvidenceAttached',
  {
    readonly evidenceId: string
    /** `sha256:` and 64 hex digits. */
    readonly digest: string
    readonly mediaType: string
    readonly name: string
    /** Where it is kept, or its place in the document. */
    readonly location: string
    readonly shows: 'OUTPUT' | 'OUTCOME' | 'ASSURANCE' | 'USER_VOICE'
    readonly words: string
  }
>
export type EvidenceTested = Fact<'EvidenceTested', { readonly evidenceId: string; readonly by: string; readonly found: string }>

/** What an assessment says, with the category's meaning under the policy of its day. */
export type AssessmentContent = {
  /** The policy's code: "1" to "6" in the default policy. */
  readonly category: string
  readonly meaning: CategoryMeaning
  readonly completedOn: IsoDate | null
  readonly anticipatedCompletionDate: IsoDate | null
  readonly obstacle: string | null
  readonly evidence: readonly string[]
  readonly words: string
}
export type AssessmentProposed = Fact<'AssessmentProposed', AssessmentContent & { readonly proposalId: string }>
export type AssessmentAgreed = Fact<'AssessmentAgreed', AssessmentContent & { readonly proposalId: string; readonly decision: DecisionRef }>
export type CommitteeAssessmentMade = Fact<
  'CommitteeAssessmentMade',
  AssessmentContent & { readonly insteadOf: string | null; readonly decision: DecisionRef }
>
export type IndependentFindingRecorded = Fact<
  'IndependentFindingRecorded',
  {
    readonly findingId: string
    readonly body: string
    readonly visit: string
    readonly words: string
    readonly direction: 'IMPROVED' | 'UNCHANGED' | 'WORSE'
    readonly evidence: string | null
  }
>
export type StillNeededRecorded = Fact<'StillNeededRecorded', { readonly words: string; readonly decision: DecisionRef }>
export type EscalatedTo = Fact<'EscalatedTo', { readonly body: string; readonly reason: string }>

/** There is no bare "closed". ACHIEVED needs an agreed 1 or 2; OBSTACLE an agreed 4. */
export type ConclusionReason = 'ACHIEVED' | 'OBSTACLE' | 'SUPERSEDED' | 'NO_LONGER_APPLICABLE' | 'RISK_ACCEPTED' | 'NOT_ACCEPTED'
export type TrackingConcluded = Fact<
  'TrackingConcluded',
  {
    readonly reason: ConclusionReason
    readonly explanation: string
    readonly supersededBy: string | null
    readonly decision: DecisionRef
  }
>
export type TrackingReopened = Fact<'TrackingReopened', { readonly reason: string; readonly decision: DecisionRef }>
export type RecommendationSuperseded = Fact<'RecommendationSuperseded', { readonly by: string; readonly reason: string }>
/** This recommendation is the same as `into`, which carries on; both references find it. */
export type DuplicateMerged = Fact<'DuplicateMerged', { readonly into: string; readonly reason: string }>
/** `person` is an opaque person id, `office` the office's name. */
export type RiskAccepted = Fact<'RiskAccepted', { readonly person: string; readonly office: string; readonly reason: string }>

export type LinkRelation = 'REPEATS' | 'CONTINUES' | 'CONTRIBUTES_TO' | 'CONTRADICTS'
export type LinkTarget =
  | { readonly kind: 'RECOMMENDATION'; readonly id: string }
  | { readonly kind: 'FINDING'; readonly report: string; readonly id: string }
  | { readonly kind: 'PLAN_PRIORITY' | 'INDICATOR'; readonly id: string }
export type RecommendationLinked = Fact<
  'RecommendationLinked',
  {
    readonly linkId: string
    readonly relation: LinkRelation
    readonly target: LinkTarget
    readonly words: string | null
  }
>
export type DissentRecorded = Fact<'DissentRecorded', { readonly words: string; readonly by: string; readonly decision: DecisionRef }>

export type RecommendationEvent =
  | RecommendationIssued
  | RecommendationListed
  | RecommendationWithheld
  | ThemeAssigned
  | OwnerAssigned
  | OwnerReleased
  | ResponseRequired
  | ResponseGiven
  | CompletionDateAgreed
  | CompletionDateRevisionRequested
  | CompletionDateRevisionApproved
  | CompletionDateRevisionRefused
  | ActionPlanned
  | ActionStarted
  | ActionProgressed
  | ActionCompleted
  | ActionAbandoned
  | ProgressUpdated
  | EvidenceAttached
  | EvidenceTested
  | AssessmentProposed
  | AssessmentAgreed
  | CommitteeAssessmentMade
  | IndependentFindingRecorded
  | StillNeededRecorded
  | EscalatedTo
  | TrackingConcluded
  | TrackingReopened
  | RecommendationSuperseded
  | DuplicateMerged
  | RiskAccepted
  | RecommendationLinked
  | DissentRecorded
  | EntryCorrected
