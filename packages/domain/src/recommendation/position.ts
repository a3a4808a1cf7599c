import type { IsoDate, PolicyRef } from '../envelope.ts'
import type { CategoryMeaning, PolicyContent } from '../policy/events.ts'
import type { AssessmentContent, IndependentFindingRecorded, ResponseKind } from './events.ts'
import type { ActionOnRecord, Entered, RecommendationRecord, RecommendationState } from './state.ts'
import { daysBetween } from '../dates/day-number.ts'
import { isAchieved } from './categories.ts'
import { actionStatus, baselineOn, dueOn } from './on-record.ts'

export type ResponsePosition = 'NOT_REQUIRED' | 'AWAITED' | ResponseKind
export type DeliveryPosition = 'NOT_STARTED' | 'IN_PROGRESS' | 'CLAIMED_COMPLETE'
export type ScheduleState = 'UNDATED' | 'NOT_DUE' | 'DUE_SOON' | 'OVERDUE' | 'MET_ON_TIME' | 'MET_LATE' | 'ENDED'
export type TrackingPosition = 'OPEN' | 'CONCLUDED'

/** A category under the policy of its day. */
export type CategoryGiven = {
  readonly category: string
  readonly meaning: CategoryMeaning
  readonly effectiveOn: IsoDate
  readonly policy: PolicyRef | null
}

export type AssessmentPosition = {
  /** The newest proposal. */
  readonly proposed: CategoryGiven | null
  /** What the committee last decided, whether it agreed the proposal or made its own. */
  readonly agreed: CategoryGiven | null
  readonly independent: IndependentFindingRecorded['data']['direction'] | null
  /** True where two of the three voices do not say the same. */
  readonly differs: boolean
}

/** The dates that the schedule of any day follows from: what a read model stores. */
export type ScheduleDates = {
  /** The original date, or the date first agreed for an undated item: what "met" and slippage are judged against. */
  readonly baselineOn: IsoDate | null
  /** The approved revised date, else the baseline: what "overdue" counts from. */
  readonly dueOn: IsoDate | null
  /** An assessment of 1 or 2 stands. */
  readonly achieved: boolean
  /** Its completion date; null too for an undated 1 without one. */
  readonly completedOn: IsoDate | null
  /** Concluded without a 1 or 2. */
  readonly ended: boolean
}

export type SchedulePosition = {
  readonly state: ScheduleState
  /** Only when OVERDUE, from 1. */
  readonly daysOverdue: number | null
  /** Only when NOT_DUE or DUE_SOON, from 0. */
  readonly daysUntilDue: number | null
  /** Days from the baseline to the actual or current date; null while undated. */
  readonly slippageDays: number | null
  readonly dueOn: IsoDate | null
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
  response: responseOf(state.record),
  delivery: deliveryOf(state.record),
  assessment: assessmentOf(state.record),
  schedule: scheduleOn(scheduleDatesOf(state), asAt, policy.clocks.dueSoonDays),
  tracking: state.record.tracking,
})

/** What the schedule follows from, free of the day on which it is asked. */
export const scheduleDatesOf = (state: RecommendationState): ScheduleDates => {
  const { standingAssessment: standing, tracking } = state.record
  const achieved = standing !== null && isAchieved(standing.meaning)
  return {
    baselineOn: baselineOn(state),
    dueOn: dueOn(state),
    achieved,
    completedOn: achieved ? standing.completedOn : null,
    ended: tracking === 'CONCLUDED' && !achieved,
  }
}

/** The schedule on a day. An undated item that was achieved stays undated: whether it was late cannot be said. */
export const scheduleOn = (dates: ScheduleDates, asAt: IsoDate, dueSoonDays: number): SchedulePosition => {
  const state = scheduleState(dates, asAt, dueSoonDays)
  const until = dates.dueOn === null ? null : daysBetween(asAt, dates.dueOn)
  const reached = dates.completedOn ?? dates.dueOn
  return {
    state,
    daysOverdue: state === 'OVERDUE' && until !== null ? -until : null,
    daysUntilDue: state === 'NOT_DUE' || state === 'DUE_SOON' ? until : null,
    slippageDays: dates.baselineOn === null || reached === null ? null : daysBetween(dates.baselineOn, reached),
    dueOn: dates.dueOn,
  }
}

const scheduleState = (dates: ScheduleDates, asAt: IsoDate, dueSoonDays: number): ScheduleState => {
  if (dates.achieved) return metState(dates)
  if (dates.ended) return 'ENDED'
  if (dates.dueOn === null) return 'UNDATED'
  const until = daysBetween(asAt, dates.dueOn)
  if (until < 0) return 'OVERDUE'
  return until <= dueSoonDays ? 'DUE_SOON' : 'NOT_DUE'
}

const metState = ({ baselineOn: baseline, completedOn }: ScheduleDates): ScheduleState => {
  if (baseline === null || completedOn === null) return 'UNDATED'
  return completedOn > baseline ? 'MET_LATE' : 'MET_ON_TIME'
}

const responseOf = (record: RecommendationRecord): ResponsePosition =>
  record.responses.at(-1)?.response ?? (record.responseRequired === null ? 'NOT_REQUIRED' : 'AWAITED')

const deliveryOf = ({ actions, updates }: RecommendationRecord): DeliveryPosition => {
  const claim = updates.findLast((update) => update.claim !== null)?.claim
  if (claim === 'COMPLETE' || allDone(actions)) return 'CLAIMED_COMPLETE'
  const begun = actions.some((action) => ['STARTED', 'COMPLETED'].includes(actionStatus(action)))
  return begun || updates.some((update) => update.claim !== 'NOT_STARTED') ? 'IN_PROGRESS' : 'NOT_STARTED'
}

const allDone = (actions: readonly ActionOnRecord[]): boolean => {
  const carriedOn = actions.filter((action) => actionStatus(action) !== 'ABANDONED')
  return carriedOn.length > 0 && carriedOn.every((action) => actionStatus(action) === 'COMPLETED')
}

const assessmentOf = (record: RecommendationRecord): AssessmentPosition => {
  const proposed = given(record.proposals.at(-1))
  const agreed = given(record.assessments.at(-1))
  const independent = record.findings.at(-1)?.direction ?? null
  const claimed = agreed ?? proposed
  const contradicted = claimed !== null && isAchieved(claimed.meaning) && independent !== null && independent !== 'IMPROVED'
  const overruled = proposed !== null && agreed !== null && proposed.category !== agreed.category
  return { proposed, agreed, independent, differs: contradicted || overruled }
}

const given = (assessment: (Entered & AssessmentContent) | undefined): CategoryGiven | null =>
  assessment === undefined
    ? null
    : {
        category: assessment.category,
        meaning: assessment.meaning,
        effectiveOn: assessment.effectiveOn,
        policy: assessment.policy,
      }
