import type {
  BaselineDoubt,
  CategoryMeaning,
  ConclusionReason,
  DateDerivation,
  DeliveryPosition,
  Gravity,
  IsoDate,
  KnownTo,
  OwnerRole,
  Place,
  ResponsePosition,
  SchedulePosition,
  ScheduleState,
  TextKind,
  Timescale,
  TrackingPosition,
  UtcInstant,
  VisitDirection,
} from '@outstanding/domain'

import type { Exempt } from './exemption.ts'

export type ResponseState = ResponsePosition
export type DeliveryState = DeliveryPosition
export type TrackingState = TrackingPosition
export type { ScheduleState }

export const scheduleStates = [
  'UNDATED',
  'NOT_DUE',
  'DUE_SOON',
  'OVERDUE',
  'MET_ON_TIME',
  'MET_LATE',
  'ENDED',
] as const satisfies readonly ScheduleState[]

/** A category under the policy of its day: `label` in that policy's words. */
export type AssessedCategory = {
  readonly code: string
  readonly label: string
  readonly meaning: CategoryMeaning
  readonly policyVersion: number
}

/** The four axes and tracking, as at a day. */
export type RecommendationPosition = {
  readonly response: ResponsePosition
  readonly delivery: DeliveryPosition
  readonly assessment: {
    readonly proposed: AssessedCategory | null
    /** What the committee decided: the proposal agreed, or its own. */
    readonly agreed: AssessedCategory | null
    readonly independent: VisitDirection | null
    /** True where two of the three voices do not say the same. */
    readonly differs: boolean
  }
  readonly schedule: SchedulePosition & {
    readonly dueOnPrecision: KnownTo
    readonly completedOn: IsoDate | null
    readonly completedOnPrecision: KnownTo
  }
  readonly tracking: TrackingPosition
}

export type RecommendationOwner = {
  /** An office's stream name. */
  readonly owner: string
  /** The office's name of today where it is one of ours, else as it was assigned. */
  readonly name: string
  /** The name under which it became responsible, where the office was renamed since; else null. */
  readonly formerName: string | null
  readonly role: OwnerRole
  readonly asPrinted: string | null
  /** From whom it came with a service, and on which day; null where it was assigned. */
  readonly transferredFrom: { readonly owner: string; readonly name: string; readonly on: IsoDate } | null
  /** The day on which the office ended, where it did by the day asked for. */
  readonly abolishedOn: IsoDate | null
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
  /** Null if only its listing is known. */
  readonly text: string | null
  /** Whether the text is the published wording or a summary; null without a text. */
  readonly textKind: TextKind | null
  readonly addressee: string | null
  readonly gravity: Gravity | null
  readonly place: Place | null
  readonly timescale: Timescale
  /** Or, for an item without one, the date that a committee first agreed. */
  readonly originalCompletionDate: IsoDate | null
  readonly originalCompletionDatePrecision: KnownTo
  readonly derivation: DateDerivation | null
  /** Where the report's date was corrected and the item's was not; null where they agree. */
  readonly baselineInDoubt: BaselineDoubt | null
  /** The last approved revision; null where there is none. */
  readonly revisedCompletionDate: IsoDate | null
  readonly revisedCompletionDatePrecision: KnownTo
  readonly themes: readonly string[]
  readonly owners: readonly RecommendationOwner[]
  readonly position: RecommendationPosition
  readonly conclusionReason: ConclusionReason | null
  readonly published: boolean
  /** Why it is withheld; null where it is not. */
  readonly withheld: string | null
  /** What of it is exempt; null where nothing is. */
  readonly exempt: Exempt | null
  /** Whether its words are kept from this reader. */
  readonly textHidden: boolean
  readonly illustrative: boolean
  readonly supersededBy: string | null
  readonly mergedInto: string | null
  /** Why the publisher has withdrawn its report, on the day; null where it has not. */
  readonly reportWithdrawn: string | null
  /** The last revision of its stream in this read model: what `expectedRevision` of the next command names. */
  readonly revision: number
  /** When its last event was recorded. */
  readonly recordedAt: UtcInstant
}
