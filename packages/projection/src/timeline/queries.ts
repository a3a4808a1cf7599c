import type { UtcInstant } from '@outstanding/domain'
import { sql } from 'kysely'
import type { PageRequest, PageResult } from '../snapshot/page.ts'
import { readWindow, toPage } from '../snapshot/page.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { Event } from './entries.ts'
import { eventOf } from './entries.ts'
import type { TimelineRow } from './table.ts'
import type { TimelineEntry } from './timeline-entry.ts'
import { correctionMarks, toEntry } from './to-entry.ts'
import { timelineIn } from './timeline-in.ts'

/** `upTo` is a position (inclusive): what was recorded later is left out, corrections too; nothing is by default. */
export type TimelineRequest = PageRequest & { readonly upTo?: string | null; readonly newestFirst?: boolean }

/** A page of a stream's events, the oldest first unless `newestFirst`. The caller has checked that its audience may see the stream. */
export async function listTimeline(snapshot: Snapshot, stream: string, request: TimelineRequest): Promise<PageResult<TimelineEntry>> {
  const newestFirst = request.newestFirst === true
  const list = `timeline ${stream}${newestFirst ? ' newest first' : ''}`
  const window = readWindow(list, ['DIGITS'], request)
  if (!window.ok) return window
  const all = entriesOf(snapshot, stream, request.upTo)
  const { total } = await all.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const rows = await all
    .selectAll()
    .$if(window.after !== null, (q) => q.where('revision', newestFirst ? '<' : '>', Number(window.after?.[0])))
    .orderBy('revision', newestFirst ? 'desc' : 'asc')
    .limit(window.first + 1)
    .execute()
  const marks = await correctionMarks(snapshot, [stream], request.upTo)
  const node = (row: TimelineRow): TimelineEntry => toEntry(row, marks)
  return { ok: true, page: toPage(list, window, Number(total), { rows, keys: ({ revision }) => [String(revision)], node }) }
}

/** Every event of a stream up to a position (inclusive; all by default), to be folded by the domain; empty where there is none. */
export async function readEntries(snapshot: Snapshot, stream: string, upTo?: string | null): Promise<Event[]> {
  const rows = await entriesOf(snapshot, stream, upTo).selectAll().orderBy('revision').execute()
  return rows.map(eventOf)
}

const entriesOf = (snapshot: Snapshot, stream: string, upTo?: string | null) =>
  snapshot.db
    .selectFrom(timelineIn(snapshot))
    .where('stream', '=', stream)
    .$if(upTo != null, (q) => q.where('position', '<=', upTo ?? ''))

/** The last position that was recorded at or before an instant; null when there was nothing yet. */
export async function positionAt(snapshot: Snapshot, instant: UtcInstant): Promise<string | null> {
  const row = await snapshot.db
    .selectFrom(timelineIn(snapshot))
    .select('position')
    .where('recorded_at', '<=', instant)
    .orderBy('recorded_at', 'desc')
    .orderBy('index', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.position ?? null
}

/** The place in the log (dense index) of the last entry at or before a position; -1 when there was nothing yet. */
export async function indexAt(snapshot: Snapshot, position: string): Promise<number> {
  const row = await snapshot.db
    .selectFrom(timelineIn(snapshot))
    .select('index')
    .where('position', '<=', position)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? Number(row.index) : -1
}
