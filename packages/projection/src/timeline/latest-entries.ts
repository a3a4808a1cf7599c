import type { UtcInstant } from '@outstanding/domain'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { tableIn } from '../snapshot/rows-in.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { timelineTable } from './table.ts'

/** The latest entry of a stream that the snapshot knows of. */
export type LatestEntry = { readonly revision: number; readonly position: string; readonly recordedAt: UtcInstant }

type Row = { stream: string; revision: number; position: string; recorded_at: string }

/** Of each stream that has one. */
export async function latestEntries(snapshot: Snapshot, streams: readonly string[]): Promise<ReadonlyMap<string, LatestEntry>> {
  if (streams.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select latest.* from unnest(${streams}::text[]) as given (stream)
      cross join lateral ${latestEntry(snapshot, sql`given.stream`)} latest`.execute(snapshot.db)
  return new Map(rows.map(({ stream, revision, position, recorded_at }) => [stream, { revision, position, recordedAt: recorded_at }]))
}

/** The row of the latest entry of a stream, to be joined laterally. */
export const latestEntry = (snapshot: Snapshot, stream: RawBuilder<unknown>): RawBuilder<Row> => sql<Row>`
  (select stream, revision, position, recorded_at from ${tableIn(snapshot, timelineTable)}
    where stream = ${stream} ${snapshot.knownIndex === null ? sql`` : sql`and index <= ${snapshot.knownIndex}::bigint`} order by revision desc limit 1)`
