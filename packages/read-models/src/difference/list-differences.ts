import { sql } from 'kysely'
import type { Audience } from '../audience.ts'
import type { PageRequest, PageResult } from '@outstanding/projection'
import { readWindow, toPage } from '@outstanding/projection'
import type { RecommendationFilter } from '../recommendation-list/filter.ts'
import type { TextKey } from '../recommendation-list/order.ts'
import { isBeyond, columnsToOrder, sortByText } from '../recommendation-list/order.ts'
import { itemsOf } from '../recommendation-list/queries.ts'
import type { Side } from './side.ts'
import { changedStreams } from './changed-streams.ts'

export type DifferencesRequest = PageRequest & {
  readonly audience: Audience
  readonly filter?: RecommendationFilter | null
}

/** An item that is not the same in a list on both sides: whether it was in the list before and is in it after. */
export type DifferingItem = { readonly stream: string; readonly before: boolean; readonly after: boolean }

type Row = TextKey & { readonly before: boolean; readonly after: boolean }
/** Without a row on the page the count stands alone. */
type Found = { readonly total: string } & { readonly [Column in keyof Row]: Row[Column] | null }

const list = 'differences'

/**
 * The items of a list that came, went or changed between two sides, in the order of the list: those that are in it on one side only,
 * whose schedule moved on, or of which something was recorded or happened in between.
 */
export async function listDifferences(from: Side, to: Side, request: DifferencesRequest): Promise<PageResult<DifferingItem>> {
  const window = readWindow(list, sort.shape, request)
  if (!window.ok) return window
  const { db } = to.snapshot
  const [before, after] = [await itemsOn(from, request), await itemsOn(to, request)]
  const changed = await changedStreams(from, to, request.filter?.authority ?? null)
  const differing = db
    .selectFrom(before.as('f'))
    .fullJoin(after.as('t'), 't.stream', 'f.stream')
    // Joined, and not looked up row by row: there may be as many streams as there are items.
    .leftJoin(changed.as('changed'), 'changed.stream', 'f.stream')
    .select([
      sql<string>`coalesce(t.stream, f.stream)`.as('stream'),
      sql<string[]>`coalesce(t.key_before, f.key_before)`.as('key_before'),
      sql<string>`coalesce(t.key_title, f.key_title)`.as('key_title'),
      sql<string[]>`coalesce(t.key_after, f.key_after)`.as('key_after'),
      sql<boolean>`f.stream is not null`.as('before'),
      sql<boolean>`t.stream is not null`.as('after'),
    ])
    .where(sql<boolean>`(f.stream is null or t.stream is null or f.schedule_state <> t.schedule_state or changed.stream is not null)`)
  // Both lists are read once, for the count and for the page.
  const { rows: found } = await sql<Found>`
    with differing as materialized (${differing})
    select counted.total, page.* from (select count(*) as total from differing) counted left join lateral (
      select * from differing d ${window.after === null ? sql`` : sql`where ${isBeyond('d', sort, 'ASC', window.after)}`}
      order by ${sql.join(sort.sortedBy('d'))} limit ${window.first + 1}) page on true`.execute(db)
  const rows = found.filter((row): row is Found & Row => row.stream !== null)
  const node = ({ stream, before: was, after: is }: Row): DifferingItem => ({ stream, before: was, after: is })
  return {
    ok: true,
    page: toPage(list, window, Number(found[0]?.total ?? 0), { rows, keys: sort.keysOf, node }),
  }
}

const sort = sortByText('REPORT', 'ASC')

async function itemsOn({ snapshot, asAt }: Side, { audience, filter }: DifferencesRequest) {
  const items = await itemsOf(snapshot, { audience, asAt, filter }, [...columnsToOrder.REPORT, 'POLICY'])
  return items.select(['item.stream', 'item.schedule_state']).select(sort.columns)
}
