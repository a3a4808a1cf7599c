import type {
  CategoryMeaning,
  ConclusionReason,
  DateDerivation,
  IsoDate,
  OwnerRole,
  Place,
  ResponseKind,
  Timescale,
} from '@outstanding/domain'

export const scheduleStates = ['UNDATED', 'NOT_DUE', 'DUE_SOON', 'OVERDUE', 'MET_ON_TIME', 'MET_LATE', 'ENDED'] as const
export type ScheduleState = (typeof scheduleStates)[number]
export type ResponseState = 'NOT_REQUIRED' | 'AWAITED' | ResponseKind
export type DeliveryState = 'NOT_STARTED' | 'IN_PROGRESS' | 'CLAIMED_COMPLETE'
export type TrackingState = 'OPEN' | 'CONCLUDED'

/** A category under the policy of its day: `label` in that policy's words. */
export type AssessedCategory = {
  readonly code: string
  readonly label: string
  readonly meaning: CategoryMeaning
  readonly policyVersion: number
}

/** The four axes and tracking, as at a day. */
export type RecommendationPosition = {
  readonly response: ResponseState
  readonly delivery: DeliveryState
  readonly assessment: {
    readonly proposed: AssessedCategory | null
    /** What the committee decided: the proposal agreed, or its own. */
    readonly agreed: AssessedCategory | null
  }
  readonly schedule: {
    readonly state: ScheduleState
    /** Only with OVERDUE, from 1. */
    readonly daysOverdue: number | null
    /** Only with NOT_DUE and DUE_SOON, from 0. */
    readonly daysUntilDue: number | null
    /** The approved revised date, else the original or agreed one. */
    readonly dueOn: IsoDate | null
    /** Current or actual date minus the original one; null where either is missing. */
    readonly slippageDays: number | null
  }
  readonly tracking: TrackingState
}

export type RecommendationOwner = {
  /** An office's stream name or a slug. */
  readonly owner: string
  /** The office's name of today where it is one of ours, else as it was assigned. */
  readonly name: string
  readonly role: OwnerRole
  readonly asPrinted: string | null
}

/** One row of the list: everything about a recommendation but its history. */
export type Recommendation = {
  /** The stream name. */
  readonly id: string
  readonly authority: string
  readonly report: string
  readonly parent: string | null
  readonly reference: string | null
  readonly localReference: string
  readonly ordinal: number
  readonly title: string
  /** Null where only its listing is to hand. */
  readonly text: string | null
  readonly addressee: string | null
  readonly place: Place | null
  readonly timescale: Timescale
  readonly originalCompletionDate: IsoDate | null
  readonly derivation: DateDerivation | null
  /** The last approved revision; null where there is none. */
  readonly revisedCompletionDate: IsoDate | null
  readonly themes: readonly string[]
  readonly owners: readonly RecommendationOwner[]
  readonly position: RecommendationPosition
  readonly conclusionReason: ConclusionReason | null
  readonly published: boolean
  /** Why it is withheld; null where it is not. */
  readonly withheld: string | null
  readonly illustrative: boolean
  readonly supersededBy: string | null
  readonly mergedInto: string | null
  /** The last revision of its stream in this read model: what `expectedRevision` of the next command names. */
  readonly revision: number
}
