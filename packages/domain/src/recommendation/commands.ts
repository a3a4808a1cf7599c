import type { Command } from '../decision.ts'
import type { IsoDate } from '../envelope.ts'
import type { OfficeOnDay } from '../office/commands.ts'
import type { OfficeKind } from '../office/events.ts'
import type { CommitteeNamed, CommitteeOnDay } from '../committee/named.ts'
import type { PolicyContent } from '../policy/events.ts'
import type { FindingRecorded } from '../report/events.ts'
import type { FactOf } from '../kernel/events/event-declarations.ts'
import type { AssessmentContent, DecisionRef, ResponseDuty } from './event-parts.ts'
import type { recommendationEvents, RecommendationEventType } from './events.ts'

/** The policy of the command's `effectiveOn`, with the authority that adopted it. */
export type PolicyInForce = PolicyContent & { readonly authority: string }

type DataOf<Type extends RecommendationEventType> = FactOf<typeof recommendationEvents, Type>['data']

/** What every decision of a committee states; the principal of the command must be the committee it names. */
export type DecisionStated = CommitteeNamed & {
  readonly decision: DecisionRef
  /** The kind of the principal's office, where the principal is an office; null for a body. */
  readonly principalOfficeKind: OfficeKind | null
  readonly policy: PolicyInForce
}

/** What an assessment states; the category's name and meaning are read from the policy. */
export type AssessmentStated = Omit<AssessmentContent, 'label' | 'meaning'> & { readonly policy: PolicyInForce }

/** Whether the recommendation, finding, priority or indicator that a command names is on the register. */
export type TargetExists = { readonly targetExists: boolean }

/** The day of the recommendation or finding that a link leads to, and the direction of a finding; null where not known. */
export type LinkTargetFacts = TargetExists & {
  readonly targetOn: IsoDate | null
  readonly targetDirection: FindingRecorded['data']['direction'] | null
}

/** The recommendation that is to continue another: whether it is on the register, and its own chain of successors (`successorsOf`), nearest first. */
export type Continuation = TargetExists & { readonly targetSuccessors: readonly string[] }

/** Whether the publisher has withdrawn the report. */
export type OfReport = { readonly reportWithdrawn: boolean }

export type IssueRecommendation = Command<
  'IssueRecommendation',
  Omit<DataOf<'RecommendationIssued'>, 'originalCompletionDate' | 'derivation'> & OfReport & { readonly policy: PolicyInForce }
>
export type RegisterListedRecommendation = Command<'RegisterListedRecommendation', DataOf<'RecommendationListed'> & OfReport>
export type WithholdRecommendation = Command<'WithholdRecommendation', DataOf<'RecommendationWithheld'>>
export type AmendWording = Command<'AmendWording', DataOf<'WordingAmended'>>
export type PublishRecommendation = Command<'PublishRecommendation', DataOf<'RecommendationPublished'>>
export type MarkExempt = Command<'MarkExempt', DataOf<'ExemptionMarked'>>
export type ReviewExemption = Command<'ReviewExemption', DataOf<'ExemptionReviewed'>>
export type EndExemption = Command<'EndExemption', DataOf<'ExemptionEnded'>>

export type AssignTheme = Command<'AssignTheme', DataOf<'ThemeAssigned'>>
/** `office` is the owner as it was on the day of the command. */
export type AssignOwner = Command<'AssignOwner', DataOf<'OwnerAssigned'> & { readonly office: OfficeOnDay }>
/** Follows from a transfer of a service, or from the end of an office. `delivering` is the office that delivers the service from now on. */
export type TransferOwner = Command<
  'TransferOwner',
  Omit<DataOf<'OwnerTransferred'>, 'role'> & { readonly delivering: { readonly owner: string; readonly name: string } | null }
>
export type ReleaseOwner = Command<'ReleaseOwner', DataOf<'OwnerReleased'>>

/** `bodyOffice`: the body as it was on the day of the command, where it is an office or a body on the register, else null. */
export type BodyNamed = { readonly bodyOffice: OfficeOnDay | null }

export type RequireResponse = Command<
  'RequireResponse',
  Omit<DataOf<'ResponseRequired'>, 'of' | 'dueOn' | 'clock' | 'draft'> &
    BodyNamed & {
      /** Null: the one that the kind of the report implies. */
      readonly of: ResponseDuty | null
      /** A due date that the letter itself prints wins over the clock. */
      readonly printedDueOn: IsoDate | null
      /** The due date that it prints for an early draft of the action plan. */
      readonly printedDraftDueOn: IsoDate | null
      readonly policy: PolicyInForce
    }
>
/** The principal of the command must be the body whose plan it is. */
export type SendDraftPlan = Command<
  'SendDraftPlan',
  DataOf<'DraftPlanSent'> & BodyNamed & { readonly principalOfficeKind: OfficeKind | null }
>
/** The principal of the command must be the body that responds. `principalOfficeKind`: the kind of its office, where it is one. */
export type GiveResponse = Command<
  'GiveResponse',
  DataOf<'ResponseGiven'> & BodyNamed & { readonly principalOfficeKind: OfficeKind | null }
>

export type AgreeCompletionDate = Command<'AgreeCompletionDate', { readonly date: IsoDate } & DecisionStated>
export type RequestCompletionDateRevision = Command<'RequestCompletionDateRevision', DataOf<'CompletionDateRevisionRequested'>>
/** `date` null approves the date that was requested. */
export type ApproveCompletionDateRevision = Command<
  'ApproveCompletionDateRevision',
  { readonly requestId: string; readonly date: IsoDate | null } & DecisionStated
>
export type RefuseCompletionDateRevision = Command<
  'RefuseCompletionDateRevision',
  { readonly requestId: string; readonly reason: string } & DecisionStated
>

export type WithdrawRevisionRequest = Command<'WithdrawRevisionRequest', DataOf<'RevisionRequestWithdrawn'>>

export type PlanAction = Command<'PlanAction', DataOf<'ActionPlanned'>>
export type ChangeAction = Command<'ChangeAction', DataOf<'ActionChanged'>>
export type StartAction = Command<'StartAction', DataOf<'ActionStarted'>>
export type ProgressAction = Command<'ProgressAction', DataOf<'ActionProgressed'>>
export type CompleteAction = Command<'CompleteAction', DataOf<'ActionCompleted'>>
export type AbandonAction = Command<'AbandonAction', DataOf<'ActionAbandoned'>>

export type UpdateProgress = Command<'UpdateProgress', DataOf<'ProgressUpdated'>>
export type AttachEvidence = Command<'AttachEvidence', DataOf<'EvidenceAttached'>>
export type TestEvidence = Command<'TestEvidence', DataOf<'EvidenceTested'>>

export type ProposeAssessment = Command<'ProposeAssessment', { readonly proposalId: string } & AssessmentStated>
export type WithdrawProposal = Command<'WithdrawProposal', DataOf<'ProposalWithdrawn'>>
/** Agrees what was proposed, as it was proposed; anything else is the committee's own assessment. */
export type AgreeAssessment = Command<'AgreeAssessment', { readonly proposalId: string } & DecisionStated>
export type MakeCommitteeAssessment = Command<
  'MakeCommitteeAssessment',
  /** `insteadOf` is the proposal that it takes the place of, null where none was made. */
  { readonly insteadOf: string | null } & AssessmentStated & DecisionStated
>
/** Follows from a link, or from a correction, in the history of the visit. */
export type LinkVisitFinding = Command<'LinkVisitFinding', DataOf<'VisitFindingLinked'>>
export type RecordStillNeeded = Command<'RecordStillNeeded', { readonly words: string } & DecisionStated>

export type Escalate = Command<'Escalate', DataOf<'EscalatedTo'>>
/** A part of the recommendation whose tracking is open, by the reference that people know it by. */
export type OpenPart = { readonly id: string; readonly reference: string }

export type TakeOnTracking = Command<'TakeOnTracking', DecisionStated>
/** `toCommittee` is the committee that takes tracking over, as it was on the day of the command. */
export type HandOverTracking = Command<
  'HandOverTracking',
  Omit<DataOf<'TrackingHandedOver'>, 'decision'> & { readonly toCommittee: CommitteeOnDay | null } & DecisionStated
>
export type ConcludeTracking = Command<
  'ConcludeTracking',
  Omit<DataOf<'TrackingConcluded'>, 'decision'> & Continuation & DecisionStated & { readonly openParts: readonly OpenPart[] }
>
export type ReopenTracking = Command<'ReopenTracking', { readonly reason: string; readonly newDate: IsoDate | null } & DecisionStated>
export type SupersedeRecommendation = Command<'SupersedeRecommendation', DataOf<'RecommendationSuperseded'> & Continuation>
export type MergeDuplicate = Command<'MergeDuplicate', DataOf<'DuplicateMerged'> & Continuation>
export type AcceptRisk = Command<'AcceptRisk', DataOf<'RiskAccepted'>>
export type LinkRecommendation = Command<'LinkRecommendation', DataOf<'RecommendationLinked'> & LinkTargetFacts>
export type RecordDissent = Command<'RecordDissent', DataOf<'DissentRecorded'> & CommitteeNamed>

/** The policy is that of the corrected entry's day: values derived from a corrected field are derived again under it. */
export type CorrectEntry = Command<'CorrectEntry', DataOf<'EntryCorrected'> & { readonly policy: PolicyInForce }>

export type RecommendationCommand =
  | IssueRecommendation
  | RegisterListedRecommendation
  | WithholdRecommendation
  | AmendWording
  | PublishRecommendation
  | MarkExempt
  | ReviewExemption
  | EndExemption
  | AssignTheme
  | AssignOwner
  | TransferOwner
  | ReleaseOwner
  | RequireResponse
  | SendDraftPlan
  | GiveResponse
  | AgreeCompletionDate
  | RequestCompletionDateRevision
  | ApproveCompletionDateRevision
  | RefuseCompletionDateRevision
  | WithdrawRevisionRequest
  | PlanAction
  | ChangeAction
  | StartAction
  | ProgressAction
  | CompleteAction
  | AbandonAction
  | UpdateProgress
  | AttachEvidence
  | TestEvidence
  | ProposeAssessment
  | WithdrawProposal
  | AgreeAssessment
  | MakeCommitteeAssessment
  | LinkVisitFinding
  | RecordStillNeeded
  | Escalate
  | TakeOnTracking
  | HandOverTracking
  | ConcludeTracking
  | ReopenTracking
  | SupersedeRecommendation
  | MergeDuplicate
  | AcceptRisk
  | LinkRecommendation
  | RecordDissent
  | CorrectEntry
