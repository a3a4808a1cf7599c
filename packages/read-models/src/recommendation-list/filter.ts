import type {
  DeliveryPosition,
  Gravity,
  IsoDate,
  ResponsePosition,
  ScheduleState,
  TimescaleGrade,
  TrackingPosition,
} from '@outstanding/domain'
import { sql } from 'kysely'
import { foldText } from '../fold-text.ts'
import { wordStem } from './word-stem.ts'
import type { Part } from './item-parts.ts'
import type { Items } from './items.ts'

/** Every part given must hold; in an array any one. Absent and null are the same: not asked. */
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

/** But for `owner`, which says from which rows the items are read. `foundMerged`: items found by a duplicate of theirs. */
export function filtered(items: Items, filter: RecommendationFilter, { foundMerged }: Around): Items {
  const { level, text } = filter
  return items
    .where('item.merged_into', filter.merged === true ? 'is not' : 'is', null)
    .$if(filter.authority != null, (q) => q.where('item.authority', '=', filter.authority ?? ''))
    .$if(filter.report != null, (q) => q.where('item.report', '=', filter.report ?? ''))
    .$if(filter.theme != null, (q) => q.where(sql<boolean>`item.themes @> array[${filter.theme}]::text[]`))
    .$if(filter.withoutOwner != null, (q) => q.where(sql<boolean>`(item.owner_ids = '{}') = ${filter.withoutOwner}`))
    .$if(filter.reopened != null, (q) => q.where('item.reopened', '=', filter.reopened ?? false))
    .$if(filter.gravity != null, (q) => q.where(anyOf('gravity', filter.gravity)))
    .$if(filter.lookAgainBy != null, (q) => q.where('item.look_again_on', '<=', filter.lookAgainBy ?? ''))
    .$if(filter.disputed != null, (q) => q.where('item.disputed', '=', filter.disputed ?? false))
    .$if(filter.updatedBefore != null, (q) => q.where('item.updated_on', '<', filter.updatedBefore ?? ''))
    .$if(filter.timescaleGrade != null, (q) => q.where(anyOf('timescale_grade', filter.timescaleGrade)))
    .$if(filter.response != null, (q) => q.where(anyOf('response', filter.response)))
    .$if(filter.delivery != null, (q) => q.where(anyOf('delivery', filter.delivery)))
    .$if(filter.assessmentAgreed != null, (q) => q.where(anyOrNone('agreed', filter.assessmentAgreed)))
    .$if(filter.assessmentProposed != null, (q) => q.where(anyOrNone('proposed', filter.assessmentProposed)))
    .$if(filter.schedule != null, (q) => q.where(anyOf('schedule_state', filter.schedule)))
    .$if(filter.trackedBy != null, (q) => q.where(trackedBy(filter.trackedBy ?? '', filter.tracking ?? null)))
    .$if(filter.tracking != null && filter.trackedBy == null, (q) => q.where('item.tracking', '=', filter.tracking ?? 'OPEN'))
    .$if(filter.dueBefore != null, (q) => q.where('item.due_on', '<', filter.dueBefore ?? ''))
    .$if(level != null, (q) => q.where('item.parent', level === 'TOP' ? 'is' : 'is not', null))
    .$if(filter.illustrative != null, (q) => q.where('item.illustrative', '=', filter.illustrative ?? false))
    .$if(filter.textToHand != null, (q) => q.where(sql<boolean>`(item.text is not null or item.text_hidden) = ${filter.textToHand}`))
    .$if(text != null && text.trim() !== '', (q) => q.where(saying(text ?? '', foundMerged)))
    .$if(filter.baselineInDoubt != null, (q) => q.where('item.baseline_in_doubt', '=', filter.baselineInDoubt ?? false))
    .$if(filter.reportWithdrawn != null, (q) => q.where('item.report_withdrawn', filter.reportWithdrawn === true ? 'is not' : 'is', null))
}

function trackedBy(committee: string, tracking: TrackingPosition | null) {
  const open = sql<boolean>`item.open_to @> array[${committee}]::text[]`
  const concluded = sql<boolean>`item.concluded_by @> array[${committee}]::text[]`
  if (tracking === null) return sql<boolean>`(${open} or ${concluded})`
  return { OPEN: open, CONCLUDED: concluded, NOT_TRACKED: sql<boolean>`not (${open} or ${concluded})` }[tracking]
}

type Around = { readonly foundMerged: readonly string[] }

const anyOf = (column: string, values: readonly string[] | null | undefined) =>
  sql<boolean>`${sql.ref(`item.${column}`)} = any (${values ?? []}::text[])`

/** As `anyOf`, of codes: `none` stands for their absence. */
const anyOrNone = (column: string, codes: readonly string[] | null | undefined) =>
  sql<boolean>`coalesce(${sql.ref(`item.${column}`)}, 'none') = any (${codes ?? []}::text[])`

/** Every word is somewhere in it, in whatever form ("visiting" finds "visits", "child" finds "children"). */
function saying(text: string, orOneOf: readonly string[]) {
  const words = foldText(text).split(' ').map(wordStem)
  const parts = words.map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
  return sql<boolean>`((item.search || ' ' || item.owner_search) like all (${parts}::text[]) or item.stream = any (${orOneOf}::text[]))`
}

/** What of an item a filter looks at, beside its schedule. */
export const partsToFilter = (filter: RecommendationFilter): readonly Part[] =>
  Object.entries(filter).flatMap(([field, asked]) => (asked == null ? [] : (partsOf[field] ?? [])))

const partsOf: Readonly<Record<string, readonly Part[]>> = {
  theme: ['POSITION'],
  withoutOwner: ['POSITION'],
  reopened: ['POSITION'],
  disputed: ['POSITION'],
  gravity: ['PRINTED'],
  lookAgainBy: ['POSITION'],
  updatedBefore: ['POSITION'],
  trackedBy: ['POSITION'],
  response: ['POSITION'],
  delivery: ['POSITION'],
  assessmentAgreed: ['POSITION'],
  assessmentProposed: ['POSITION'],
  schedule: ['POLICY'],
  text: ['PRINTED', 'POSITION'],
  timescaleGrade: ['PRINTED'],
  textToHand: ['PRINTED', 'EXEMPTION'],
  reportWithdrawn: ['WITHDRAWN'],
  baselineInDoubt: ['BASELINE'],
}
