import type { UtcInstant } from '@outstanding/domain'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { connectionConfig } from './database/connection.ts'
import { createPlaces } from './snapshot/places.ts'
import type { Load } from './snapshot/places.ts'
import type { Halt } from './position/progress.ts'
import { stableSchema } from './position/stable-schema.ts'
import { createPositionWaiter } from './position/wait-for-position.ts'
import { parkedStreamTable } from './parking/table.ts'
import { qualified } from './database/quote.ts'
import { readModelVersion } from './database/versioned-schema.ts'
import { openSession } from './snapshot/session.ts'
import type { Session } from './snapshot/session.ts'
import type { Snapshot } from './snapshot/snapshot.ts'

/** Where the projection stands; `halted` says why it goes no further: complete up to `position`. */
export type ProjectionStatus = {
  readonly schema: string
  readonly version: number
  readonly position: string | null
  /** How many events of the log were projected, of every stream and type. */
  readonly events: number
  /** Of those, how many are of streams and types that are not ours. */
  readonly foreignEvents: number
  /** The running maximum of the store's times over those events. */
  readonly recordedAt: UtcInstant | null
  readonly halted: Halt | null
  /** How many streams an operator has parked: not all of their entries are shown. */
  readonly parkedStreams: number
}

/** `cancel` closes it without waiting: a query that is running is stopped. Both may be called again. */
export type OpenSnapshot = Snapshot & { close(): Promise<void>; cancel(): Promise<void> }

/** The reading side of the read models. */
export type ReadModels = {
  /**
   * Hold it for one request, shared by its nested loads, and close it in a `finally`. `signal` ends the wait for a connection.
   * Throws `NotProjectedError`, `OverloadedError`.
   */
  openSnapshot(signal?: AbortSignal): Promise<OpenSnapshot>
  read<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T>
  /** True once the read models hold everything up to `position`; false when `timeoutMs` is over before. */
  waitForPosition(position: string, timeoutMs: number): Promise<boolean>
  /** Null before the first projection. */
  status(): Promise<ProjectionStatus | null>
  /** How busy its connections are. */
  load(): Load
  close(): Promise<void>
}

/** There are no read models yet of the version that this program reads: the projector has not come so far. */
export class NotProjectedError extends Error {
  constructor(found: number | null) {
    super(
      found === null
        ? 'The read models have not been built yet.'
        : `The read models are of version ${found}; this program reads version ${readModelVersion}. Start the projector of the same release.`,
    )
    this.name = 'NotProjectedError'
  }
}

type Options = {
  readonly databaseUrl: string
  /** How many snapshots can be open at once; 10 by default. */
  readonly maxConnections?: number
  /** The server stops a query that runs for longer; 15 s by default. */
  readonly maxQueryMs?: number
}

const maxWaiting = 500
const maxWaitMs = 10_000
/** Beside the snapshots: for positions and status, which are asked for while all snapshots are taken. */
const others = 2

/** One snapshot more than can be open waits for up to ten seconds. */
export function openReadModels({ databaseUrl, maxConnections = 10, maxQueryMs = 15_000 }: Options): ReadModels {
  const open = (name: string, max: number): pg.Pool => {
    const pool = new pg.Pool({ ...connectionConfig(databaseUrl, name), max, statement_timeout: maxQueryMs })
    // A connection that breaks, idle or not, is replaced by the pool; without listeners it would end the process.
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    return pool
  }
  const pool = open('outstanding-read-models', maxConnections + others)
  const stopping = open('outstanding-stop', 1)
  const places = createPlaces({ max: maxConnections, maxWaiting, maxWaitMs })
  const waiter = createPositionWaiter(() => readPosition(pool))
  const stop = async (processId: number): Promise<void> => void (await stopping.query('select pg_cancel_backend($1)', [processId]))

  async function openSnapshot(signal?: AbortSignal): Promise<OpenSnapshot> {
    const leave = await places.take(signal)
    try {
      return await takeSnapshot(await openSession(await pool.connect(), stop), leave)
    } catch (error) {
      leave()
      throw error
    }
  }
  return {
    openSnapshot,
    async read(work) {
      const snapshot = await openSnapshot()
      try {
        return await work(snapshot)
      } finally {
        await snapshot.close()
      }
    },
    waitForPosition: (position, timeoutMs) => waiter.wait(position, timeoutMs),
    status: () => readStatus(pool),
    load: () => places.load(),
    async close() {
      waiter.close()
      await Promise.all([pool.end(), stopping.end()])
    },
  }
}

type CurrentRow = { schema_name: string; version: number; position: string | null; events: string; today: string }

/** The first query fixes what the transaction sees: the pointer, the position and every row are of one moment. */
async function takeSnapshot(session: Session, leave: () => void): Promise<OpenSnapshot> {
  try {
    const { schema_name: schema, version, position, events, today } = await readCurrent(session.db)
    return {
      db: session.db,
      schema,
      version,
      position,
      events: Number(events),
      today,
      known: null,
      close: () => session.end().finally(leave),
      cancel: () => session.cancel().finally(leave),
    }
  } catch (error) {
    await session.end()
    throw error
  }
}

async function readCurrent(db: Kysely<object>): Promise<CurrentRow> {
  const { rows } = await sql<CurrentRow>`
    select schema_name, version, position, events, (now() at time zone 'Europe/London')::date as today
    from ${sql.table(`${stableSchema}.projection`)} where state = 'CURRENT'`
    .execute(db)
    .catch((error: unknown) => {
      throw isMissing(error) ? new NotProjectedError(null) : error
    })
  const [current] = rows
  if (current?.version !== readModelVersion) throw new NotProjectedError(current?.version ?? null)
  return current
}

/** Null where the log is another than the one that was projected: its positions say nothing of that one's. */
async function readPosition(pool: pg.Pool): Promise<string | null> {
  const { rows } = await pool.query<{ position: string | null }>({
    name: 'read-position',
    text: `select position from ${stableSchema}.projection where state = 'CURRENT' and halted->>'kind' is distinct from 'LOG'`,
  })
  return rows[0]?.position ?? null
}

type StatusRow = {
  schema_name: string
  version: number
  position: string | null
  events: string
  foreign_events: string
  recorded_at: string | null
  halted: Halt | null
}

async function readStatus(pool: pg.Pool): Promise<ProjectionStatus | null> {
  try {
    const { rows } = await pool.query<StatusRow>(`select * from ${stableSchema}.projection where state = 'CURRENT'`)
    const [row] = rows
    if (!row) return null
    return {
      schema: row.schema_name,
      version: row.version,
      position: row.position,
      events: Number(row.events),
      foreignEvents: Number(row.foreign_events),
      recordedAt: row.recorded_at,
      halted: row.halted,
      parkedStreams: row.version === readModelVersion ? await countParked(pool, row.schema_name) : 0,
    }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function countParked(pool: pg.Pool, schema: string): Promise<number> {
  const { rows } = await pool.query<{ parked: string }>(`select count(*) as parked from ${qualified(schema, parkedStreamTable.name)}`)
  return Number(rows[0]?.parked ?? 0)
}

/** The schema or table does not exist yet. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '42P01' || error.code === '3F000')
