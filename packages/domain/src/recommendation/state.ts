import type { Fact, IsoDate, PolicyRef, Principal } from '../envelope.ts'
import type { DatePrecisions, KnownTo } from '../dates/date-precision.ts'
import type { EntryCorrected } from '../kernel/events/entry-corrected.ts'
import type { AssessmentContent, DecisionRef } from './event-parts.ts'
import type * as Events from './events.ts'
import type { RecommendationEventType } from './events.ts'

/** Where a piece of the state came from. `principal` is whose act it was (the actor, where nobody else is named). */
export type Entered = {
  /** What a correction names. */
  readonly eventId: string
  readonly revision: number
  /** As corrected. */
  readonly effectiveOn: IsoDate
  /** Of its dates that are not known to the day. */
  readonly precisions: DatePrecisions
  readonly principal: Principal
  /** The opaque id of the person who typed it. */
  readonly recordedBy: string
  /** The policy that was applied, null where none was. */
  readonly policy: PolicyRef | null
}
export type Entry<F extends Fact<string, unknown>> = Entered & F['data']

/** An owner as assigned or transferred; `transferred` is how it came to it, null where it was assigned. */
export type OwnerOnRecord = Entered &
  Events.OwnerAssigned['data'] & {
    readonly transferred: Pick<Events.OwnerTransferred['data'], 'transferId' | 'from' | 'fromName' | 'service'> | null
  }

/** An exemption in force, with the date of its next review. */
export type ExemptionOnRecord = Entry<Events.ExemptionMarked> & { readonly reviews: readonly Entry<Events.ExemptionReviewed>[] }

/** One action of the plan. Steps may be recorded in any order, so each is kept apart; `actionStatus` reads them. */
export type ActionOnRecord = {
  readonly actionId: string
  readonly planned: Entry<Events.ActionPlanned> | null
  readonly changes: readonly Entry<Events.ActionChanged>[]
  readonly started: Entered | null
  readonly progress: readonly Entry<Events.ActionProgressed>[]
  readonly completed: Entry<Events.ActionCompleted> | null
  readonly abandoned: Entry<Events.ActionAbandoned> | null
}

export type CompletionDateRevisionOnRecord = {
  readonly requestId: string
  readonly requested: Entry<Events.CompletionDateRevisionRequested> | null
  readonly approved: Entry<Events.CompletionDateRevisionApproved> | null
  readonly refused: Entry<Events.CompletionDateRevisionRefused> | null
  readonly withdrawn: Entry<Events.RevisionRequestWithdrawn> | null
}

/** What the committee decided: it agreed a proposal (`proposalId` names it) or made its own (`insteadOf` another, or null). */
export type CommitteeAssessment = Entered &
  AssessmentContent & {
    readonly kind: 'AGREED' | 'OWN'
    readonly proposalId: string | null
    readonly insteadOf: string | null
    readonly decision: DecisionRef
  }

/** How a committee that took tracking on follows the recommendation. */
export type CommitteeTracking = {
  /** Its slug. */
  readonly committee: string
  /** As it was called when it took tracking on. */
  readonly committeeName: string
  /** The entry by which it took tracking on, or was handed it. */
  readonly since: Entered
  readonly tracking: 'OPEN' | 'CONCLUDED' | 'HANDED_OVER'
  /** The slug of the committee that goes on in its place, null where it did not hand it over. */
  readonly handedTo: string | null
  /** Its newest assessment since it last reopened it: one handed to it is that of the committee before it, until it makes its own. */
  readonly assessment: CommitteeAssessment | null
  /** How many of the proposals, the first ones, were made before it last reopened it, which set them aside. */
  readonly proposalsSetAside: number
  /** What it concluded, null while it is open. */
  readonly conclusion: Entry<Events.TrackingConcluded> | null
}

/** A decision of a committee, whatever was decided. */
export type DecisionOnRecord = Entered & { readonly type: RecommendationEventType; readonly decision: DecisionRef }

/** Everything that was recorded of a recommendation; lists are in order of (effectiveOn, revision), the newest last. */
export type RecommendationRecord = {
  /** Null before the first event. */
  readonly stream: string | null
  readonly withheld: Entry<Events.RecommendationWithheld> | null
  readonly exemption: ExemptionOnRecord | null
  readonly amendments: readonly Entry<Events.WordingAmended>[]
  readonly theme: string | null
  readonly owners: readonly OwnerOnRecord[]
  readonly responsesRequired: readonly Entry<Events.ResponseRequired>[]
  readonly draftsSent: readonly Entry<Events.DraftPlanSent>[]
  readonly responses: readonly Entry<Events.ResponseGiven>[]
  /** For an undated item: the first date that a committee agreed, which is its baseline. */
  readonly agreedDate: Entry<Events.CompletionDateAgreed> | null
  readonly completionDateRevisions: readonly CompletionDateRevisionOnRecord[]
  /** The newest date in force that is not the first: of an approved revision, or of a reopening. */
  readonly revisedDate: IsoDate | null
  readonly revisedPrecision: KnownTo
  readonly actions: readonly ActionOnRecord[]
  readonly updates: readonly Entry<Events.ProgressUpdated>[]
  readonly evidence: readonly Entry<Events.EvidenceAttached>[]
  readonly evidenceTests: readonly Entry<Events.EvidenceTested>[]
  readonly proposals: readonly Entry<Events.AssessmentProposed>[]
  readonly proposalsWithdrawn: readonly Entry<Events.ProposalWithdrawn>[]
  /** Every assessment of a committee, set aside or not. */
  readonly assessments: readonly CommitteeAssessment[]
  readonly findings: readonly Entry<Events.VisitFindingLinked>[]
  readonly stillNeeded: readonly Entry<Events.StillNeededRecorded>[]
  readonly escalations: readonly Entry<Events.EscalatedTo>[]
  /** The committees that took tracking on, in that order. */
  readonly trackedBy: readonly CommitteeTracking[]
  /** The slug of the committee that sets the completion date: the first that took tracking on, then its successors. */
  readonly dateSetBy: string | null
  readonly conclusions: readonly Entry<Events.TrackingConcluded>[]
  readonly reopenings: readonly Entry<Events.TrackingReopened>[]
  readonly superseded: Entry<Events.RecommendationSuperseded> | null
  readonly merged: Entry<Events.DuplicateMerged> | null
  readonly riskAccepted: Entry<Events.RiskAccepted> | null
  readonly links: readonly Entry<Events.RecommendationLinked>[]
  readonly dissents: readonly Entry<Events.DissentRecorded>[]
  readonly corrections: readonly Entry<EntryCorrected>[]
  /** What a dissent can be from. */
  readonly decisions: readonly DecisionOnRecord[]
}

export type NotIssued = { readonly kind: 'NOT_ISSUED'; readonly record: RecommendationRecord }
/** Listed as outstanding in a table; its text is not available. */
export type Listed = {
  readonly kind: 'LISTED'
  readonly listed: Entry<Events.RecommendationListed>
  readonly record: RecommendationRecord
}
export type Issued = {
  readonly kind: 'ISSUED'
  readonly issued: Entry<Events.RecommendationIssued>
  readonly record: RecommendationRecord
}
export type RecommendationState = NotIssued | Listed | Issued

export const emptyRecord: RecommendationRecord = {
  stream: null,
  withheld: null,
  exemption: null,
  amendments: [],
  theme: null,
  owners: [],
  responsesRequired: [],
  draftsSent: [],
  responses: [],
  agreedDate: null,
  completionDateRevisions: [],
  revisedDate: null,
  revisedPrecision: 'DAY',
  actions: [],
  updates: [],
  evidence: [],
  evidenceTests: [],
  proposals: [],
  proposalsWithdrawn: [],
  assessments: [],
  findings: [],
  stillNeeded: [],
  escalations: [],
  trackedBy: [],
  dateSetBy: null,
  conclusions: [],
  reopenings: [],
  superseded: null,
  merged: null,
  riskAccepted: null,
  links: [],
  dissents: [],
  corrections: [],
  decisions: [],
}
export const notIssued: RecommendationState = { kind: 'NOT_ISSUED', record: emptyRecord }
