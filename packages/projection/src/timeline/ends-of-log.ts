import type { UtcInstant } from '@outstanding/domain'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { timelineIn } from './timeline-in.ts'

/** Where in the log an entry stands. `index` is dense, from 0. */
export type PlaceInLog = { readonly position: string; readonly index: number; readonly recordedAt: UtcInstant }

/** The last entry up to a position (inclusive; null: of all); null where there was none. */
export const newestEntry = (snapshot: Snapshot, upTo: string | null): Promise<PlaceInLog | null> =>
  read(
    places(snapshot)
      .$if(upTo !== null, (q) => q.where('position', '<=', upTo ?? ''))
      .orderBy('position', 'desc'),
  )

/** The first entry of all. */
export const oldestEntry = (snapshot: Snapshot): Promise<PlaceInLog | null> => read(places(snapshot).orderBy('position'))

const places = (snapshot: Snapshot) => snapshot.db.selectFrom(timelineIn(snapshot)).select(['position', 'index', 'recorded_at'])

async function read(found: ReturnType<typeof places>): Promise<PlaceInLog | null> {
  const row = await found.limit(1).executeTakeFirst()
  return row ? { position: row.position, index: Number(row.index), recordedAt: row.recorded_at } : null
}
