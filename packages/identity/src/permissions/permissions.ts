import type { CommandName, Registry, Role } from '@outstanding/domain'
import { registry } from '@outstanding/domain'

export type { CommandName }

/** What can be seen beyond what is published: items not published, drafts, names behind roles, the audit's own figures, the schema. */
export type Reading = 'published' | 'unpublished' | 'drafts' | 'names' | 'audit'

type Roles = readonly Role[]

const clerk: Roles = ['officer', 'administrator']
const answering: Roles = ['responsible-member', ...clerk]
const delivering: Roles = ['lead-officer', ...answering]
const senior: Roles = ['quartet', ...clerk]
const testing: Roles = ['auditor', ...clerk]
const administrator: Roles = ['administrator']
const signedIn: Roles = ['officer', 'committee-member', 'responsible-member', 'lead-officer', 'quartet', 'auditor', 'administrator']

/**
 * The one table of who may give which command. It says who may type it; whose act it is (the principal) is the domain's rule.
 * A committee's decisions are typed by its officer; its members read, and write nothing.
 */
export const mayGiveCommand: Readonly<Record<CommandName, Roles>> = {
  RegisterReport: clerk,
  RegisterMentionedReport: clerk,
  AdoptReport: clerk,
  PublishReport: clerk,
  WithholdReport: clerk,
  RecordJudgement: clerk,
  RecordFinding: clerk,
  WithdrawReport: clerk,

  IssueRecommendation: clerk,
  RegisterListedRecommendation: clerk,
  WithholdRecommendation: clerk,
  AssignTheme: clerk,
  AssignOwner: clerk,
  TransferOwner: clerk,
  ReleaseOwner: clerk,
  LinkRecommendation: clerk,
  SupersedeRecommendation: clerk,
  MergeDuplicate: clerk,
  RequireResponse: clerk,

  GiveResponse: ['quartet', ...answering],
  AcceptRisk: senior,

  PlanAction: delivering,
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
  RecordIndependentFinding: testing,

  AgreeCompletionDate: clerk,
  ApproveCompletionDateRevision: clerk,
  RefuseCompletionDateRevision: clerk,
  AgreeAssessment: clerk,
  MakeCommitteeAssessment: clerk,
  RecordStillNeeded: clerk,
  RecordDissent: clerk,
  Escalate: clerk,
  ConcludeTracking: clerk,
  ReopenTracking: clerk,
  CorrectEntry: clerk,

  EstablishCommittee: clerk,
  RenameCommittee: clerk,
  AbolishCommittee: clerk,

  CreateOffice: clerk,
  AppointHolder: clerk,
  ReleaseHolder: clerk,
  RenameOffice: clerk,
  ChangePortfolio: clerk,
  TransferService: clerk,
  AbolishOffice: clerk,

  RegisterPerson: administrator,
  RenamePerson: administrator,
  ErasePerson: administrator,
  RefuseErasure: administrator,

  AdoptPolicy: administrator,
}

/** The one table of who may see what. */
export const mayReadThat: Readonly<Record<Reading, Roles>> = {
  published: [...signedIn, 'public'],
  unpublished: signedIn,
  drafts: signedIn,
  names: signedIn,
  audit: ['auditor', ...clerk],
}

/** What follows from a table of role and command, which has a row for each command of a registry. */
export function permissionsIn<Command extends string>(
  table: Readonly<Record<Command, Roles>>,
  { commandOfEvent }: Pick<Registry, 'commandOfEvent'>,
) {
  const mayGive = (role: Role, command: string): boolean => Object.hasOwn(table, command) && table[command as Command].includes(role)
  return {
    /** Whether the role may give the command; a command that is not in the table may be given by nobody. */
    mayGive,
    /** Whether the role may correct an entry of this type: nobody corrects what they may not record. */
    mayCorrect: (role: Role, event: string): boolean => mayGive(role, 'CorrectEntry') && mayGive(role, commandOfEvent.get(event) ?? ''),
  }
}

export const { mayGive, mayCorrect } = permissionsIn(mayGiveCommand, registry)

/** Whether the role may see it. */
export const mayRead = (role: Role, reading: Reading): boolean => mayReadThat[reading].includes(role)
