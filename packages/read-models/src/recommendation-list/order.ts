import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { KeyShape, Keys } from '@outstanding/projection'
import { byName } from '@outstanding/projection'
import { undatedLast } from './due-key.ts'
import type { Part } from './item-parts.ts'

/** REPORT: by report's date and title, then as in its list. Ties are broken by id, so every order is total. */
export const recommendationOrders = ['REPORT', 'DUE', 'ORIGINAL_DATE', 'TITLE', 'REFERENCE', 'UPDATED'] as const
export type RecommendationOrder = { readonly by: (typeof recommendationOrders)[number]; readonly direction: 'ASC' | 'DESC' }

/**
 * What a row is ordered by: a day; or texts that compare byte by byte, then a title that compares as a reader's index does, then texts again.
 * Then its id.
 */
export type SortKey = DayKey | TextKey
export type DayKey = { readonly key_day: string; readonly stream: string }
export type TextKey = { readonly key_before: string[]; readonly key_title: string; readonly key_after: string[]; readonly stream: string }

/** The columns of a `SortKey`, without the id. Undated items come last in either direction. */
export const sortColumns = (order: RecommendationOrder) =>
  isByDay(order.by) ? [dayOf({ ...order, by: order.by }).as('key_day')] : textColumns(order)

/** Of an order by texts. */
export const textColumns = ({ by, direction }: RecommendationOrder) => {
  const { before, title, after } = textsOf(direction === 'ASC' ? sql.lit('~') : sql.lit(''))[by as ByText]
  return [texts(before).as('key_before'), (title ?? sql<string>`''`).as('key_title'), texts(after).as('key_after')] as const
}

/** The columns of a table that has them, to be ordered and compared by. */
export const sortKeyIn = (table: string, { by }: RecommendationOrder): readonly RawBuilder<unknown>[] =>
  isByDay(by)
    ? [sql.ref(`${table}.key_day`), sql.ref(`${table}.stream`)]
    : [
        sql.ref(`${table}.key_before`),
        sql`${sql.ref(`${table}.key_title`)} ${byName}`,
        sql.ref(`${table}.key_after`),
        sql.ref(`${table}.stream`),
      ]

/** Whether a row of the table comes after (in the order's direction) the row whose keys a cursor holds. */
export const isBeyond = (table: string, order: RecommendationOrder, keys: readonly unknown[]): RawBuilder<boolean> => {
  const [first, title, after, id] = keys
  const given = isByDay(order.by)
    ? sql`${first}::date, ${title}::text`
    : sql`${first}::text[], ${title}::text, ${after}::text[], ${id}::text`
  return sql<boolean>`(${sql.join(sortKeyIn(table, order))}) ${order.direction === 'ASC' ? sql`>` : sql`<`} (${given})`
}

/** What a cursor holds. */
export const cursorKeys = ({ by }: Pick<RecommendationOrder, 'by'>, key: SortKey): Keys => {
  if (isByDay(by)) return [(key as DayKey).key_day, key.stream]
  const { key_before, key_title, key_after, stream } = key as TextKey
  return [key_before, key_title, key_after, stream]
}
export const cursorShape = ({ by }: Pick<RecommendationOrder, 'by'>): readonly KeyShape[] => {
  if (isByDay(by)) return ['DAY', 'TEXT']
  const { before, after } = textsOf(sql.lit(''))[by]
  return [before.length, 'TEXT', after.length, 'TEXT']
}

type ByDay = 'DUE' | 'ORIGINAL_DATE'
type ByText = Exclude<RecommendationOrder['by'], ByDay>
const isByDay = (by: RecommendationOrder['by']): by is ByDay => by === 'DUE' || by === 'ORIGINAL_DATE'

const days: Readonly<Record<ByDay, string>> = { DUE: 'item.due_on', ORIGINAL_DATE: 'item.baseline_on' }
const dayOf = ({ by, direction }: { readonly by: ByDay; readonly direction: RecommendationOrder['direction'] }): RawBuilder<string> =>
  sql.raw(direction === 'ASC' ? undatedLast(days[by]) : `coalesce(${days[by]}, '-infinity'::date)`)

type Key = {
  readonly before: readonly RawBuilder<unknown>[]
  readonly title?: RawBuilder<string>
  readonly after: readonly RawBuilder<unknown>[]
}

const texts = (parts: readonly RawBuilder<unknown>[]): RawBuilder<string[]> =>
  sql<string[]>`(array[${parts.length === 0 ? sql`` : sql.join(parts)}]::text[] collate "C")`

const textsOf = (undated: RawBuilder<unknown>): Readonly<Record<ByText, Key>> => ({
  REPORT: {
    before: [sql`coalesce(item.report_dated_on::text, ${undated})`],
    title: sql<string>`coalesce(item.report_title, '')`,
    after: [
      sql`item.report`,
      sql`lpad(coalesce(item.parent_ordinal, item.ordinal)::text, 9, '0')`,
      sql`case when item.parent is null then '0' else '1' end`,
      sql`lpad(item.ordinal::text, 9, '0')`,
    ],
  },
  TITLE: { before: [], title: sql<string>`item.title`, after: [] },
  REFERENCE: { before: [withNumbersInOrder(sql`coalesce(item.reference_key, item.local_reference_key)`)], after: [] },
  UPDATED: { before: [sql`lpad(item.latest_position::text, 20, '0')`], after: [] },
})

/** R2 before R10: every number gets nine digits. */
const withNumbersInOrder = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`regexp_replace(regexp_replace(${text}, '(\\d+)', '00000000\\1', 'g'), '0*(\\d{9})(?!\\d)', '\\1', 'g')`

/** What of an item an order looks at, beside its schedule. */
export const partsToOrder: Readonly<Record<RecommendationOrder['by'], readonly Part[]>> = {
  REPORT: ['REPORT', 'PRINTED', 'PARENT'],
  DUE: [],
  ORIGINAL_DATE: [],
  TITLE: ['PRINTED'],
  REFERENCE: ['PRINTED'],
  UPDATED: ['LATEST_ENTRY'],
}
