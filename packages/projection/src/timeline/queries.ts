import type { UtcInstant } from '@outstanding/domain'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { Event } from './entries.ts'
import { eventOf } from './entries.ts'
import { timelineIn } from './timeline-in.ts'

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
