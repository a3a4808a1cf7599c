import type { RecommendationEventType as EventType } from './events.ts'
import type { DecisionOnRecord, RecommendationRecord } from './state.ts'

/** The decisions whose order matters: what one of them decides, a later one of the same committee rests on. */
export const orderedDecisions: ReadonlySet<EventType> = new Set<EventType>([
  'AssessmentAgreed',
  'CommitteeAssessmentMade',
  'CompletionDateAgreed',
  'CompletionDateRevisionApproved',
  'CompletionDateRevisionRefused',
  'TrackingTakenOn',
  'TrackingHandedOver',
  'TrackingConcluded',
  'TrackingReopened',
])

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
