import type { RecommendationEvent } from './events.ts'
import type { DecisionOnRecord, RecommendationRecord } from './state.ts'

type OfDecision<Event extends RecommendationEvent> = Event extends { readonly data: { readonly decision: unknown } } ? Event['type'] : never

/** Whether later decisions of the same committee rest on what this one decides, so that its place in their order matters. */
const isOrdered: Readonly<Record<OfDecision<RecommendationEvent>, boolean>> = {
  AssessmentAgreed: true,
  CommitteeAssessmentMade: true,
  CompletionDateAgreed: true,
  CompletionDateRevisionApproved: true,
  CompletionDateRevisionRefused: true,
  TrackingTakenOn: true,
  TrackingHandedOver: true,
  TrackingConcluded: true,
  TrackingReopened: true,
  StillNeededRecorded: false,
  DissentRecorded: false,
}

/** The decisions whose order matters. */
export const orderedDecisions: ReadonlySet<string> = new Set(
  Object.entries(isOrdered).flatMap(([type, ordered]) => (ordered ? [type] : [])),
)

export type DecisionOrder = {
  /** Recorded when a decision of the same committee of a later day was on record, as eventIds. */
  readonly late: ReadonlySet<string>
  /** The decisions of later days that were recorded before such a late one: they did not know of it. As eventIds. */
  readonly beforeLate: ReadonlySet<string>
}

/** Which decisions came late, and which were taken without them. Committees are looked at apart. */
export const decisionOrderOf = ({ decisions }: RecommendationRecord): DecisionOrder => {
  const ordered = decisions.filter(({ type }) => orderedDecisions.has(type))
  const ofEach = [...Map.groupBy(ordered, ({ decision }) => decision.committee).values()]
  return {
    late: new Set(ofEach.flatMap((own) => own.filter((one) => own.some((other) => isLate(one, other)))).map(({ eventId }) => eventId)),
    beforeLate: new Set(
      ofEach.flatMap((own) => own.filter((one) => own.some((other) => isLate(other, one)))).map(({ eventId }) => eventId),
    ),
  }
}

/** Of an earlier day than the other, and recorded after it. */
const isLate = (one: DecisionOnRecord, other: DecisionOnRecord): boolean =>
  one.effectiveOn < other.effectiveOn && one.revision > other.revision

/** The revision of the last ordered decision of a committee on record; -1 where there is none. */
export const lastDecisionOf = ({ decisions }: RecommendationRecord, committee: string): number =>
  Math.max(
    -1,
    ...decisions
      .filter(({ type, decision }) => orderedDecisions.has(type) && decision.committee === committee)
      .map(({ revision }) => revision),
  )
