import type { Actor, EventMetadata, IsoDate, Recorded } from '../envelope.ts'
import type { Timescale } from '../timescale/timescale.ts'
import type { CommandType } from './command-table.ts'
import type { PolicyInForce, RecommendationCommand } from './commands.ts'
import type { DecisionRef, PublicationFacts, RecommendationEvent } from './events.ts'
import { defaultPolicy } from '../policy/default-policy.ts'

/*
 * Example commands, events, ids and days of a made-up council, Example Borough: tests, illustrations and documents use the same ones.
 * The report was adopted on 4 April 2017; the recommendation is due by the end of October.
 */

export const ids = {
  authority: 'example-borough',
  stream: 'recommendation-example-borough.6f2d1c1e-5b0a-5c1d-9a61-0c5f4b1d7e01',
  other: 'recommendation-example-borough.6f2d1c1e-5b0a-5c1d-9a61-0c5f4b1d7e02',
  report: 'report-example-borough.1b9d6bcd-bbfd-5b2d-9b5d-ab8dfbbd4bed',
  committee: 'committee-example-borough.children',
  anotherCommittee: 'committee-example-borough.audit',
  member: 'office-example-borough.cabinet-member-for-children',
  officer: 'person-0a1b',
  chiefExecutive: 'person-0c1d',
} as const

export const days = {
  adopted: '2017-04-04',
  due: '2017-10-31',
  firstReport: '2017-09-13',
  meeting: '2018-02-14',
  today: '2018-12-31',
} as const

/** One scrutiny officer types for both: what differs is whose act it is. */
export const actors = {
  officer: { id: ids.officer, role: 'officer' },
  member: { id: ids.officer, role: 'officer', onBehalfOf: { kind: 'office', id: ids.member } },
  committee: { id: ids.officer, role: 'officer', onBehalfOf: { kind: 'body', id: ids.committee } },
} as const satisfies Record<string, Actor>

export const policy: PolicyInForce = { ...defaultPolicy, authority: ids.authority }

export const publication: PublicationFacts = {
  report: ids.report,
  kind: 'SCRUTINY',
  publishedOn: null,
  publishedPrecision: 'UNKNOWN',
  adoptedOn: days.adopted,
  illustrative: true,
}

export const timescales = {
  byOctober: { asPrinted: 'by October 2017', grade: 'BY_DATE', months: null, date: days.due, datePrecision: 'MONTH' },
  sixMonths: { asPrinted: 'Within six months', grade: 'WITHIN_MONTHS', months: 6, date: null, datePrecision: null },
  immediate: { asPrinted: 'For immediate action', grade: 'IMMEDIATE', months: null, date: null, datePrecision: null },
  longerTerm: { asPrinted: 'In the longer term', grade: 'LONGER_TERM', months: null, date: null, datePrecision: null },
  notGiven: { asPrinted: null, grade: 'NOT_GIVEN', months: null, date: null, datePrecision: null },
} as const satisfies Record<string, Timescale>

export const decisionAt = (meetingOn: IsoDate): DecisionRef => ({
  committee: ids.committee,
  committeeName: "Children's Committee",
  meetingOn,
  minuteReference: `${meetingOn}, item 5`,
})
const decided = (meetingOn: IsoDate) => ({ decision: decisionAt(meetingOn), principalOfficeKind: null, policy })

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
      place,
      timescale: timescales.byOctober,
      addressee: 'Example Borough Council',
      parent: null,
      policy,
    },
  },
  ListRecommendation: { on: days.meeting, actor: actors.officer, data: { ...identified, listedIn: place, addressee: null } },
  WithholdRecommendation: { on: days.adopted, actor: actors.officer, data: { reason: 'Under review before publication' } },
  AssignTheme: { on: days.adopted, actor: actors.officer, data: { theme: 'Corporate parenting' } },
  AssignOwner: {
    on: days.adopted,
    actor: actors.officer,
    data: { owner: ids.member, name: 'Cabinet Member for Children', role: 'RESPONSIBLE_MEMBER', asPrinted: 'Cabinet Member' },
  },
  ReleaseOwner: { on: days.meeting, actor: actors.officer, data: { owner: ids.member, reason: 'The portfolio moved' } },
  RequireResponse: {
    on: '2017-04-10',
    actor: actors.committee,
    data: { receivedOn: '2017-04-07', noticeOn: '2017-04-10', printedDueOn: null, policy },
  },
  GiveResponse: {
    on: '2017-06-01',
    actor: actors.member,
    data: { response: 'ACCEPTED', by: 'Executive', wording: null, reasons: null },
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
  PlanAction: {
    on: '2017-05-02',
    actor: actors.member,
    data: { actionId: 'action-1', description: 'Buy the recording system', dueOn: '2017-08-31', lead: 'Head of Service' },
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
      mediaType: 'application/pdf',
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
  RecordIndependentFinding: {
    on: '2018-01-15',
    actor: actors.officer,
    data: {
      findingId: 'finding-1',
      body: 'The inspectorate',
      visit: 'Monitoring visit of January 2018',
      words: 'Visits are recorded late in one team',
      direction: 'UNCHANGED',
      evidence: null,
    },
  },
  RecordStillNeeded: {
    on: days.meeting,
    actor: actors.committee,
    data: { words: 'A figure for each team', ...decided(days.meeting) },
  },
  Escalate: { on: '2018-03-01', actor: actors.officer, data: { body: 'City Council', reason: 'Late for a second time' } },
  ConcludeTracking: {
    on: days.meeting,
    actor: actors.committee,
    data: { reason: 'ACHIEVED', explanation: 'All teams record in time', supersededBy: null, targetKnown: true, ...decided(days.meeting) },
  },
  ReopenTracking: {
    on: '2018-06-13',
    actor: actors.committee,
    data: { reason: 'The figures fell again', ...decided('2018-06-13') },
  },
  SupersedeRecommendation: { on: '2018-02-01', actor: actors.officer, data: { by: ids.other, reason: 'Asked again', targetKnown: true } },
  MergeDuplicate: { on: '2018-02-01', actor: actors.officer, data: { into: ids.other, reason: 'The same text', targetKnown: true } },
  AcceptRisk: {
    on: '2018-02-01',
    actor: actors.officer,
    data: { person: ids.chiefExecutive, office: 'Chief Executive', reason: 'The cost is out of proportion' },
  },
  LinkRecommendation: {
    on: '2018-02-01',
    actor: actors.officer,
    data: { linkId: 'link-1', relation: 'REPEATS', target: { kind: 'RECOMMENDATION', id: ids.other }, words: null, targetKnown: true },
  },
  RecordDissent: {
    on: days.meeting,
    actor: actors.officer,
    data: { words: 'Two members thought it too early', by: 'Opposition group', decision: decisionAt(days.meeting) },
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
    data: { ...data, ...changes.data },
    actor: changes.actor ?? actor,
    effectiveOn: changes.on ?? on,
    today: changes.today ?? days.today,
  } as RecommendationCommand
}

/** A fact as the log would hold it, the `revision`th of the example stream. Its eventId is `event-{revision}`. */
export const recorded = (
  fact: RecommendationEvent,
  revision: number,
  metadata: Pick<EventMetadata, 'effectiveOn' | 'actor'> & Partial<EventMetadata>,
): Recorded<RecommendationEvent> => ({
  ...fact,
  eventId: `event-${revision}`,
  stream: ids.stream,
  revision,
  position: String(1000 + revision * 10),
  recordedAt: '2018-12-31T09:00:00.000Z',
  metadata: {
    schemaVersion: 1,
    commandId: `command-${revision}`,
    index: 0,
    requestDigest: `digest-${revision}`,
    correlationId: `command-${revision}`,
    causationId: `command-${revision}`,
    authority: ids.authority,
    ...metadata,
  },
})
