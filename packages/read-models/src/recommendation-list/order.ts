import type { AliasedRawBuilder, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { KeyShape, Keys } from '@outstanding/projection'
import { byName } from '@outstanding/projection'
import { undatedLast } from './due-key.ts'
import type { ColumnGroup } from './column-groups.ts'

/** REPORT: by report's date and title, then as in its list. Ties are broken by id, so every order is total. */
export const recommendationOrders = ['REPORT', 'DUE', 'ORIGINAL_DATE', 'TITLE', 'REFERENCE', 'UPDATED'] as const
export type RecommendationOrder = { readonly by: (typeof recommendationOrders)[number]; readonly direction: 'ASC' | 'DESC' }

/**
 * How a list is ordered: `columns` are selected beside the id, and in a table that has them `sortedBy` orders by them and by the id.
 * A cursor holds `keysOf` a row, in the `shape` that it is read back in.
 */
export type Sort<Key extends SortKey> = {
  readonly columns: readonly AliasedRawBuilder<unknown, Exclude<keyof Key & string, 'stream'>>[]
  sortedBy(table: string): readonly RawBuilder<unknown>[]
  keysOf(key: Key): Keys
  readonly shape: readonly KeyShape[]
  /** The keys of a cursor, to be compared with what `sortedBy` gives. */
  compared(keys: Keys): RawBuilder<unknown>
}
export type SortKey = { readonly stream: string }
/** Ordered by a day. Undated items come last in either direction. */
export type DayKey = SortKey & { readonly key_day: string }
/** Ordered by texts that compare byte by byte, then by a title that compares as a reader's index does, then by texts again. */
export type TextKey = SortKey & { readonly key_before: string[]; readonly key_title: string; readonly key_after: string[] }

type Direction = RecommendationOrder['direction']
type ByDay = 'DUE' | 'ORIGINAL_DATE'
type ByText = Exclude<RecommendationOrder['by'], ByDay>

const days: Readonly<Record<ByDay, string>> = { DUE: 'item.due_on', ORIGINAL_DATE: 'item.baseline_on' }

const sortByDay = (by: ByDay, direction: Direction): Sort<DayKey> => ({
  columns: [sql.raw(direction === 'ASC' ? undatedLast(days[by]) : `coalesce(${days[by]}, '-infinity'::date)`).as('key_day')],
  sortedBy: (table) => [sql.ref(`${table}.key_day`), sql.ref(`${table}.stream`)],
  keysOf: ({ key_day, stream }) => [key_day, stream],
  shape: ['DAY', 'TEXT'],
  compared: ([day, id]) => sql`${day}::date, ${id}::text`,
})

export const sortByText = (by: ByText, direction: Direction): Sort<TextKey> => {
  const { before, title, after } = textsOf(direction === 'ASC' ? sql.lit('~') : sql.lit(''))[by]
  return {
    columns: [textArray(before).as('key_before'), (title ?? sql<string>`''`).as('key_title'), textArray(after).as('key_after')],
    sortedBy: (table) => [
      sql.ref(`${table}.key_before`),
      sql`${sql.ref(`${table}.key_title`)} ${byName}`,
      sql.ref(`${table}.key_after`),
      sql.ref(`${table}.stream`),
    ],
    keysOf: ({ key_before, key_title, key_after, stream }) => [key_before, key_title, key_after, stream],
    shape: [before.length, 'TEXT', after.length, 'TEXT'],
    compared: ([first, name, last, id]) => sql`${first}::text[], ${name}::text, ${last}::text[], ${id}::text`,
  }
}

/** Gives the sort of an order to whatever reads by it, with the type of its keys. */
export const withSort = <Result>({ by, direction }: RecommendationOrder, read: <Key extends SortKey>(sort: Sort<Key>) => Result): Result =>
  by === 'DUE' || by === 'ORIGINAL_DATE' ? read(sortByDay(by, direction)) : read(sortByText(by, direction))

/** Whether a row of the table comes after (in the order's direction) the row whose keys a cursor holds. */
export const isBeyond = <Key extends SortKey>(table: string, sort: Sort<Key>, direction: Direction, keys: Keys): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(sort.sortedBy(table))}) ${direction === 'ASC' ? sql`>` : sql`<`} (${sort.compared(keys)})`

type Texts = {
  readonly before: readonly RawBuilder<unknown>[]
  readonly title?: RawBuilder<string>
  readonly after: readonly RawBuilder<unknown>[]
}

const textArray = (parts: readonly RawBuilder<unknown>[]): RawBuilder<string[]> =>
  sql<string[]>`(array[${parts.length === 0 ? sql`` : sql.join(parts)}]::text[] collate "C")`

const textsOf = (undated: RawBuilder<unknown>): Readonly<Record<ByText, Texts>> => ({
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
export const columnsToOrder: Readonly<Record<RecommendationOrder['by'], readonly ColumnGroup[]>> = {
  REPORT: ['REPORT', 'PRINTED', 'PARENT'],
  DUE: [],
  ORIGINAL_DATE: [],
  TITLE: ['PRINTED'],
  REFERENCE: ['PRINTED'],
  UPDATED: ['LATEST_ENTRY'],
}
