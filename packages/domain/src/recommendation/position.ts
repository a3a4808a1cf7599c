import type { IsoDate } from '../envelope.ts'
import type { CategoryMeaning } from '../policy/events.ts'
import type { IndependentFindingRecorded, ResponseKind } from './events.ts'

export type ResponsePosition = 'NOT_REQUIRED' | 'AWAITED' | ResponseKind
export type DeliveryPosition = 'NOT_STARTED' | 'IN_PROGRESS' | 'CLAIMED_COMPLETE'
export type ScheduleState = 'UNDATED' | 'NOT_DUE' | 'DUE_SOON' | 'OVERDUE' | 'MET_ON_TIME' | 'MET_LATE' | 'ENDED'
export type TrackingPosition = 'OPEN' | 'CONCLUDED'

/** A category under the policy of its day. */
export type CategoryGiven = { readonly category: string; readonly meaning: CategoryMeaning; readonly effectiveOn: IsoDate }

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
