import type {
  CategoryMeaning,
  ConclusionReason,
  DateDerivation,
  Gravity,
  KnownTo,
  OwnerRole,
  Place,
  PolicyRef,
  ResponsePosition,
  DeliveryPosition,
  Timescale,
  TextKind,
  TrackingPosition,
  VisitDirection,
} from '@outstanding/domain'
import { defineTable } from '@outstanding/projection'
import { undatedLast } from './due-key.ts'

export type OwnerCell = {
  readonly owner: string
  readonly name: string
  readonly role: OwnerRole
  readonly asPrinted: string | null
  /** From whom it came with a transfer, and on which day. */
  readonly transferredFrom: { readonly owner: string; readonly name: string; readonly on: string } | null
}

/** One row an item: what its report, or the table that lists it, says. */
export type RecommendationRow = {
  stream: string
  report: string
  reference: string | null
  /** Normalised: R2 and R02 are the same. */
  reference_key: string | null
  local_reference: string
  local_reference_key: string
  ordinal: number
  title: string
  text: string | null
  /** Null without a text. */
  text_kind: TextKind | null
  addressee: string | null
  place: Place | null
  timescale: Timescale | null
  timescale_grade: string | null
  gravity: Gravity | null
  derivation: DateDerivation | null
  /** Whether a corrected date of its report can move its own, and from which day that was counted: see `baselineBasis`. */
  counts_from_report: boolean
  counted_from: string | null
  adopted_by: string | null
  /** Folded for the search: lower case, without accents. */
  search: string
}

export const recommendationTable = defineTable<RecommendationRow>({
  name: 'recommendation',
  columns: {
    stream: 'text collate "C" not null',
    report: 'text collate "C" not null',
    reference: 'text',
    reference_key: 'text collate "C"',
    local_reference: 'text not null',
    local_reference_key: 'text collate "C" not null',
    ordinal: 'int not null',
    title: 'text collate "C" not null',
    text: 'text',
    text_kind: 'text collate "C"',
    addressee: 'text',
    place: 'json',
    timescale: 'json',
    timescale_grade: 'text collate "C"',
    gravity: 'text collate "C"',
    derivation: 'json',
    counts_from_report: 'boolean not null',
    counted_from: 'date',
    adopted_by: 'date',
    search: 'text not null',
  },
  primaryKey: ['stream'],
  indexes: ['(report, reference_key)', '(report, local_reference_key)'],
})

/**
 * What the schedule of any day follows from, the tracking, and whose list it is in: narrow, since most lists and every count need no more
 * to choose, order and count their items.
 */
export type RecommendationScheduleRow = {
  stream: string
  authority: string
  report: string
  parent: string | null
  illustrative: boolean
  tracking: TrackingPosition
  conclusion_reason: ConclusionReason | null
  baseline_on: string | null
  revised_on: string | null
  due_on: string | null
  achieved: boolean
  completed_on: string | null
  /** The first day on which it can have been completed: another where only a month or a year is known. */
  completed_from: string | null
  baseline_precision: KnownTo
  revised_precision: KnownTo
  due_precision: KnownTo
  ended: boolean
  /** Of a duplicate that was merged: where it is carried on. Neither listed nor counted. */
  merged_into: string | null
}

export const recommendationScheduleTable = defineTable<RecommendationScheduleRow>({
  name: 'recommendation_schedule',
  columns: {
    achieved: 'boolean not null',
    ended: 'boolean not null',
    illustrative: 'boolean not null',
    baseline_on: 'date',
    revised_on: 'date',
    due_on: 'date',
    completed_on: 'date',
    completed_from: 'date',
    baseline_precision: 'text collate "C" not null',
    revised_precision: 'text collate "C" not null',
    due_precision: 'text collate "C" not null',
    tracking: 'text collate "C" not null',
    authority: 'text collate "C" not null',
    stream: 'text collate "C" not null',
    report: 'text collate "C" not null',
    parent: 'text collate "C"',
    conclusion_reason: 'text collate "C"',
    merged_into: 'text collate "C"',
  },
  primaryKey: ['stream'],
  indexes: [
    `(authority, tracking, (${undatedLast('due_on')}), stream)`,
    `(tracking, (${undatedLast('due_on')}), stream)`,
    '(report)',
    '(parent) where parent is not null',
  ],
})

/** The other axes, and whose it is: what changes while it is followed. */
export type RecommendationPositionRow = {
  stream: string
  response: ResponsePosition
  delivery: DeliveryPosition
  proposed: string | null
  proposed_meaning: CategoryMeaning | null
  proposed_policy: PolicyRef | null
  agreed: string | null
  agreed_meaning: CategoryMeaning | null
  agreed_policy: PolicyRef | null
  independent: VisitDirection | null
  differs: boolean
  /** The assessments differ, or somebody disagreed with a decision. */
  disputed: boolean
  /** The slugs of the committees that track it, and of those that concluded it. */
  open_to: string[]
  concluded_by: string[]
  themes: string[]
  owners: readonly OwnerCell[]
  owner_ids: string[]
  /** The owners' names, folded for the search. */
  owner_search: string
  superseded_by: string | null
  /** The day of the newest progress update. */
  updated_on: string | null
  /** A committee has reopened it, whether or not it concluded it again. */
  reopened: boolean
  /** Of what is concluded: the first day on which a committee wants to look at it again. */
  look_again_on: string | null
}

export const recommendationPositionTable = defineTable<RecommendationPositionRow>({
  name: 'recommendation_position',
  columns: {
    stream: 'text collate "C" not null',
    response: 'text collate "C" not null',
    delivery: 'text collate "C" not null',
    proposed: 'text collate "C"',
    proposed_meaning: 'text collate "C"',
    proposed_policy: 'json',
    agreed: 'text collate "C"',
    agreed_meaning: 'text collate "C"',
    agreed_policy: 'json',
    independent: 'text collate "C"',
    differs: 'boolean not null',
    disputed: 'boolean not null',
    open_to: 'text[] not null',
    concluded_by: 'text[] not null',
    themes: 'text[] not null',
    owners: 'json not null',
    owner_ids: 'text[] not null',
    owner_search: 'text not null',
    superseded_by: 'text collate "C"',
    updated_on: 'date',
    reopened: 'boolean not null',
    look_again_on: 'date',
  },
  primaryKey: ['stream'],
  indexes: [],
})
