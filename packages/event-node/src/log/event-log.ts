import pg from 'pg'
import type { Seeding } from './seeding.ts'
import { statedTime } from './seeding.ts'
import type { Frame } from '../wire/recorded-event.ts'
import { decodeFrame } from '../wire/recorded-event.ts'
import { byteaArray, int8Array, uuidArray } from './binary-array.ts'
import { migrate } from './schema.ts'

/** One event as it is stored; `revision` is a bigint only for a tombstone (2^63-1). */
export type StoredEvent = {
  readonly position: number
  readonly streamId: number
  readonly revision: number | bigint
  readonly id: string
  readonly frame: Frame
}

/** A stream's row in the log; `digest` is the SHA-256 of its name. */
export type NewStream = { readonly id: number; readonly digest: Buffer; readonly name: Buffer }

/** The end of the log: the next event's position and the next new stream's id. */
export type LogEnd = {
  readonly nextPosition: number
  readonly lastPosition: number
  readonly nextStreamId: number
  readonly seeding: Seeding
}

/** The writing side of the log: one connection, which also holds the lock that keeps a second node out. */
export type LogWriter = {
  readonly end: LogEnd
  /** Writes all or nothing; resolves after the commit is durable. */
  write(streams: readonly NewStream[], events: readonly StoredEvent[]): Promise<void>
  query<Row extends unknown[]>(query: { name: string; text: string; values: unknown[] }): Promise<Row[]>
  close(): Promise<void>
}

/** Positions begin above 0, so that START and the first event never mean the same place. */
export const FIRST_POSITION = 512
const LOCK = 0x6f757473
const LOCK_PATIENCE_MS = 3_000

const INSERT_EVENTS = `insert into event_node.event (position, stream_id, revision, id, frame)
  select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::uuid[], $5::bytea[])`

const INSERT_STREAMS_AND_EVENTS = `with streams as (
    insert into event_node.stream (id, digest, name) select * from unnest($6::bigint[], $7::bytea[], $8::bytea[]))
  ${INSERT_EVENTS}`

type OpenLog = {
  readonly databaseUrl: string
  /** Whether a log that holds nothing else takes recorded times from outside. */
  readonly takesSeeding: boolean
  onLost(error: Error): void
}

/** Opens the log for writing. Throws one clear sentence when the database cannot be reached or another node has it. */
export async function openLogWriter({ databaseUrl, takesSeeding, onLost }: OpenLog): Promise<LogWriter> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'outstanding-event-node',
  })
  client.on('error', onLost)
  try {
    await client.connect()
  } catch (error) {
    throw new Error(`The event node cannot reach its database: ${(error as Error).message}`, { cause: error })
  }
  try {
    await client.query(`set synchronous_commit = on; set client_min_messages = warning`)
    await takeLock(client)
    await migrate(client)
    return writerOn(client, await readEnd(client, takesSeeding))
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}

function writerOn(client: pg.Client, end: LogEnd): LogWriter {
  return {
    end,
    async write(streams, events) {
      const values: Buffer[] = [
        int8Array(events.map((event) => event.position)),
        int8Array(events.map((event) => event.streamId)),
        int8Array(events.map((event) => event.revision)),
        uuidArray(events.map((event) => event.id)),
        byteaArray(events.map((event) => event.frame)),
      ]
      if (streams.length === 0) {
        await client.query({ name: 'insert-events', text: INSERT_EVENTS, values })
        return
      }
      values.push(
        int8Array(streams.map((stream) => stream.id)),
        byteaArray(streams.map((stream) => stream.digest)),
        byteaArray(streams.map((stream) => stream.name)),
      )
      await client.query({ name: 'insert-streams-and-events', text: INSERT_STREAMS_AND_EVENTS, values })
    },
    async query<Row extends unknown[]>(query: { name: string; text: string; values: unknown[] }): Promise<Row[]> {
      return (await client.query<Row>({ ...query, rowMode: 'array' })).rows
    },
    close: () => client.end(),
  }
}

/** A killed predecessor's connection may live a moment longer than it did, hence the patience. */
async function takeLock(client: pg.Client): Promise<void> {
  const deadline = performance.now() + LOCK_PATIENCE_MS
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock($1) as taken`, [LOCK])
    if (rows[0]?.taken) return
    if (performance.now() > deadline) throw new Error('Another event node is using this database.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function readEnd(client: pg.Client, takesSeeding: boolean): Promise<LogEnd> {
  const last = await client.query<{ position: string; frame: Frame }>(
    `select position, frame from event_node.event order by position desc limit 1`,
  )
  const streams = await client.query<{ next: string }>(`select coalesce(max(id), 0) + 1 as next from event_node.stream`)
  const row = last.rows[0]
  return {
    lastPosition: row ? Number(row.position) : 0,
    nextPosition: row ? Number(row.position) + row.frame.length : FIRST_POSITION,
    nextStreamId: Number(streams.rows[0]?.next),
    seeding: { upTo: takesSeeding ? seededUpTo(row) : null },
  }
}

/** The log's very first event is the node's own. */
function seededUpTo(last: { readonly position: string; readonly frame: Frame } | undefined): number | null {
  if (last === undefined || Number(last.position) === FIRST_POSITION) return 0
  return statedTime(decodeFrame(last.frame).customMetadata) ?? null
}
