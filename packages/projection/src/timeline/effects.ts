import type { Change, Registry } from '@outstanding/domain'
import { effectsOf } from '@outstanding/domain'
import { sql } from 'kysely'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { Event } from './entries.ts'
import { eventOf } from './entries.ts'
import { timelineIn } from './timeline-in.ts'

/** What every event of one stream changed on its item, by eventId. `events` are all of them, in the order of the log. */
export function effectsById(
  { aggregateOf }: Pick<Registry, 'aggregateOf'>,
  stream: string,
  events: readonly Event[],
): ReadonlyMap<string, readonly Change[]> {
  const aggregate = aggregateOf(stream)
  if (aggregate === null) return new Map()
  const effects = effectsOf(aggregate.provenance, events)
  return new Map(events.map(({ eventId }, index) => [eventId, effects[index] ?? []]))
}

/** The histories of some streams as far as the snapshot knows them, in the order given; empty where there is none. */
export async function readStreams(snapshot: Snapshot, streams: readonly string[]): Promise<Event[][]> {
  const { db, knownIndex } = snapshot
  const rows = await db
    .selectFrom(timelineIn(snapshot))
    .selectAll()
    .where(sql<boolean>`stream = any (${streams}::text[])`)
    .$if(knownIndex !== null, (q) => q.where('index', '<=', String(knownIndex)))
    .orderBy('stream')
    .orderBy('revision')
    .execute()
  const byStream = Map.groupBy(rows.map(eventOf), ({ stream }) => stream)
  return streams.map((stream) => byStream.get(stream) ?? [])
}
