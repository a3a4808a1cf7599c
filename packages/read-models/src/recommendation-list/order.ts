import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { KeyShape } from '@outstanding/projection'
import { byName } from '@outstanding/projection'
import type { Part } from './item-parts.ts'

/** REPORT: by report's date and title, then as in its list. Ties are broken by id, so every order is total. */
export const recommendationOrders = ['REPORT', 'DUE', 'ORIGINAL_DATE', 'TITLE', 'REFERENCE', 'UPDATED'] as const
export type RecommendationOrder = { readonly by: (typeof recommendationOrders)[number]; readonly direction: 'ASC' | 'DESC' }

/** What a row is ordered by: texts that compare byte by byte, then a title that compares as a reader's index does, then texts again, then its id. */
export type SortKey = { readonly key_before: string[]; readonly key_title: string; readonly key_after: string[]; readonly stream: string }

/** The columns of a `SortKey`, without the id. Undated items come last in either direction. */
export const sortColumns = ({ by, direction }: RecommendationOrder) => {
  const { before, title, after } = keysOf(direction === 'ASC' ? sql.lit('~') : sql.lit(''))[by]
  return [texts(before).as('key_before'), (title ?? sql<string>`''`).as('key_title'), texts(after).as('key_after')] as const
}

/** The columns of a table that has them, to be ordered and compared by. */
export const sortKeyIn = (table: string): readonly RawBuilder<unknown>[] => [
  sql`${sql.ref(`${table}.key_before`)}`,
  sql`${sql.ref(`${table}.key_title`)} ${byName}`,
  sql`${sql.ref(`${table}.key_after`)}`,
  sql`${sql.ref(`${table}.stream`)}`,
]

/** Whether a row of the table comes after (in ascending order) the row whose keys a cursor holds. */
export const isBeyond = (table: string, direction: RecommendationOrder['direction'], keys: readonly unknown[]): RawBuilder<boolean> => {
  const [before, title, after, id] = keys
  return sql<boolean>`(${sql.join(sortKeyIn(table))}) ${direction === 'ASC' ? sql`>` : sql`<`}
    (${before}::text[], ${title}::text, ${after}::text[], ${id}::text)`
}

/** What a cursor holds. */
export const cursorKeys = ({ key_before, key_title, key_after, stream }: SortKey) => [key_before, key_title, key_after, stream]
export const cursorShape = ({ by }: Pick<RecommendationOrder, 'by'>): readonly KeyShape[] => {
  const { before, after } = keysOf(sql.lit(''))[by]
  return [before.length, 'TEXT', after.length, 'TEXT']
}

type Key = {
  readonly before: readonly RawBuilder<unknown>[]
  readonly title?: RawBuilder<string>
  readonly after: readonly RawBuilder<unknown>[]
}

const texts = (parts: readonly RawBuilder<unknown>[]): RawBuilder<string[]> =>
  sql<string[]>`(array[${parts.length === 0 ? sql`` : sql.join(parts)}]::text[] collate "C")`

const keysOf = (undated: RawBuilder<unknown>): Readonly<Record<RecommendationOrder['by'], Key>> => ({
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
  DUE: { before: [sql`coalesce(item.due_on::text, ${undated})`], after: [] },
  ORIGINAL_DATE: { before: [sql`coalesce(item.baseline_on::text, ${undated})`], after: [] },
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
