import type {
  DeliveryPosition,
  Gravity,
  IsoDate,
  ResponsePosition,
  ScheduleState,
  TimescaleGrade,
  TrackingPosition,
} from '@outstanding/domain'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { foldText } from '../fold-text.ts'
import { wordForms } from './word-forms.ts'
import type { ColumnGroup } from './column-groups.ts'
import type { Items } from './items.ts'

/** Every filter given must hold; in an array any one. Absent and null are the same: not asked. */
export type RecommendationFilter = {
  readonly authority?: string | null
  readonly report?: string | null
  readonly theme?: string | null
  /** Whether nobody owns it. */
  readonly withoutOwner?: boolean | null
  /** Whether a committee has reopened it. */
  readonly reopened?: boolean | null
  readonly gravity?: readonly Gravity[] | null
  /** Concluded, and to be looked at again by this day. */
  readonly lookAgainBy?: IsoDate | null
  /** Whether the assessments differ, or somebody disagreed with a decision. */
  readonly disputed?: boolean | null
  /** The newest progress update is from before this day. Without any update it is not found. */
  readonly updatedBefore?: IsoDate | null
  /** An owner's id. */
  readonly owner?: string | null
  readonly timescaleGrade?: readonly TimescaleGrade[] | null
  readonly response?: readonly ResponsePosition[] | null
  readonly delivery?: readonly DeliveryPosition[] | null
  /** Codes of what the committee agreed; `none` is that nothing stands as agreed. */
  readonly assessmentAgreed?: readonly string[] | null
  readonly assessmentProposed?: readonly string[] | null
  readonly schedule?: readonly ScheduleState[] | null
  readonly tracking?: TrackingPosition | null
  /** The slug of a committee that tracks it or concluded it: then `tracking` is that of this committee. */
  readonly trackedBy?: string | null
  /** Due before this day. */
  readonly dueBefore?: IsoDate | null
  /** Words, or a part of a word or reference, in any case, without regard to accents. */
  readonly text?: string | null
  /** TOP: without children. */
  readonly level?: 'TOP' | 'CHILD' | null
  readonly illustrative?: boolean | null
  readonly textToHand?: boolean | null
  /** True: only duplicates that were merged into others; else those are left out. */
  readonly merged?: boolean | null
  /** Whether the report's date was corrected and the item's was not. */
  readonly baselineInDoubt?: boolean | null
  /** Whether the publisher has withdrawn the report by that day. */
  readonly reportWithdrawn?: boolean | null
}

type Around = {
  readonly filter: RecommendationFilter
  /** Items found by a duplicate of theirs. */
  readonly foundMerged: readonly string[]
}

/** What one filter looks at beside the schedule, and what must hold. Null: whatever it is, that is seen to elsewhere. */
type Clause<Field extends keyof RecommendationFilter> = {
  readonly looksAt: readonly ColumnGroup[]
  readonly where: ((asked: NonNullable<RecommendationFilter[Field]>, around: Around) => RawBuilder<boolean>) | null
}

type FilterName = keyof RecommendationFilter
/** A filter without a clause does not compile. */
const clauses: { readonly [Name in FilterName]: Clause<Name> } = {
  authority: { looksAt: [], where: (slug) => sql`item.authority = ${slug}` },
  report: { looksAt: [], where: (id) => sql`item.report = ${id}` },
  theme: { looksAt: ['POSITION'], where: (theme) => sql`item.themes @> array[${theme}]::text[]` },
  withoutOwner: { looksAt: ['POSITION'], where: (asked) => sql`(item.owner_ids = '{}') = ${asked}` },
  reopened: { looksAt: ['POSITION'], where: (asked) => sql`item.reopened = ${asked}` },
  gravity: { looksAt: ['PRINTED'], where: (values) => anyOf('gravity', values) },
  lookAgainBy: { looksAt: ['POSITION'], where: (day) => sql`item.look_again_on <= ${day}` },
  disputed: { looksAt: ['POSITION'], where: (asked) => sql`item.disputed = ${asked}` },
  updatedBefore: { looksAt: ['POSITION'], where: (day) => sql`item.updated_on < ${day}` },
  // It says from which rows the items are read: see `itemsAsAt`.
  owner: { looksAt: [], where: null },
  timescaleGrade: { looksAt: ['PRINTED'], where: (values) => anyOf('timescale_grade', values) },
  response: { looksAt: ['POSITION'], where: (values) => anyOf('response', values) },
  delivery: { looksAt: ['POSITION'], where: (values) => anyOf('delivery', values) },
  assessmentAgreed: { looksAt: ['POSITION'], where: (codes) => anyOrNone('agreed', codes) },
  assessmentProposed: { looksAt: ['POSITION'], where: (codes) => anyOrNone('proposed', codes) },
  schedule: { looksAt: ['POLICY'], where: (values) => anyOf('schedule_state', values) },
  tracking: { looksAt: [], where: (state, { filter }) => (filter.trackedBy == null ? sql`item.tracking = ${state}` : sql`true`) },
  trackedBy: { looksAt: ['POSITION'], where: (committee, { filter }) => trackedBy(committee, filter.tracking ?? null) },
  dueBefore: { looksAt: [], where: (day) => sql`item.due_on < ${day}` },
  text: {
    looksAt: ['PRINTED', 'POSITION'],
    where: (text, { foundMerged }) => (text.trim() === '' ? sql`true` : saying(text, foundMerged)),
  },
  level: { looksAt: [], where: (level) => (level === 'TOP' ? sql`item.parent is null` : sql`item.parent is not null`) },
  illustrative: { looksAt: [], where: (asked) => sql`item.illustrative = ${asked}` },
  textToHand: { looksAt: ['PRINTED', 'EXEMPTION'], where: (asked) => sql`(item.text is not null or item.text_hidden) = ${asked}` },
  // What was merged is left out where nobody asks for it: see `filtered`.
  merged: { looksAt: [], where: null },
  baselineInDoubt: { looksAt: ['BASELINE'], where: (asked) => sql`item.baseline_in_doubt = ${asked}` },
  reportWithdrawn: {
    looksAt: ['WITHDRAWN'],
    where: (asked) => (asked ? sql`item.report_withdrawn is not null` : sql`item.report_withdrawn is null`),
  },
}
const filterNames = Object.keys(clauses) as readonly FilterName[]

/** The items for which every filter asked for holds. Duplicates that were merged are left out, unless they are asked for. */
export const filtered = (items: Items, filter: RecommendationFilter, foundMerged: readonly string[]): Items =>
  filterNames
    .flatMap((name) => conditionOf(name, { filter, foundMerged }) ?? [])
    .reduce((left, condition) => left.where(condition), items.where('item.merged_into', filter.merged === true ? 'is not' : 'is', null))

const conditionOf = <Name extends FilterName>(name: Name, around: Around): RawBuilder<boolean> | null => {
  const asked = around.filter[name]
  const { where }: Clause<Name> = clauses[name]
  return asked == null || where === null ? null : where(asked, around)
}

/** What of an item a filter looks at, beside its schedule. */
export const columnsToFilter = (filter: RecommendationFilter): readonly ColumnGroup[] =>
  filterNames.flatMap((name) => (filter[name] == null ? [] : clauses[name].looksAt))

function trackedBy(committee: string, tracking: TrackingPosition | null) {
  const open = sql<boolean>`item.open_to @> array[${committee}]::text[]`
  const concluded = sql<boolean>`item.concluded_by @> array[${committee}]::text[]`
  if (tracking === null) return sql<boolean>`(${open} or ${concluded})`
  return { OPEN: open, CONCLUDED: concluded, NOT_TRACKED: sql<boolean>`not (${open} or ${concluded})` }[tracking]
}

const anyOf = (column: string, values: readonly string[]) => sql<boolean>`${sql.ref(`item.${column}`)} = any (${values}::text[])`

/** As `anyOf`, of codes: `none` stands for their absence. */
const anyOrNone = (column: string, codes: readonly string[]) =>
  sql<boolean>`coalesce(${sql.ref(`item.${column}`)}, 'none') = any (${codes}::text[])`

/** Every word is somewhere in it, in whatever form ("visiting" finds "visits", "child" finds "children"). */
function saying(text: string, orOneOf: readonly string[]) {
  const words = foldText(text).split(' ').map(wordForms)
  const hasWords = sql.join(
    words.map((forms) => sql<boolean>`(item.search || ' ' || item.owner_search) like any (${forms.map(anywhere)}::text[])`),
    sql` and `,
  )
  return sql<boolean>`((${hasWords}) or item.stream = any (${orOneOf}::text[]))`
}

const anywhere = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
