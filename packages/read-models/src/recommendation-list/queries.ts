import type { ScheduleState } from '@outstanding/domain'
import { normaliseReference } from '@outstanding/domain'
import { sql } from 'kysely'
import type { Keys, PageRequest, PageResult, Snapshot } from '@outstanding/projection'
import { inOrderOf, readWindow, toPage } from '@outstanding/projection'
import type { RecommendationFilter } from './filter.ts'
import { filtered, columnsToFilter } from './filter.ts'
import type { ColumnGroup } from './column-groups.ts'
import type { AsAt, Item, Items } from './items.ts'
import { itemsAsAt } from './items.ts'
import type { RecommendationOrder, Sort, SortKey } from './order.ts'
import { isBeyond, columnsToOrder, withSort } from './order.ts'
import type { Recommendation } from './recommendation.ts'
import { scheduleStates } from './recommendation.ts'
import { toRecommendations } from './to-recommendations.ts'

export type ListRequest = AsAt &
  PageRequest & { readonly filter?: RecommendationFilter | null; readonly orderBy?: RecommendationOrder | null }

const defaultOrder: RecommendationOrder = { by: 'REPORT', direction: 'ASC' }

type Asked = AsAt & { readonly filter?: RecommendationFilter | null }

/**
 * A page of the list. Items that were not yet issued on the day `asAt` are not in it. They are chosen, ordered and counted by as little as
 * that takes; everything else is read of those on the page only.
 */
export async function listRecommendations(snapshot: Snapshot, request: ListRequest): Promise<PageResult<Recommendation>> {
  const order = request.orderBy ?? defaultOrder
  return withSort(order, (sort) => sortedPage(snapshot, request, order, sort))
}

async function sortedPage<Key extends SortKey>(
  snapshot: Snapshot,
  request: ListRequest,
  order: RecommendationOrder,
  sort: Sort<Key>,
): Promise<PageResult<Recommendation>> {
  const list = `recommendations ${order.by} ${order.direction}`
  const window = readWindow(list, sort.shape, request)
  if (!window.ok) return window
  const keys = await pageOfKeys(snapshot, await itemsOf(snapshot, request, columnsToOrder[order.by]), {
    sort,
    direction: order.direction,
    window,
  })
  const nodes = await recommendationsById(
    snapshot,
    keys.map(({ stream }) => stream),
    { audience: request.audience, asAt: request.asAt },
  )
  const pairs = keys.map((key, index) => ({ key, node: nodes[index] as Recommendation }))
  const count = (): Promise<number> => countRecommendations(snapshot, request)
  return {
    ok: true,
    page: toPage(list, window, count, { rows: pairs, keys: ({ key }) => sort.keysOf(key), node: ({ node }) => node }),
  }
}

type Window = { readonly first: number; readonly after: Keys | null }

/**
 * The keys alone: the rows are looked up by them in a second statement. In one, the planner takes the page for a single row and goes through
 * everything that is shown of its rows once for each of them.
 */
async function pageOfKeys<Key extends SortKey>(
  { db }: Snapshot,
  items: Items,
  { sort, direction, window }: { readonly sort: Sort<Key>; readonly direction: RecommendationOrder['direction']; readonly window: Window },
): Promise<readonly Key[]> {
  const by = sort.sortedBy('listed').map((key) => sql`${key} ${direction === 'ASC' ? sql`asc` : sql`desc`}`)
  const beyond = window.after === null ? sql`` : sql`where ${isBeyond('listed', sort, direction, window.after)}`
  const { rows } = await sql<Key>`
    select * from ${items.select('item.stream').select(sort.columns).as('listed')} ${beyond}
    order by ${sql.join(by)} limit ${window.first + 1}`.execute(db)
  return rows
}

async function countRecommendations(snapshot: Snapshot, request: Asked): Promise<number> {
  const items = await itemsOf(snapshot, request, [])
  return Number((await items.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()).total)
}

/** How many items of a filter stand at each state of the schedule. */
export async function countBySchedule(snapshot: Snapshot, request: Asked): Promise<Readonly<Record<ScheduleState, number>>> {
  const items = await itemsOf(snapshot, request, ['POLICY'])
  const rows = await items
    .select(['item.schedule_state', sql<string>`count(*)`.as('count')])
    .groupBy('item.schedule_state')
    .execute()
  return countsOf(rows.map(({ schedule_state, count }) => [schedule_state, Number(count)]))
}

export const countsOf = (counted: readonly (readonly [ScheduleState, number])[]): Readonly<Record<ScheduleState, number>> => {
  const counts = Object.fromEntries(scheduleStates.map((state) => [state, 0])) as Record<ScheduleState, number>
  for (const [state, count] of counted) counts[state] += count
  return counts
}

/**
 * Every item of an owner that nobody concluded, whether or not a committee tracks it, whatever is published of it, in the order of their
 * ids: somebody stays accountable for each.
 */
export async function openItemsOfOwner(snapshot: Snapshot, owner: string): Promise<string[]> {
  const items = await itemsOf(snapshot, { audience: 'ALL', filter: { owner } }, ['POSITION'])
  return (await items.where('item.tracking', '<>', 'CONCLUDED').select('item.stream').orderBy('item.stream').execute()).map(
    ({ stream }) => stream,
  )
}

/** In the order of `ids`, null where there is none, or none for the audience or on the day: the shape that a data loader wants. */
export async function recommendationsById(snapshot: Snapshot, ids: readonly string[], request: AsAt): Promise<(Recommendation | null)[]> {
  const rows = await itemsAsAt(snapshot, request)
    .selectAll('item')
    .where(sql<boolean>`item.stream = any (${ids}::text[])`)
    .execute()
  const found = await toRecommendations(snapshot, rows, request.asAt ?? snapshot.today)
  return inOrderOf(ids, found)
}

/** By its reference or local reference, matched normalised (R2 = R02). A duplicate that was merged gives the item that carries on. */
export async function recommendationByReference(
  snapshot: Snapshot,
  report: string,
  reference: string,
  request: AsAt,
): Promise<Recommendation | null> {
  const key = normaliseReference(reference)
  const row = await itemsAsAt(snapshot, request)
    .selectAll('item')
    .where('item.report', '=', report)
    .where((where) => where.or([where('item.reference_key', '=', key), where('item.local_reference_key', '=', key)]))
    .orderBy(sql`(item.parent is null) desc, item.ordinal, item.stream`)
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const [node] = await toRecommendations(snapshot, [row], request.asAt ?? snapshot.today)
  return (await carriedOn(snapshot, node ?? null, request)) ?? null
}

const maxChainLength = 10

async function carriedOn(snapshot: Snapshot, from: Recommendation | null, request: AsAt): Promise<Recommendation | null> {
  let node = from
  for (let step = 0; node?.mergedInto && step < maxChainLength; step += 1) {
    const [into] = await recommendationsById(snapshot, [node.mergedInto], request)
    if (!into) return node
    node = into
  }
  return node
}

/** The children of each parent, as ordered in the report. */
export async function childrenOf(snapshot: Snapshot, parents: readonly string[], request: AsAt): Promise<Recommendation[][]> {
  const rows: Item[] = await itemsAsAt(snapshot, request)
    .selectAll('item')
    .where(sql<boolean>`item.parent = any (${parents}::text[])`)
    .orderBy(sql`item.ordinal, item.stream`)
    .execute()
  const nodes = await toRecommendations(snapshot, rows, request.asAt ?? snapshot.today)
  const byParent = Map.groupBy(nodes, ({ parent }) => parent)
  return parents.map((parent) => byParent.get(parent) ?? [])
}

/** Where the duplicates that a search finds are carried on, at the ends of their chains: so both references find the one that is counted. */
async function carryingOn(snapshot: Snapshot, request: AsAt, text: string): Promise<readonly string[]> {
  const duplicates = await (
    await itemsOf(snapshot, { ...request, filter: { text, merged: true } }, [])
  )
    .select('item.merged_into')
    .execute()
  const met = new Set(duplicates.flatMap(({ merged_into }) => merged_into ?? []))
  let found = [...met]
  for (let step = 0; found.length > 0 && step < maxChainLength; step += 1) {
    const further = await itemsAsAt(snapshot, request, [])
      .select('item.merged_into')
      .where(sql<boolean>`item.stream = any (${found}::text[])`)
      .execute()
    found = further.flatMap(({ merged_into }) => (merged_into === null || met.has(merged_into) ? [] : [merged_into]))
    for (const one of found) met.add(one)
  }
  return [...met]
}

/** The items of a filter, with what is to be looked at. */
export async function itemsOf(snapshot: Snapshot, request: Asked, groups: readonly ColumnGroup[]): Promise<Items> {
  const filter = request.filter ?? {}
  const foundMerged = filter.text == null || filter.merged === true ? [] : await carryingOn(snapshot, request, filter.text)
  const items = itemsAsAt(snapshot, { ...request, ownedBy: filter.owner }, [...new Set([...groups, ...columnsToFilter(filter)])])
  return filtered(items, filter, foundMerged)
}
