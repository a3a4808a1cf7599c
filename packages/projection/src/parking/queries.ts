import type { Snapshot } from '../snapshot/snapshot.ts'
import { tableIn } from '../snapshot/rows-in.ts'
import type { ParkedStreamRow } from './table.ts'
import { parkedStreamTable } from './table.ts'

/** A stream of which not every entry is shown. */
export type ParkedStream = {
  readonly stream: string
  /** Its first event that is not shown. */
  readonly revision: number
  readonly index: number
  readonly type: string
  readonly parkedAt: string
  /** The operator's words. */
  readonly note: string
}

/** In the order asked for; null of a stream that is not parked. Whatever past is asked for, it is so now. */
export async function parkedByStream(snapshot: Snapshot, streams: readonly string[]): Promise<readonly (ParkedStream | null)[]> {
  const rows = await snapshot.db.selectFrom(parkedIn(snapshot)).selectAll().where('stream', 'in', streams).execute()
  return streams.map((stream) => toParked(rows.find((row) => row.stream === stream)))
}

/** At most a hundred, the last parked first. */
export async function listParked(snapshot: Snapshot): Promise<readonly ParkedStream[]> {
  const rows = await snapshot.db
    .selectFrom(parkedIn(snapshot))
    .selectAll()
    .orderBy('parked_at', 'desc')
    .orderBy('stream')
    .limit(100)
    .execute()
  return rows.flatMap((row) => toParked(row) ?? [])
}

export async function countParked(snapshot: Snapshot): Promise<number> {
  const { parked } = await snapshot.db
    .selectFrom(parkedIn(snapshot))
    .select(({ fn }) => fn.countAll().as('parked'))
    .executeTakeFirstOrThrow()
  return Number(parked)
}

const parkedIn = (snapshot: Snapshot) => tableIn(snapshot, parkedStreamTable).as('parked_stream')

const toParked = (row: ParkedStreamRow | undefined): ParkedStream | null =>
  row
    ? { stream: row.stream, revision: row.revision, index: Number(row.index), type: row.type, parkedAt: row.parked_at, note: row.note }
    : null
