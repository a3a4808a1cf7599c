import { answering, clerk, delivering, senior, testing } from '@outstanding/identity'
import type { NounOf } from '../nouns/noun.ts'

/** A committee's decisions are typed by its officer; its members read, and write nothing. */
export const recommendationPermissions: NounOf<'recommendation'>['permissions'] = {
  IssueRecommendation: clerk,
  RegisterListedRecommendation: clerk,
  WithholdRecommendation: clerk,
  AmendWording: clerk,
  PublishRecommendation: clerk,
  MarkExempt: clerk,
  ReviewExemption: clerk,
  EndExemption: clerk,
  AssignTheme: clerk,
  AssignOwner: clerk,
  TransferOwner: clerk,
  ReleaseOwner: clerk,
  LinkRecommendation: clerk,
  SupersedeRecommendation: clerk,
  MergeDuplicate: clerk,
  RequireResponse: clerk,

  GiveResponse: ['quartet', ...answering],
  SendDraftPlan: ['quartet', ...answering],
  AcceptRisk: senior,

  PlanAction: delivering,
  ChangeAction: delivering,
  StartAction: delivering,
  ProgressAction: delivering,
  CompleteAction: delivering,
  AbandonAction: delivering,
  UpdateProgress: delivering,
  AttachEvidence: delivering,
  RequestCompletionDateRevision: delivering,
  WithdrawRevisionRequest: delivering,
  ProposeAssessment: answering,
  WithdrawProposal: answering,

  TestEvidence: testing,

  /** Only follows from the history of a visit. */
  LinkVisitFinding: [],

  AgreeCompletionDate: clerk,
  ApproveCompletionDateRevision: clerk,
  RefuseCompletionDateRevision: clerk,
  AgreeAssessment: clerk,
  MakeCommitteeAssessment: clerk,
  RecordStillNeeded: clerk,
  RecordDissent: clerk,
  Escalate: clerk,
  TakeOnTracking: clerk,
  HandOverTracking: clerk,
  ConcludeTracking: clerk,
  ReopenTracking: clerk,
}
