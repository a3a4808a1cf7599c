import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Frame } from '../wire/recorded-event.ts'
import { rowsOfBinaryCopy } from './binary-copy.ts'

/** An event as a page gives it; a tombstone's revision is 2^63, the nearest a number comes to 2^63-1. */
export type PagedEvent = { readonly position: number; readonly revision: number; readonly frame: Frame }

/**
 * The reading side: short keyset queries on a few pooled connections, none held while a reader is slow. A page is cut
 * at `limit` events or about 1 MiB, so a page shorter than `limit` does not mean that the end is reached; an empty one does.
 */
export type LogReader = Pages & {
  query<Row extends unknown[]>(query: { name: string; text: string; values: unknown[] }): Promise<Row[]>
  /** Pages for one call: those that still wait for a connection when it has ended are not asked for, and reject. */
  forCall(hasEnded: () => boolean): Pages
  close(): Promise<void>
}

export type Pages = {
  /** Events with `from` <= position <= `to`, forwards. */
  all(from: number, to: number, limit: number): Promise<PagedEvent[]>
  /** Events with position < `before`, backwards. */
  allBackwards(before: number, limit: number): Promise<PagedEvent[]>
  /** Events of one stream with `from` <= revision <= `to`, forwards. */
  stream(streamId: number, from: number, to: number, limit: number): Promise<PagedEvent[]>
  /** The same from `to` down to `from`. */
  streamBackwards(streamId: number, from: number, to: number, limit: number): Promise<PagedEvent[]>
  /** Whether an event has this position. */
  hasPosition(position: number): Promise<boolean>
}

type Query = { readonly name: string; readonly text: string; readonly values: unknown[] }

/** A small page costs least as a prepared query, a large one where its frames are not written in hex: the binary form of COPY. */
const MAX_ROWS_BY_QUERY = 50
const PAGE_BYTES = 1024 * 1024
/** Above every position and every revision, and yet a bigint of PostgreSQL. */
const HIGHEST = '9223372036854775807'

const HAS_POSITION = { name: 'has-position', text: 'select 1 from event_node.event where position = $1' }
const FORWARDS = page('position >= $1 and position <= $2', 'position', 'asc', 3)
const BACKWARDS = page('position < $1', 'position', 'desc', 2)
const OF_STREAM = 'stream_id = $1 and revision >= $2 and revision <= $3'
const STREAM_FORWARDS = page(OF_STREAM, 'revision', 'asc', 4)
const STREAM_BACKWARDS = page(OF_STREAM, 'revision', 'desc', 4)

export function openLogReader(databaseUrl: string): LogReader {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 4,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 30_000,
    application_name: 'outstanding-event-node reader',
  })
  pool.on('error', () => {})
  // While a page is copied nobody else listens: a connection that is cut is the page's failure and not the process's.
  pool.on('connect', (client) => client.on('error', () => {}))
  const pages = (hasEnded: () => boolean): Pages => pagesOf((ask) => withConnection(pool, hasEnded, ask))
  return {
    ...pages(() => false),
    query: async <Row extends unknown[]>(query: Query) => (await pool.query<Row>({ ...query, rowMode: 'array' })).rows,
    forCall: pages,
    close: () => pool.end(),
  }
}

type WithConnection = <T>(ask: (client: pg.PoolClient) => Promise<T>) => Promise<T>

/** A caller may have gone by the time its connection is free. Then no query is sent. */
async function withConnection<T>(pool: pg.Pool, hasEnded: () => boolean, ask: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  if (hasEnded()) {
    client.release()
    throw new Error('The call that asked for a page has ended.')
  }
  try {
    const answer = await ask(client)
    client.release()
    return answer
  } catch (error) {
    client.release(true)
    throw error
  }
}

function pagesOf(connected: WithConnection): Pages {
  const pageOf = (name: string, text: string, values: readonly string[], limit: number): Promise<PagedEvent[]> =>
    connected(async (client) => {
      const all = [...values, String(limit)]
      if (limit > MAX_ROWS_BY_QUERY) return rowsOfBinaryCopy(await copy(client, text, all)).map(toPagedFromBinary)
      return (await client.query<[string, string, Frame]>({ name, text, values: all, rowMode: 'array' })).rows.map(toPaged)
    })
  return {
    all: (from, to, limit) => pageOf('page-all', FORWARDS, [bound(from), bound(to)], limit),
    allBackwards: (before, limit) => pageOf('page-all-back', BACKWARDS, [bound(before)], limit),
    stream: (id, from, to, limit) =>
      pageOf('page-stream', STREAM_FORWARDS, [bound(id), bound(from), bound(to)], Math.min(limit, to - from + 1)),
    streamBackwards: (id, from, to, limit) =>
      pageOf('page-stream-back', STREAM_BACKWARDS, [bound(id), bound(from), bound(to)], Math.min(limit, to - from + 1)),
    hasPosition: (position) =>
      connected(async (client) => (await client.query({ ...HAS_POSITION, values: [bound(position)] })).rows.length > 0),
  }
}

/** COPY takes no parameters; the values are numbers of ours. */
function copy(client: pg.PoolClient, text: string, values: readonly string[]): Promise<Buffer> {
  const filled = text.replaceAll(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? '')
  return buffer(client.query(copyTo(`copy (${filled}) to stdout (format binary)`)))
}

function page(where: string, key: string, order: 'asc' | 'desc', limitParameter: number): string {
  return `select position, revision, frame from (
      select position, revision, frame, sum(octet_length(frame)) over (order by ${key} ${order}) - octet_length(frame) as before
      from (select position, revision, frame from event_node.event where ${where} order by ${key} ${order} limit $${limitParameter}) as candidates
    ) as measured where before < ${PAGE_BYTES} order by ${key} ${order}`
}

function bound(value: number): string {
  return value >= 2 ** 63 ? HIGHEST : String(value)
}

function toPaged([position, revision, frame]: [string, string, Frame]): PagedEvent {
  return { position: Number(position), revision: Number(revision), frame }
}

function toPagedFromBinary([position, revision, frame]: Buffer[]): PagedEvent {
  return { position: Number(position?.readBigInt64BE()), revision: Number(revision?.readBigInt64BE()), frame: frame as Frame }
}
