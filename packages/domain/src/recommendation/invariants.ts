import type { Recorded } from '../envelope.ts'
import type { Invariants } from '../kernel/corrections/correction-rules.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import type { RecommendationEvent, RecommendationEventType } from './events.ts'
import type { DecisionRef } from './event-parts.ts'
import type { RecommendationRecord, RecommendationState } from './state.ts'
import { lastDecisionOf } from './decision-order.ts'
import { trackerOf } from './tracking.ts'
import { idsOnRecord, isDecided, isWithdrawn, leavesSomebody } from './on-record.ts'
import { refuse, type RuleName } from './rules.ts'
import { isLinkedTo } from './third-voice.ts'

type Look<Type extends RecommendationEventType = RecommendationEventType> = (
  event: Recorded<Extract<RecommendationEvent, { readonly type: Type }>>,
  before: RecommendationState,
) => Refusal | null

const holds = (condition: boolean, rule: RuleName, field: string): Refusal | null => (condition ? null : refuse(rule, field))

/** An id that an entry brings is brought once, even where an entry that had been void is there again. */
const newId =
  <Field extends string>(field: Field) =>
  ({ data }: { readonly data: Readonly<Record<Field, string>> }, { record }: RecommendationState): Refusal | null =>
    holds(!idsOnRecord(record).includes(data[field]), 'uniqueId', field)

const stepOfAction: Look<'ActionChanged' | 'ActionStarted' | 'ActionProgressed' | 'ActionCompleted' | 'ActionAbandoned'> = (
  { data },
  { record },
) =>
  holds(
    record.actions.some(({ actionId, planned }) => actionId === data.actionId && planned !== null),
    'actionExists',
    'actionId',
  )

/** A correction keeps the decisions of a committee in the order in which they were recorded, and each with a committee that tracks it. */
const decides: Look = (event, { record }) => {
  const { committee } = (event.data as { readonly decision: DecisionRef }).decision
  if (event.revision <= lastDecisionOf(record, committee)) return refuse('decisionOrder', 'effectiveOn')
  return holds(event.type === 'TrackingTakenOn' || trackerOf(record, committee) !== undefined, 'trackedByCommittee', 'decision.committee')
}

const ofProposal = (proposalId: string | null, { record }: RecommendationState, committee: string | null): Refusal | null => {
  if (proposalId === null) return null
  if (!record.proposals.some((proposed) => proposed.proposalId === proposalId)) return refuse('proposalExists', 'proposalId')
  if (isWithdrawn(proposalId, record)) return refuse('notWithdrawn', 'proposalId')
  return holds(!isDecided(proposalId, record, committee), 'proposalOpen', 'proposalId')
}

const ofRequest: Look<'CompletionDateRevisionApproved' | 'CompletionDateRevisionRefused' | 'RevisionRequestWithdrawn'> = (
  { data },
  { record },
) => {
  const revision = record.completionDateRevisions.find(({ requestId }) => requestId === data.requestId)
  if (!revision?.requested) return refuse('requestExists', 'requestId')
  if (revision.withdrawn !== null) return refuse('notWithdrawn', 'requestId')
  return holds(revision.approved === null && revision.refused === null, 'requestOpen', 'requestId')
}

/** A decision that keeps its place, and what else is asked of it. */
const decision =
  <Type extends RecommendationEventType>(look: Look<Type>): Look<Type> =>
  (event, before) =>
    decides(event, before) ?? look(event, before)

const isTracking = (tracking: 'OPEN' | 'CONCLUDED', { committee }: DecisionRef, record: RecommendationRecord): boolean =>
  trackerOf(record, committee)?.tracking === tracking

const whileExempt: Look = (_, { record }) => holds(record.exemption !== null, 'notExempt', 'reason')

/** What the readers of a recommendation's history rely on, and no correction may break. */
export const invariants: Invariants<RecommendationState, RecommendationEvent> = {
  RecommendationIssued: (_, state) => holds(state.kind !== 'ISSUED', 'alreadyIssued', 'localReference'),
  RecommendationWithheld: (_, { record }) => holds(record.withheld === null, 'alreadyWithheld', 'reason'),
  RecommendationPublished: (_, { record }) => holds(record.withheld !== null, 'notWithheld', 'reason'),
  ExemptionMarked: (_, { record }) => holds(record.exemption === null, 'alreadyExempt', 'parts'),
  ExemptionReviewed: whileExempt,
  ExemptionEnded: whileExempt,
  OwnerReleased: ({ data }, { record }) => holds(record.merged !== null || leavesSomebody(data.owner, record), 'accountableLast', 'owner'),
  CompletionDateAgreed: decides,
  CompletionDateRevisionRequested: newId('requestId'),
  CompletionDateRevisionApproved: decision(ofRequest),
  CompletionDateRevisionRefused: decision(ofRequest),
  RevisionRequestWithdrawn: ofRequest,
  ActionPlanned: newId('actionId'),
  ActionChanged: stepOfAction,
  ActionStarted: stepOfAction,
  ActionProgressed: stepOfAction,
  ActionCompleted: stepOfAction,
  ActionAbandoned: stepOfAction,
  ProgressUpdated: newId('updateId'),
  EvidenceAttached: newId('evidenceId'),
  EvidenceTested: ({ data }, { record }) =>
    holds(
      record.evidence.some(({ evidenceId }) => evidenceId === data.evidenceId),
      'evidenceExists',
      'evidenceId',
    ),
  AssessmentProposed: newId('proposalId'),
  ProposalWithdrawn: ({ data }, state) => ofProposal(data.proposalId, state, null),
  AssessmentAgreed: decision(({ data }, state) => ofProposal(data.proposalId, state, data.decision.committee)),
  CommitteeAssessmentMade: decision(({ data }, state) => ofProposal(data.insteadOf, state, data.decision.committee)),
  VisitFindingLinked: ({ data }, { record }) => holds(!isLinkedTo(data, record), 'findingAlreadyLinked', 'ref'),
  TrackingTakenOn: decision(({ data }, { record }) =>
    holds(trackerOf(record, data.decision.committee) === undefined, 'alreadyTracked', 'decision'),
  ),
  TrackingHandedOver: decides,
  TrackingConcluded: decision(({ data }, { record }) => holds(isTracking('OPEN', data.decision, record), 'onlyWhileOpen', 'reason')),
  TrackingReopened: decision(({ data }, { record }) =>
    holds(isTracking('CONCLUDED', data.decision, record), 'onlyWhenConcluded', 'reason'),
  ),
  RecommendationSuperseded: (_, { record }) => holds(record.superseded === null, 'alreadySuperseded', 'by'),
  DuplicateMerged: (_, { record }) => holds(record.merged === null, 'alreadyMerged', 'into'),
  RecommendationLinked: newId('linkId'),
}
