import { sql } from 'kysely'
import type { PageRequest, PageResult } from '../snapshot/page.ts'
import { readWindow, toPage } from '../snapshot/page.ts'
import { tableIn } from '../snapshot/rows-in.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { TimelineRow } from './table.ts'
import { timelineTable } from './table.ts'
import type { TimelineEntry } from './timeline-entry.ts'
import { timelineIn } from './timeline-in.ts'
import { correctionMarks, toEntry } from './to-entry.ts'

/** `upTo` is a position (inclusive): what was recorded later is left out, corrections too; nothing is by default. */
export type TimelineRequest = PageRequest & { readonly upTo?: string | null; readonly newestFirst?: boolean }

/**
 * A page of the events of each stream, in the order of the streams, the oldest event first unless `newestFirst`: as many statements for
 * many streams as for one, and one more for all totals where one is asked for. A cursor is of one stream, and refused for any other. The
 * caller has checked that its audience may see the streams.
 */
export async function listTimelines(
  snapshot: Snapshot,
  streams: readonly string[],
  request: TimelineRequest,
): Promise<readonly PageResult<TimelineEntry>[]> {
  const windows = streams.map((stream) => readWindow(listOf(stream, request), ['DIGITS'], request))
  const window = windows.find(({ ok }) => ok)
  if (!window?.ok) return windows as readonly PageResult<TimelineEntry>[]
  const rows = await rowsOf(snapshot, streams, request, window)
  const byStream = Map.groupBy(rows, ({ stream }) => stream)
  const marks = await correctionMarks(snapshot, streams, request.upTo)
  let totals: Promise<ReadonlyMap<string, number>> | null = null
  const totalOf = async (stream: string): Promise<number> => (await (totals ??= countEntries(snapshot, streams, request))).get(stream) ?? 0
  return streams.map((stream, index) => {
    const own = windows[index]
    if (!own?.ok) return own as PageResult<TimelineEntry>
    const found = {
      rows: byStream.get(stream) ?? [],
      keys: ({ revision }: TimelineRow) => [String(revision)],
      node: (row: TimelineRow) => toEntry(row, marks),
    }
    return { ok: true, page: toPage(listOf(stream, request), own, () => totalOf(stream), found) }
  })
}

const listOf = (stream: string, { newestFirst }: TimelineRequest): string => `timeline ${stream}${newestFirst ? ' newest first' : ''}`

type Window = Extract<ReturnType<typeof readWindow>, { readonly ok: true }>

async function rowsOf(
  snapshot: Snapshot,
  streams: readonly string[],
  { upTo, newestFirst }: TimelineRequest,
  { first, after }: Window,
): Promise<readonly TimelineRow[]> {
  const beyond = sql.raw(newestFirst ? '<' : '>')
  const order = sql.raw(newestFirst ? 'desc' : 'asc')
  const { rows } = await sql<TimelineRow>`
    select entry.* from unnest(${streams}::text[]) as given (stream)
      cross join lateral (select * from ${tableIn(snapshot, timelineTable)} t where t.stream = given.stream
        ${upTo == null ? sql`` : sql`and t.position <= ${upTo}::bigint`} ${after === null ? sql`` : sql`and t.revision ${beyond} ${Number(after[0])}::int`}
        order by t.revision ${order} limit ${first + 1}) entry
    order by entry.stream, entry.revision ${order}`.execute(snapshot.db)
  return rows
}

async function countEntries(
  snapshot: Snapshot,
  streams: readonly string[],
  { upTo }: TimelineRequest,
): Promise<ReadonlyMap<string, number>> {
  const rows = await snapshot.db
    .selectFrom(timelineIn(snapshot))
    .select(['stream', sql<string>`count(*)`.as('total')])
    .where(sql<boolean>`stream = any (${streams}::text[])`)
    .$if(upTo != null, (q) => q.where('position', '<=', upTo ?? ''))
    .groupBy('stream')
    .execute()
  return new Map(rows.map(({ stream, total }) => [stream, Number(total)]))
}
