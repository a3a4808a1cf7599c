import type { IsoDate, PolicyRef } from '../envelope.ts'
import type { CategoryMeaning, PolicyContent } from '../policy/events.ts'
import type { VisitDirection } from '../visit/events.ts'
import type { AssessmentContent, claims } from './event-parts.ts'
import type { ResponseKind } from './response-kinds.ts'
import type { ActionOnRecord, Entered, RecommendationRecord, RecommendationState } from './state.ts'
import { isAchieved } from './categories.ts'
import { actionStatus, openProposal } from './on-record.ts'
import { respondentsOf } from './respondents.ts'
import { independentDirection, speaksAgainst } from './third-voice.ts'
import { agreedOf, effectiveAssessmentsOf, trackingOf, type TrackingPosition } from './tracking.ts'
import { scheduleDatesOf, scheduleOn, type SchedulePosition } from './schedule.ts'

/** AWAITED: a body that was asked has not responded. MIXED: the bodies responded, and not alike. */
export type ResponsePosition = 'NOT_REQUIRED' | 'AWAITED' | ResponseKind | 'MIXED'
/** NOT_REPORTED: no update was received. REPORTED_NOT_STATED: an update was received, and the progress it reports is not known. */
export type DeliveryPosition = 'NOT_REPORTED' | 'REPORTED_NOT_STATED' | 'NOT_STARTED' | 'IN_PROGRESS' | 'CLAIMED_COMPLETE'

/** A category under the policy of its day. */
export type DatedCategory = {
  readonly category: string
  readonly meaning: CategoryMeaning
  readonly effectiveOn: IsoDate
  readonly policy: PolicyRef | null
}

export type AssessmentPosition = {
  /** The newest proposal since then that was not withdrawn. */
  readonly proposed: DatedCategory | null
  /** What the committees last decided since they last reopened the item, agreeing a proposal or by their own; null where they differ. */
  readonly agreed: DatedCategory | null
  /** The most critical finding of the newest visit that is linked to it. */
  readonly independent: VisitDirection | null
  /** True where two of the three voices do not say the same, or two committees. */
  readonly differs: boolean
}

export type RecommendationPosition = {
  readonly response: ResponsePosition
  readonly delivery: DeliveryPosition
  readonly assessment: AssessmentPosition
  readonly schedule: SchedulePosition
  readonly tracking: TrackingPosition
}

/**
 * The four axes and the tracking of a state on a day (London, inclusive). `state` is that of the same day: `historyAt(..., asAt)`.
 * Of the policy of that day it asks when "due soon" begins.
 */
export const positionOf = (
  state: RecommendationState,
  asAt: IsoDate,
  policy: { readonly clocks: Pick<PolicyContent['clocks'], 'dueSoonDays'> },
): RecommendationPosition => ({
  ...axesOf(state),
  schedule: scheduleOn(scheduleDatesOf(state), asAt, policy.clocks.dueSoonDays),
  tracking: trackingOf(state.record),
})

/** The axes that do not change with the day. */
export const axesOf = ({ record }: RecommendationState): Pick<RecommendationPosition, 'response' | 'delivery' | 'assessment'> => ({
  response: responseOf(record),
  delivery: deliveryOf(record),
  assessment: assessmentOf(record),
})

const responseOf = (record: RecommendationRecord): ResponsePosition => {
  const [first, ...others] = new Set(respondentsOf(record).map(({ response }) => response))
  if (first === undefined) return 'NOT_REQUIRED'
  if (others.length === 0) return first
  return first === 'AWAITED' || others.includes('AWAITED') ? 'AWAITED' : 'MIXED'
}

const deliveryOf = (record: RecommendationRecord): DeliveryPosition => {
  const claim = newestClaim(record)
  const statuses = record.actions.map(actionStatus)
  if (claim === 'COMPLETE' || allDone(record.actions)) return 'CLAIMED_COMPLETE'
  if (claim === 'IN_PROGRESS' || statuses.some((status) => status === 'STARTED' || status === 'COMPLETED')) return 'IN_PROGRESS'
  if (claim === 'NOT_STARTED' || statuses.includes('ABANDONED')) return 'NOT_STARTED'
  return record.updates.length > 0 ? 'REPORTED_NOT_STATED' : 'NOT_REPORTED'
}

/** The latest progress reported: by an update, or by a proposal of an achieved category, which claims completion. */
const newestClaim = (record: RecommendationRecord): (typeof claims)[number] | null =>
  claimsByProposal(record) ? 'COMPLETE' : (newestUpdate(record)?.claim ?? null)

/** Whether the newest claim is that of a proposal. */
export const claimsByProposal = (record: RecommendationRecord): boolean => {
  const proposal = openProposal(record)
  const update = newestUpdate(record)
  return proposal !== undefined && isAchieved(proposal.meaning) && (update === undefined || update.effectiveOn <= proposal.effectiveOn)
}

/** The newest update that makes a claim. */
const newestUpdate = ({ updates }: RecommendationRecord) => updates.findLast(({ claim }) => claim !== null)

const allDone = (actions: readonly ActionOnRecord[]): boolean => {
  const carriedOn = actions.filter((action) => actionStatus(action) !== 'ABANDONED')
  return carriedOn.length > 0 && carriedOn.every((action) => actionStatus(action) === 'COMPLETED')
}

const assessmentOf = (record: RecommendationRecord): AssessmentPosition => {
  const proposed = given(openProposal(record))
  const { assessment, committeesDiffer } = agreedOf(record)
  const agreed = given(assessment ?? undefined)
  const inForce = effectiveAssessmentsOf(record)
  const independent = independentDirection(record)
  const claimed = inForce.length > 0 ? inForce : [proposed]
  const achieved = claimed.some((one) => one !== null && isAchieved(one.meaning))
  const contradicted = achieved && independent !== null && speaksAgainst(independent)
  const overruled = proposed !== null && inForce.some(({ category }) => category !== proposed.category)
  return { proposed, agreed, independent, differs: contradicted || overruled || committeesDiffer }
}

const given = (assessment: (Entered & AssessmentContent) | undefined): DatedCategory | null =>
  assessment === undefined
    ? null
    : {
        category: assessment.category,
        meaning: assessment.meaning,
        effectiveOn: assessment.effectiveOn,
        policy: assessment.policy,
      }
