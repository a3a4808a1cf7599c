import type { Decision } from '../decision.ts'
import type { Decider, OwnCommand } from '../kernel/decider.ts'
import type { PolicyRef } from '../envelope.ts'
import { allToTheDay, precisionOf, type DatePrecisions } from '../dates/date-precision.ts'
import type { RecommendationCommand } from './commands.ts'
import type { RecommendationEvent } from './events.ts'
import { changeAction, startAction, takeStep } from './actions.ts'
import { agreeAssessment, makeCommitteeAssessment, proposeAssessment, withdrawProposal } from './assessment.ts'
import {
  agreeCompletionDate,
  approveCompletionDateRevision,
  refuseCompletionDateRevision,
  requestCompletionDateRevision,
  withdrawRevisionRequest,
} from './completion-dates.ts'
import { concludeTracking, recordDissent, reopenTracking } from './conclusion.ts'
import { corrections } from './corrections.ts'
import { escalate } from './escalation.ts'
import { testEvidence } from './evidence.ts'
import { markExempt, publishRecommendation, whileExempt } from './exemption.ts'
import { evolve } from './evolve.ts'
import { accepted } from './fact-of.ts'
import { amendWording, issueRecommendation, registerListedRecommendation, withholdRecommendation } from './issuing.ts'
import { linkRecommendation, mergeDuplicate, supersedeRecommendation } from './links.ts'
import { assignOwner, assignTheme, releaseOwner, transferOwner } from './ownership.ts'
import { preconditionRefusal } from './preconditions.ts'
import { handOverTracking, takeOnTracking } from './take-tracking.ts'
import { commandTable } from './command-table.ts'
import { giveResponse, requireResponse, sendDraftPlan } from './response.ts'
import { linkVisitFinding } from './third-voice.ts'
import { notIssued, type RecommendationState } from './state.ts'

type Handler<Cmd> = (command: Cmd, state: RecommendationState) => Decision<RecommendationEvent>
type Own = OwnCommand<RecommendationCommand>
type Handlers = { readonly [T in Own['type']]?: Handler<Extract<Own, { type: T }>> }

/** Every rule of the list in `rules.ts`; a refusal names the rule and a field of the command. */
export const decide = (command: Own, state: RecommendationState, now: RecommendationState = state): Decision<RecommendationEvent> =>
  preconditionRefusal(command, state, now) ?? ((handlers[command.type] ?? accepted) as Handler<Own>)(command, state)

/** Commands with rules beyond their preconditions, or whose event has more than they state. Any other is accepted as it is. */
const handlers: Handlers = {
  IssueRecommendation: issueRecommendation,
  RegisterListedRecommendation: registerListedRecommendation,
  WithholdRecommendation: withholdRecommendation,
  AmendWording: amendWording,
  PublishRecommendation: publishRecommendation,
  MarkExempt: markExempt,
  ReviewExemption: whileExempt,
  EndExemption: whileExempt,
  AssignTheme: assignTheme,
  AssignOwner: assignOwner,
  TransferOwner: transferOwner,
  ReleaseOwner: releaseOwner,
  RequireResponse: requireResponse,
  SendDraftPlan: sendDraftPlan,
  GiveResponse: giveResponse,
  AgreeCompletionDate: agreeCompletionDate,
  RequestCompletionDateRevision: requestCompletionDateRevision,
  ApproveCompletionDateRevision: approveCompletionDateRevision,
  RefuseCompletionDateRevision: refuseCompletionDateRevision,
  WithdrawRevisionRequest: withdrawRevisionRequest,
  StartAction: startAction,
  ChangeAction: changeAction,
  ProgressAction: takeStep,
  CompleteAction: takeStep,
  AbandonAction: takeStep,
  TestEvidence: testEvidence,
  ProposeAssessment: proposeAssessment,
  WithdrawProposal: withdrawProposal,
  AgreeAssessment: agreeAssessment,
  MakeCommitteeAssessment: makeCommitteeAssessment,
  Escalate: escalate,
  TakeOnTracking: takeOnTracking,
  HandOverTracking: handOverTracking,
  ConcludeTracking: concludeTracking,
  ReopenTracking: reopenTracking,
  SupersedeRecommendation: supersedeRecommendation,
  MergeDuplicate: mergeDuplicate,
  LinkVisitFinding: linkVisitFinding,
  LinkRecommendation: linkRecommendation,
  RecordDissent: recordDissent,
}

const policyUsed = (command: RecommendationCommand): PolicyRef | undefined =>
  'policy' in command.data ? { authority: command.data.policy.authority, version: command.data.policy.version } : undefined

/** A date that is agreed or approved as it was proposed or requested is known as exactly as it was then. */
const precisionsTaken = (command: Own, now: () => RecommendationState): DatePrecisions | undefined => {
  if (command.type === 'AgreeAssessment') {
    const proposal = now().record.proposals.find(({ proposalId }) => proposalId === command.data.proposalId)
    const { effectiveOn: _day, ...precisions } = proposal?.precisions ?? allToTheDay
    return precisions
  }
  if (command.type !== 'ApproveCompletionDateRevision' || command.data.date !== null) return undefined
  const revision = now().record.completionDateRevisions.find(({ requestId }) => requestId === command.data.requestId)
  const precision = precisionOf(revision?.requested?.precisions ?? allToTheDay, 'date')
  return precision === 'DAY' ? undefined : { date: precision }
}

/** The aggregate of the streams `recommendation-{authority}.{uuid}`. */
export const recommendationDecider: Decider<RecommendationState, RecommendationCommand, RecommendationEvent> = {
  initial: notIssued,
  decide,
  decidedAsAt: ({ type, effectiveOn }) => (commandTable[type].decision ? effectiveOn : null),
  evolve,
  policyUsed,
  precisionsTaken,
  corrections,
}
