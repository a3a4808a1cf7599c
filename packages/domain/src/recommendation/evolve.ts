import type { Fact, Recorded } from '../envelope.ts'
import type { RecommendationEventType as EventType } from './events.ts'
import type { RecommendationEvent } from './events.ts'
import type { DecisionRef, OwnerRole } from './event-parts.ts'
import type {
  ActionOnRecord,
  Entered,
  Entry,
  RecommendationRecord as Rec,
  RecommendationState,
  CompletionDateRevisionOnRecord,
} from './state.ts'
import { assessed, concluded, handedOver, reopened, takenOn } from './evolve-tracking.ts'
import { allToTheDay, precisionOf } from '../dates/date-precision.ts'
import { principalOf } from './on-record.ts'

type EventOf<T extends EventType> = Extract<RecommendationEvent, { type: T }>
type Evolvers = { readonly [T in EventType]: (record: Rec, entry: Entry<EventOf<T>>) => Partial<Rec> }

/** Total: recorded events fold in any order; a step may be recorded before the thing that it belongs to. */
export const evolve = (state: RecommendationState, event: Recorded<RecommendationEvent>): RecommendationState => {
  if (!Object.hasOwn(evolvers, event.type)) return state
  const entry = { ...entered(event), ...event.data } as Entry<Fact<string, object>>
  const known: Rec = { ...state.record, ...enter(state.record, event) }
  const change = evolvers[event.type] as (record: Rec, entry: Entry<Fact<string, object>>) => Partial<Rec>
  return withKind(state, event.type, entry, { ...known, ...change(known, entry) })
}

/** An issued recommendation stays as issued: a later listing or a second issue does not replace it. */
const withKind = (state: RecommendationState, type: EventType, entry: object, record: Rec): RecommendationState => {
  if (state.kind !== 'ISSUED' && type === 'RecommendationIssued')
    return { kind: 'ISSUED', issued: entry as Entry<EventOf<'RecommendationIssued'>>, record }
  if (state.kind === 'NOT_ISSUED' && type === 'RecommendationListed')
    return { kind: 'LISTED', listed: entry as Entry<EventOf<'RecommendationListed'>>, record }
  return { ...state, record }
}

const entered = ({ eventId, revision, metadata }: Recorded<RecommendationEvent>): Entered => ({
  eventId,
  revision,
  effectiveOn: metadata.effectiveOn,
  precisions: metadata.precisions ?? allToTheDay,
  principal: principalOf(metadata.actor),
  recordedBy: metadata.actor.id,
  policy: metadata.policy ?? null,
})

const enter = (record: Rec, event: Recorded<RecommendationEvent>): Pick<Rec, 'stream' | 'decisions'> => {
  const decision = decisionIn(event)
  return {
    stream: event.stream,
    decisions: decision === null ? record.decisions : [...record.decisions, { ...entered(event), type: event.type, decision }],
  }
}

const decisionIn = ({ type, data }: RecommendationEvent): DecisionRef | null =>
  type !== 'DissentRecorded' && 'decision' in data ? data.decision : null

const withAction = (record: Rec, actionId: string, step: (action: ActionOnRecord) => ActionOnRecord): Partial<Rec> => {
  const blank = { actionId, planned: null, changes: [], started: null, progress: [], completed: null, abandoned: null }
  const others = record.actions.some((action) => action.actionId === actionId) ? record.actions : [...record.actions, blank]
  return { actions: others.map((action) => (action.actionId === actionId ? step(action) : action)) }
}

const withCompletionDateRevision = (
  record: Rec,
  requestId: string,
  step: Partial<CompletionDateRevisionOnRecord>,
): Pick<Rec, 'completionDateRevisions'> => {
  const blank = { requestId, requested: null, approved: null, refused: null, withdrawn: null }
  const others = record.completionDateRevisions.some((revision) => revision.requestId === requestId)
    ? record.completionDateRevisions
    : [...record.completionDateRevisions, blank]
  return { completionDateRevisions: others.map((revision) => (revision.requestId === requestId ? { ...revision, ...step } : revision)) }
}

const without = (owners: Rec['owners'], owner: string, role: OwnerRole): Rec['owners'] =>
  owners.filter((one) => one.owner !== owner || one.role !== role)

const evolvers: Evolvers = {
  RecommendationIssued: () => ({}),
  RecommendationListed: () => ({}),
  RecommendationWithheld: (_, entry) => ({ withheld: entry }),
  WordingAmended: (record, entry) => ({ amendments: [...record.amendments, entry] }),
  RecommendationPublished: () => ({ withheld: null }),
  ExemptionMarked: (_, entry) => ({ exemption: { ...entry, reviews: [] } }),
  ExemptionReviewed: ({ exemption }, entry) => ({
    exemption: exemption && { ...exemption, reviewOn: entry.reviewOn, reviews: [...exemption.reviews, entry] },
  }),
  ExemptionEnded: () => ({ exemption: null }),
  ThemeAssigned: (_, entry) => ({ theme: entry.theme }),
  OwnerAssigned: (record, entry) => ({ owners: [...without(record.owners, entry.owner, entry.role), { ...entry, transferred: null }] }),
  OwnerTransferred: (record, { from, fromName, to, toName, role, transferId, service, ...place }) => ({
    owners: [
      ...without(without(record.owners, from, role), to, role),
      { ...place, owner: to, name: toName, role, asPrinted: null, transferred: { transferId, from, fromName, service } },
    ],
  }),
  OwnerReleased: (record, entry) => ({ owners: record.owners.filter(({ owner }) => owner !== entry.owner) }),
  ResponseRequired: (record, entry) => ({ responsesRequired: [...record.responsesRequired, entry] }),
  DraftPlanSent: (record, entry) => ({ draftsSent: [...record.draftsSent, entry] }),
  ResponseGiven: (record, entry) => ({ responses: [...record.responses, entry] }),
  CompletionDateAgreed: (record, entry) => ({ agreedDate: record.agreedDate ?? entry }),
  CompletionDateRevisionRequested: (record, entry) => withCompletionDateRevision(record, entry.requestId, { requested: entry }),
  CompletionDateRevisionApproved: (record, entry) => ({
    ...withCompletionDateRevision(record, entry.requestId, { approved: entry }),
    revisedDate: entry.date,
    revisedPrecision: precisionOf(entry.precisions, 'date'),
  }),
  CompletionDateRevisionRefused: (record, entry) => withCompletionDateRevision(record, entry.requestId, { refused: entry }),
  RevisionRequestWithdrawn: (record, entry) => withCompletionDateRevision(record, entry.requestId, { withdrawn: entry }),
  ActionPlanned: (record, entry) => withAction(record, entry.actionId, (action) => ({ ...action, planned: entry })),
  ActionChanged: (record, entry) => withAction(record, entry.actionId, (action) => ({ ...action, changes: [...action.changes, entry] })),
  ActionStarted: (record, entry) => withAction(record, entry.actionId, (action) => ({ ...action, started: entry })),
  ActionProgressed: (record, entry) =>
    withAction(record, entry.actionId, (action) => ({ ...action, progress: [...action.progress, entry] })),
  ActionCompleted: (record, entry) => withAction(record, entry.actionId, (action) => ({ ...action, completed: entry })),
  ActionAbandoned: (record, entry) => withAction(record, entry.actionId, (action) => ({ ...action, abandoned: entry })),
  ProgressUpdated: (record, entry) => ({ updates: [...record.updates, entry] }),
  EvidenceAttached: (record, entry) => ({ evidence: [...record.evidence, entry] }),
  EvidenceTested: (record, entry) => ({ evidenceTests: [...record.evidenceTests, entry] }),
  AssessmentProposed: (record, entry) => ({ proposals: [...record.proposals, entry] }),
  ProposalWithdrawn: (record, entry) => ({ proposalsWithdrawn: [...record.proposalsWithdrawn, entry] }),
  AssessmentAgreed: (record, entry) => assessed(record, { ...entry, kind: 'AGREED', insteadOf: null }),
  CommitteeAssessmentMade: (record, entry) => assessed(record, { ...entry, kind: 'OWN', proposalId: null }),
  VisitFindingLinked: (record, entry) => ({ findings: [...record.findings, entry] }),
  StillNeededRecorded: (record, entry) => ({ stillNeeded: [...record.stillNeeded, entry] }),
  EscalatedTo: (record, entry) => ({ escalations: [...record.escalations, entry] }),
  TrackingTakenOn: takenOn,
  TrackingHandedOver: handedOver,
  TrackingConcluded: concluded,
  TrackingReopened: reopened,
  RecommendationSuperseded: (_, entry) => ({ superseded: entry }),
  DuplicateMerged: (_, entry) => ({ merged: entry }),
  RiskAccepted: (_, entry) => ({ riskAccepted: entry }),
  RecommendationLinked: (record, entry) => ({ links: [...record.links, entry] }),
  DissentRecorded: (record, entry) => ({ dissents: [...record.dissents, entry] }),
  EntryCorrected: (record, entry) => ({ corrections: [...record.corrections, entry] }),
}
