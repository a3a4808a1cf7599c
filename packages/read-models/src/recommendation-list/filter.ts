import type { IsoDate, TimescaleGrade } from '@outstanding/domain'
import type { DeliveryState, ResponseState, ScheduleState, TrackingState } from './recommendation.ts'

/** Every part given must hold; in an array any one. Absent and null are the same: not asked. */
export type RecommendationFilter = {
  readonly authority?: string | null
  readonly report?: string | null
  readonly theme?: string | null
  /** An owner's id (office stream name or slug). */
  readonly owner?: string | null
  readonly timescaleGrade?: readonly TimescaleGrade[] | null
  readonly response?: readonly ResponseState[] | null
  readonly delivery?: readonly DeliveryState[] | null
  /** Codes of what the committee agreed. */
  readonly assessmentAgreed?: readonly string[] | null
  readonly assessmentProposed?: readonly string[] | null
  readonly schedule?: readonly ScheduleState[] | null
  readonly tracking?: TrackingState | null
  /** Due strictly before this day. */
  readonly dueBefore?: IsoDate | null
  /** Words, or a part of a word or reference, in any case, without regard to accents. */
  readonly text?: string | null
  /** TOP: without children. */
  readonly level?: 'TOP' | 'CHILD' | null
  readonly illustrative?: boolean | null
  readonly textToHand?: boolean | null
}

/** REPORT: by report's date and title, then as in its list. Ties are broken by id, so every order is total. */
export const recommendationOrders = ['REPORT', 'DUE', 'ORIGINAL_DATE', 'TITLE', 'REFERENCE', 'UPDATED'] as const
export type RecommendationOrder = { readonly by: (typeof recommendationOrders)[number]; readonly direction: 'ASC' | 'DESC' }
