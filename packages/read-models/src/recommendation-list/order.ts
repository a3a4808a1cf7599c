import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Part } from './item-parts.ts'

/** REPORT: by report's date and title, then as in its list. Ties are broken by id, so every order is total. */
export const recommendationOrders = ['REPORT', 'DUE', 'ORIGINAL_DATE', 'TITLE', 'REFERENCE', 'UPDATED'] as const
export type RecommendationOrder = { readonly by: (typeof recommendationOrders)[number]; readonly direction: 'ASC' | 'DESC' }

/**
 * What a row is ordered by, before its id: texts that compare letter by letter, so that a cursor can hold them.
 * Undated items come last in either direction.
 */
export const sortKey = ({ by, direction }: RecommendationOrder): RawBuilder<string[]> => {
  const parts = keysOf(direction === 'ASC' ? sql.lit('~') : sql.lit(''))[by]
  return sql<string[]>`(array[${sql.join(parts)}]::text[] collate "C")`
}

/** Of how many texts that is. */
export const sortKeyLength = ({ by }: Pick<RecommendationOrder, 'by'>): number => keysOf(sql.lit(''))[by].length

const keysOf = (undated: RawBuilder<unknown>): Readonly<Record<RecommendationOrder['by'], readonly RawBuilder<unknown>[]>> => ({
  REPORT: [
    sql`coalesce(item.report_dated_on::text, ${undated})`,
    sql`coalesce(item.report_title, '')`,
    sql`item.report`,
    sql`lpad(coalesce(item.parent_ordinal, item.ordinal)::text, 9, '0')`,
    sql`case when item.parent is null then '0' else '1' end`,
    sql`lpad(item.ordinal::text, 9, '0')`,
  ],
  DUE: [sql`coalesce(item.due_on::text, ${undated})`],
  ORIGINAL_DATE: [sql`coalesce(item.baseline_on::text, ${undated})`],
  TITLE: [sql`item.title`],
  REFERENCE: [withNumbersInOrder(sql`coalesce(item.reference_key, item.local_reference_key)`)],
  UPDATED: [sql`lpad(item.head_position::text, 20, '0')`],
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
  UPDATED: ['HEAD'],
}
