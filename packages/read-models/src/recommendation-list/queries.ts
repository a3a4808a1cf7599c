import type { ScheduleState } from '@outstanding/domain'
import { normaliseReference } from '@outstanding/domain'
import { sql } from 'kysely'
import { formerOwnersOf } from '../offices/succession.ts'
import type { PageRequest, PageResult } from '../page.ts'
import { readWindow, toPage } from '../page.ts'
import type { Snapshot } from '../snapshot.ts'
import { lastEntry } from '../timeline/heads.ts'
import type { RecommendationFilter } from './filter.ts'
import { filtered } from './filter.ts'
import type { AsAt, Item, Items } from './items.ts'
import { itemsAsAt } from './items.ts'
import type { RecommendationOrder } from './order.ts'
import { sortKey } from './order.ts'
import type { Recommendation } from './recommendation.ts'
import { scheduleStates } from './recommendation.ts'
import { toRecommendations } from './to-recommendations.ts'

export type ListRequest = AsAt &
  PageRequest & { readonly filter?: RecommendationFilter | null; readonly orderBy?: RecommendationOrder | null }

const usualOrder: RecommendationOrder = { by: 'REPORT', direction: 'ASC' }

/** A page of the list. Items that were not yet issued on the day `asAt` are not in it. */
export async function listRecommendations(snapshot: Snapshot, request: ListRequest): Promise<PageResult<Recommendation>> {
  const order = request.orderBy ?? usualOrder
  const list = `recommendations ${order.by} ${order.direction}`
  const window = readWindow(list, request)
  if (!window.ok) return window
  const items = await itemsOf(snapshot, request)
  const { total } = await items
    .clearSelect()
    .select(sql<string>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  const [key, id] = window.after ?? []
  const next = order.direction === 'ASC' ? sql`>` : sql`<`
  const rows = await items
    .$if(order.by === 'UPDATED', (q) => q.leftJoinLateral(lastEntry(snapshot, sql`item.stream`).as('head'), (join) => join.onTrue()))
    .select(sortKey(order).as('sort_key'))
    .$if(window.after !== null, (q) => q.where(sql<boolean>`(${sortKey(order)}, item.stream) ${next} (${key}::text[], ${id}::text)`))
    .orderBy('sort_key', order.direction === 'ASC' ? 'asc' : 'desc')
    .orderBy('item.stream', order.direction === 'ASC' ? 'asc' : 'desc')
    .limit(window.first + 1)
    .execute()
  const nodes = await toRecommendations(snapshot, rows, request.asAt ?? snapshot.today)
  const pairs = rows.map((row, index) => ({ row, node: nodes[index] as Recommendation }))
  return {
    ok: true,
    page: toPage(list, window, Number(total), { rows: pairs, keys: ({ row }) => [row.sort_key, row.stream], node: ({ node }) => node }),
  }
}

/** How many items of a filter stand at each state of the schedule. */
export async function countBySchedule(
  snapshot: Snapshot,
  request: AsAt & { readonly filter?: RecommendationFilter | null },
): Promise<Readonly<Record<ScheduleState, number>>> {
  const items = await itemsOf(snapshot, request)
  const rows = await items
    .clearSelect()
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

/** In the order of `ids`, null where there is none, or none for the audience or on the day: the shape that a data loader wants. */
export async function recommendationsById(snapshot: Snapshot, ids: readonly string[], request: AsAt): Promise<(Recommendation | null)[]> {
  const rows = await itemsAsAt(snapshot, request)
    .where(sql<boolean>`item.stream = any (${ids}::text[])`)
    .execute()
  const found = await toRecommendations(snapshot, rows, request.asAt ?? snapshot.today)
  const byId = new Map(found.map((node) => [node.id, node]))
  return ids.map((id) => byId.get(id) ?? null)
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
    .where('item.report', '=', report)
    .where((where) => where.or([where('item.reference_key', '=', key), where('item.local_reference_key', '=', key)]))
    .orderBy(sql`(item.parent is null) desc, item.ordinal, item.stream`)
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const [node] = await toRecommendations(snapshot, [row], request.asAt ?? snapshot.today)
  return (await carriedOn(snapshot, node ?? null, request)) ?? null
}

const longestChain = 10

async function carriedOn(snapshot: Snapshot, from: Recommendation | null, request: AsAt): Promise<Recommendation | null> {
  let node = from
  for (let step = 0; node?.mergedInto && step < longestChain; step += 1) {
    const [into] = await recommendationsById(snapshot, [node.mergedInto], request)
    if (!into) return node
    node = into
  }
  return node
}

/** The children of each parent, as ordered in the report. */
export async function childrenOf(snapshot: Snapshot, parents: readonly string[], request: AsAt): Promise<Recommendation[][]> {
  const rows: Item[] = await itemsAsAt(snapshot, request)
    .where(sql<boolean>`item.parent = any (${parents}::text[])`)
    .orderBy(sql`item.ordinal, item.stream`)
    .execute()
  const nodes = await toRecommendations(snapshot, rows, request.asAt ?? snapshot.today)
  const byParent = Map.groupBy(nodes, ({ parent }) => parent)
  return parents.map((parent) => byParent.get(parent) ?? [])
}

async function itemsOf(snapshot: Snapshot, request: AsAt & { readonly filter?: RecommendationFilter | null }): Promise<Items> {
  const filter = request.filter ?? {}
  const formerOwners = filter.owner == null ? [] : await formerOwnersOf(snapshot, filter.owner, request.asAt ?? snapshot.today)
  return filtered(itemsAsAt(snapshot, request), filter, formerOwners)
}
