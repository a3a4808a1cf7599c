import type { RecommendationCommand } from './commands.ts'
import type { RecommendationEventType as EventType } from './events.ts'
import type { CommandRow as Row } from '../kernel/commands/command-form.ts'
import { date, flag, id, listOf, name, nullable, oneOf, objectOf } from '../kernel/fields/declare.ts'
import { officeOnDay } from '../office/transfer.ts'
import { findingDirections } from '../report/events.ts'
import { responseDuties } from './event-parts.ts'

export type CommandType = RecommendationCommand['type']

/** The preconditions of a command type, which are checked before its own rules. */
export type CommandRow = Row<EventType> & {
  /** The field that a refusal names when the whole command is out of place. */
  readonly field: string
  /** ON_RECORD: issued or listed. TEXT: issued with its text. ANY: checked by the command's own rules. */
  readonly needs: 'ANY' | 'ON_RECORD' | 'TEXT'
  /** Refused once tracking is concluded (of a decision: by its own committee), and for a duplicate that was merged. Other facts may come late. */
  readonly whileOpen?: true
  /** Refused for a duplicate that was merged: record it in the recommendation that continues. */
  readonly unmerged?: true
  /** A committee's decision, which is checked against the history as at its own day. */
  readonly decision?: true
  /** Only the committee that sets the completion date decides this. */
  readonly setsDate?: true
  /** The field with the id that it introduces in the stream. */
  readonly newId?: string
}

const targetExists = { targetExists: flag }
const continuation = { ...targetExists, targetSuccessors: listOf(id) }
const ofReport = { reportWithdrawn: flag }
const openParts = { openParts: listOf(objectOf({ id, reference: name })) }
const content = ['category', 'completedOn', 'anticipatedCompletionDate', 'obstacle', 'evidence', 'words']

export const commandTable: Readonly<Record<CommandType, CommandRow>> = {
  IssueRecommendation: {
    event: 'RecommendationIssued',
    field: 'localReference',
    needs: 'ANY',
    besides: ofReport,
  },
  RegisterListedRecommendation: { event: 'RecommendationListed', field: 'localReference', needs: 'ANY', besides: ofReport },
  WithholdRecommendation: { event: 'RecommendationWithheld', field: 'reason', needs: 'ON_RECORD' },
  AmendWording: { event: 'WordingAmended', field: 'wording', needs: 'TEXT', unmerged: true },
  PublishRecommendation: { event: 'RecommendationPublished', field: 'reason', needs: 'ON_RECORD' },
  MarkExempt: { event: 'ExemptionMarked', field: 'parts', needs: 'ON_RECORD' },
  ReviewExemption: { event: 'ExemptionReviewed', field: 'found', needs: 'ON_RECORD' },
  EndExemption: { event: 'ExemptionEnded', field: 'reason', needs: 'ON_RECORD' },
  AssignTheme: { event: 'ThemeAssigned', field: 'theme', needs: 'ON_RECORD', unmerged: true },
  AssignOwner: {
    event: 'OwnerAssigned',
    field: 'owner',
    needs: 'ON_RECORD',
    besides: { office: officeOnDay },
  },
  TransferOwner: {
    event: 'OwnerTransferred',
    field: 'from',
    needs: 'ON_RECORD',
    derived: ['role'],
    besides: { delivering: nullable(objectOf({ owner: id, name })) },
  },
  ReleaseOwner: { event: 'OwnerReleased', field: 'owner', needs: 'ON_RECORD' },
  RequireResponse: {
    event: 'ResponseRequired',
    field: 'noticeOn',
    needs: 'TEXT',
    unmerged: true,
    derived: ['dueOn'],
    besides: {
      of: nullable(oneOf(responseDuties)),
      printedDueOn: nullable(date),
      printedDraftDueOn: nullable(date),
      bodyOffice: nullable(officeOnDay),
    },
  },
  SendDraftPlan: { event: 'DraftPlanSent', field: 'body', needs: 'TEXT', unmerged: true, besides: { bodyOffice: nullable(officeOnDay) } },
  GiveResponse: {
    event: 'ResponseGiven',
    field: 'response',
    needs: 'TEXT',
    unmerged: true,
    besides: { bodyOffice: nullable(officeOnDay) },
  },
  AgreeCompletionDate: { event: 'CompletionDateAgreed', field: 'date', needs: 'TEXT', whileOpen: true, decision: true, setsDate: true },
  RequestCompletionDateRevision: {
    event: 'CompletionDateRevisionRequested',
    field: 'requestId',
    needs: 'TEXT',
    whileOpen: true,
    newId: 'requestId',
  },
  ApproveCompletionDateRevision: {
    event: 'CompletionDateRevisionApproved',
    field: 'requestId',
    needs: 'TEXT',
    whileOpen: true,
    decision: true,
    setsDate: true,
    besides: { date: nullable(date) },
  },
  RefuseCompletionDateRevision: {
    event: 'CompletionDateRevisionRefused',
    field: 'requestId',
    needs: 'TEXT',
    whileOpen: true,
    decision: true,
    setsDate: true,
  },
  WithdrawRevisionRequest: { event: 'RevisionRequestWithdrawn', field: 'requestId', needs: 'TEXT', whileOpen: true },
  PlanAction: { event: 'ActionPlanned', field: 'actionId', needs: 'ON_RECORD', unmerged: true, newId: 'actionId' },
  ChangeAction: { event: 'ActionChanged', field: 'actionId', needs: 'ON_RECORD', unmerged: true },
  StartAction: { event: 'ActionStarted', field: 'actionId', needs: 'ON_RECORD', unmerged: true },
  ProgressAction: { event: 'ActionProgressed', field: 'actionId', needs: 'ON_RECORD', unmerged: true },
  CompleteAction: { event: 'ActionCompleted', field: 'actionId', needs: 'ON_RECORD', unmerged: true },
  AbandonAction: { event: 'ActionAbandoned', field: 'actionId', needs: 'ON_RECORD', unmerged: true },
  UpdateProgress: { event: 'ProgressUpdated', field: 'updateId', needs: 'ON_RECORD', unmerged: true, newId: 'updateId' },
  AttachEvidence: { event: 'EvidenceAttached', field: 'evidenceId', needs: 'ON_RECORD', unmerged: true, newId: 'evidenceId' },
  TestEvidence: { event: 'EvidenceTested', field: 'evidenceId', needs: 'ON_RECORD', unmerged: true },
  ProposeAssessment: {
    event: 'AssessmentProposed',
    field: 'category',
    needs: 'TEXT',
    whileOpen: true,
    newId: 'proposalId',
  },
  WithdrawProposal: { event: 'ProposalWithdrawn', field: 'proposalId', needs: 'TEXT', whileOpen: true },
  AgreeAssessment: {
    event: 'AssessmentAgreed',
    field: 'proposalId',
    needs: 'TEXT',
    whileOpen: true,
    decision: true,
    derived: content,
  },
  MakeCommitteeAssessment: {
    event: 'CommitteeAssessmentMade',
    field: 'category',
    needs: 'TEXT',
    whileOpen: true,
    decision: true,
  },
  LinkVisitFinding: { event: 'VisitFindingLinked', field: 'ref', needs: 'ON_RECORD', unmerged: true },
  RecordStillNeeded: { event: 'StillNeededRecorded', field: 'words', needs: 'ON_RECORD', whileOpen: true, decision: true },
  Escalate: { event: 'EscalatedTo', field: 'body', needs: 'ON_RECORD', whileOpen: true },
  TakeOnTracking: { event: 'TrackingTakenOn', field: 'decision', needs: 'ON_RECORD', unmerged: true, decision: true },
  HandOverTracking: {
    event: 'TrackingHandedOver',
    field: 'to',
    needs: 'ON_RECORD',
    decision: true,
  },
  ConcludeTracking: {
    event: 'TrackingConcluded',
    field: 'reason',
    needs: 'ON_RECORD',
    decision: true,
    besides: { ...continuation, ...openParts },
  },
  ReopenTracking: { event: 'TrackingReopened', field: 'reason', needs: 'ON_RECORD', decision: true },
  SupersedeRecommendation: { event: 'RecommendationSuperseded', field: 'by', needs: 'ON_RECORD', besides: continuation },
  MergeDuplicate: { event: 'DuplicateMerged', field: 'into', needs: 'ON_RECORD', besides: continuation },
  AcceptRisk: { event: 'RiskAccepted', field: 'person', needs: 'ON_RECORD', whileOpen: true },
  LinkRecommendation: {
    event: 'RecommendationLinked',
    field: 'linkId',
    needs: 'ON_RECORD',
    newId: 'linkId',
    besides: { ...targetExists, targetOn: nullable(date), targetDirection: nullable(oneOf(findingDirections)) },
  },
  RecordDissent: { event: 'DissentRecorded', field: 'words', needs: 'ON_RECORD' },
  CorrectEntry: { event: 'EntryCorrected', field: 'entry', needs: 'ANY' },
}
