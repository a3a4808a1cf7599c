import type { Actor, IsoDate } from '../../src/envelope.ts'
import type { EntryCorrected } from '../../src/kernel/events/entry-corrected.ts'
import type { CommandType } from '../../src/recommendation/command-table.ts'
import type { RecommendationCommand } from '../../src/recommendation/commands.ts'
import type { DecisionRef } from '../../src/recommendation/event-parts.ts'
import { actors, committeeOf, days, decisionAt, ids, policy, publication, timescales } from './examples.ts'

const decided = (meetingOn: IsoDate) => ({
  decision: decisionAt(meetingOn),
  ...committeeOf(decisionAt(meetingOn)),
  principalOfficeKind: null,
  policy,
})

const place = { document: 'Example inquiry', page: '12', paragraph: null, heading: 'Recommendations' } as const
const identified = {
  report: ids.report,
  reference: 'R05',
  localReference: 'EX2017-05',
  ordinal: 5,
  title: 'Visits are recorded',
  publication,
}

type Data = { readonly [T in CommandType]: Extract<RecommendationCommand, { type: T }>['data'] }
type Example<T extends CommandType> = { readonly on: IsoDate; readonly actor: Actor; readonly data: Data[T] }

/** One of each, on its day and by its principal; each fits the state that those above it may have led to. */
export const examples: { readonly [T in CommandType]: Example<T> } = {
  IssueRecommendation: {
    on: days.adopted,
    actor: actors.officer,
    data: {
      ...identified,
      text: 'Every visit to a child in care is recorded within five days.',
      textKind: 'QUOTED',
      place,
      timescale: timescales.byOctober,
      addressee: 'Example Borough Council',
      parent: null,
      gravity: null,
      reportWithdrawn: false,
      policy,
    },
  },
  RegisterListedRecommendation: {
    on: days.meeting,
    actor: actors.officer,
    data: { ...identified, listedIn: place, addressee: null, reportWithdrawn: false },
  },
  WithholdRecommendation: { on: days.adopted, actor: actors.officer, data: { reason: 'Under review before publication' } },
  AmendWording: {
    on: days.meeting,
    actor: actors.officer,
    data: { wording: 'Every visit is recorded within three days.', reason: 'As the executive accepted it' },
  },
  PublishRecommendation: { on: days.meeting, actor: actors.officer, data: { reason: 'The review is over' } },
  MarkExempt: {
    on: days.meeting,
    actor: actors.officer,
    data: {
      parts: ['TEXT'],
      ground: 'SCHEDULE_12A_3',
      publicInterest: 'The council would lose in a tender that is still open',
      reviewOn: '2018-09-30',
    },
  },
  ReviewExemption: { on: '2018-09-10', actor: actors.officer, data: { found: 'The contract still runs', reviewOn: '2019-09-30' } },
  EndExemption: { on: '2018-12-01', actor: actors.officer, data: { reason: 'The contract has ended' } },
  AssignTheme: { on: days.adopted, actor: actors.officer, data: { theme: 'Corporate parenting' } },
  AssignOwner: {
    on: days.adopted,
    actor: actors.officer,
    data: {
      owner: ids.member,
      name: 'Cabinet Member for Children',
      role: 'RESPONSIBLE_MEMBER',
      asPrinted: 'Cabinet Member',
      office: { name: 'Cabinet Member for Children', abolishedOn: null },
    },
  },
  TransferOwner: {
    on: days.firstReport,
    actor: actors.officer,
    data: {
      transferId: 'transfer-1',
      service: 'Youth service',
      from: ids.member,
      fromName: 'Cabinet Member for Children',
      to: ids.other,
      toName: 'Cabinet Member for Communities',
      delivering: null,
    },
  },
  ReleaseOwner: { on: days.meeting, actor: actors.officer, data: { owner: ids.member, reason: 'The portfolio moved' } },
  RequireResponse: {
    on: '2017-04-10',
    actor: actors.committee,
    data: {
      body: ids.executive,
      bodyName: 'Executive',
      bodyOffice: null,
      of: null,
      receivedOn: '2017-04-07',
      noticeOn: '2017-04-10',
      printedDueOn: null,
      printedDraftDueOn: null,
      policy,
    },
  },
  GiveResponse: {
    on: '2017-06-01',
    actor: actors.executive,
    data: {
      body: ids.executive,
      bodyName: 'Executive',
      bodyOffice: null,
      principalOfficeKind: null,
      response: 'ACCEPTED',
      wording: null,
      reasons: null,
      letter: null,
    },
  },
  SendDraftPlan: {
    on: '2017-05-04',
    actor: actors.executive,
    data: { body: ids.executive, bodyName: 'Executive', bodyOffice: null, principalOfficeKind: null, words: null },
  },
  AgreeCompletionDate: { on: days.firstReport, actor: actors.committee, data: { date: '2018-03-31', ...decided(days.firstReport) } },
  RequestCompletionDateRevision: {
    on: '2017-09-01',
    actor: actors.member,
    data: { requestId: 'request-1', date: '2018-03-31', reason: 'The new system comes in January' },
  },
  ApproveCompletionDateRevision: {
    on: days.firstReport,
    actor: actors.committee,
    data: { requestId: 'request-1', date: null, ...decided(days.firstReport) },
  },
  RefuseCompletionDateRevision: {
    on: days.firstReport,
    actor: actors.committee,
    data: { requestId: 'request-1', reason: 'No plan was shown', ...decided(days.firstReport) },
  },
  WithdrawRevisionRequest: {
    on: days.firstReport,
    actor: actors.member,
    data: { requestId: 'request-1', reason: 'It will be done in time after all' },
  },
  PlanAction: {
    on: '2017-05-02',
    actor: actors.member,
    data: { actionId: 'action-1', description: 'Buy the recording system', dueOn: '2017-08-31', lead: 'Head of Service' },
  },
  ChangeAction: {
    on: '2017-06-01',
    actor: actors.member,
    data: { actionId: 'action-1', dueOn: '2017-09-30', lead: null, reason: 'The supplier is late' },
  },
  StartAction: { on: '2017-06-01', actor: actors.member, data: { actionId: 'action-1' } },
  ProgressAction: { on: '2017-07-01', actor: actors.member, data: { actionId: 'action-1', words: 'Contract signed' } },
  CompleteAction: { on: '2017-08-20', actor: actors.member, data: { actionId: 'action-1', words: null } },
  AbandonAction: { on: '2017-08-20', actor: actors.member, data: { actionId: 'action-1', reason: 'The supplier withdrew' } },
  UpdateProgress: {
    on: days.firstReport,
    actor: actors.member,
    data: { updateId: 'update-1', words: 'Two teams use it', claim: 'IN_PROGRESS', completedOn: null, reportedTo: ids.committee },
  },
  AttachEvidence: {
    on: '2017-10-20',
    actor: actors.member,
    data: {
      evidenceId: 'evidence-1',
      digest: `sha256:${'0a'.repeat(32)}`,
      form: 'FILE',
      mediaType: 'application/pdf',
      address: null,
      name: 'Audit of visits',
      location: 'Appendix 2',
      shows: 'OUTCOME',
      words: '96 of 100 visits were recorded in time',
    },
  },
  TestEvidence: {
    on: '2017-11-01',
    actor: actors.officer,
    data: { evidenceId: 'evidence-1', by: 'Internal audit', found: 'The sample bears it out' },
  },
  ProposeAssessment: {
    on: '2018-02-01',
    actor: actors.member,
    data: {
      proposalId: 'proposal-1',
      category: '1',
      completedOn: '2017-10-20',
      anticipatedCompletionDate: null,
      obstacle: null,
      evidence: ['evidence-1'],
      words: 'The system is in use by all teams',
      policy,
    },
  },
  WithdrawProposal: { on: '2018-02-05', actor: actors.member, data: { proposalId: 'proposal-1', reason: 'Two teams were forgotten' } },
  AgreeAssessment: { on: days.meeting, actor: actors.committee, data: { proposalId: 'proposal-1', ...decided(days.meeting) } },
  MakeCommitteeAssessment: {
    on: days.meeting,
    actor: actors.committee,
    data: {
      insteadOf: 'proposal-1',
      category: '3',
      completedOn: null,
      anticipatedCompletionDate: '2018-06-30',
      obstacle: null,
      evidence: [],
      words: 'One team is still without it',
      ...decided(days.meeting),
    },
  },
  LinkVisitFinding: {
    on: '2018-01-15',
    actor: actors.officer,
    data: {
      visit: 'visit-example-borough.0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f',
      ref: 'F1',
      body: 'The inspectorate',
      visitedOn: '2018-01-10',
      area: 'Visits recorded late',
      direction: 'UNCHANGED',
    },
  },
  RecordStillNeeded: {
    on: days.meeting,
    actor: actors.committee,
    data: { words: 'A figure for each team', ...decided(days.meeting) },
  },
  Escalate: { on: '2018-03-01', actor: actors.officer, data: { body: 'City Council', reason: 'Late for a second time' } },
  TakeOnTracking: { on: days.adopted, actor: actors.committee, data: decided(days.adopted) },
  HandOverTracking: {
    on: days.meeting,
    actor: actors.committee,
    data: {
      to: 'audit',
      toName: 'Audit Committee',
      reason: 'What is left is about its accounts',
      toCommittee: { name: 'Audit Committee', establishedOn: '2012-05-22', abolishedOn: null },
      ...decided(days.meeting),
    },
  },
  ConcludeTracking: {
    on: days.meeting,
    actor: actors.committee,
    data: {
      reason: 'ACHIEVED',
      explanation: 'All teams record in time',
      supersededBy: null,
      partsLeftOpen: [],
      lookAgainOn: '2018-12-01',
      openParts: [],
      targetExists: true,
      targetSuccessors: [],
      ...decided(days.meeting),
    },
  },
  ReopenTracking: {
    on: '2018-06-13',
    actor: actors.committee,
    data: { reason: 'The figures fell again', newDate: '2018-12-31', ...decided('2018-06-13') },
  },
  SupersedeRecommendation: {
    on: '2018-02-01',
    actor: actors.officer,
    data: { by: ids.other, reason: 'Asked again', targetExists: true, targetSuccessors: [] },
  },
  MergeDuplicate: {
    on: '2018-02-01',
    actor: actors.officer,
    data: { into: ids.other, reason: 'The same text', targetExists: true, targetSuccessors: [] },
  },
  AcceptRisk: {
    on: '2018-02-01',
    actor: actors.officer,
    data: { person: ids.chiefExecutive, office: 'Chief Executive', reason: 'The cost is out of proportion' },
  },
  LinkRecommendation: {
    on: '2018-02-01',
    actor: actors.officer,
    data: {
      linkId: 'link-1',
      relation: 'REPEATS',
      target: { kind: 'RECOMMENDATION', id: ids.other },
      words: null,
      targetExists: true,
      targetOn: null,
      targetDirection: null,
    },
  },
  RecordDissent: {
    on: days.meeting,
    actor: actors.officer,
    data: {
      words: 'Two members thought it too early',
      by: 'Opposition group',
      decision: decisionAt(days.meeting),
      ...committeeOf(decisionAt(days.meeting)),
    },
  },
  CorrectEntry: {
    on: '2018-03-01',
    actor: actors.officer,
    data: {
      entry: 'event-0',
      reason: 'Mistyped',
      change: { kind: 'REPLACE', fields: { title: 'Visits are recorded in time' } },
      policy,
    },
  },
}

export type Changes<T extends CommandType> = { readonly on?: IsoDate; readonly actor?: Actor; readonly today?: IsoDate } & {
  readonly data?: Partial<Data[T]>
}

/** The example of a type, with what is given put in its place. */
export const example = <T extends CommandType>(type: T, changes: Changes<T> = {}): RecommendationCommand => {
  const { on, actor, data } = examples[type]
  return {
    type,
    data: { ...data, ...namedIn(changes.data), ...changes.data },
    actor: changes.actor ?? actor,
    effectiveOn: changes.on ?? on,
    today: changes.today ?? days.today,
  } as RecommendationCommand
}

/** A decision that is given names a committee that is there, unless that is given too. */
const namedIn = (data: object | undefined) => (data !== undefined && 'decision' in data ? committeeOf(data.decision as DecisionRef) : {})

type Fields = Readonly<Record<string, unknown>>
const correction = (entry: string, change: EntryCorrected['data']['change']) => example('CorrectEntry', { data: { entry, change } })

/** The correction of an entry that replaces fields of it, and its day where one is given. */
export const replacing = (entry: string, fields: Fields, effectiveOn?: IsoDate): RecommendationCommand =>
  correction(entry, effectiveOn === undefined ? { kind: 'REPLACE', fields } : { kind: 'REPLACE', fields, effectiveOn })

export const voiding = (entry: string): RecommendationCommand => correction(entry, { kind: 'VOID' })
