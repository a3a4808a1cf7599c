import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { connectionConfig } from './database/connection.ts'
import { createPlaces } from './snapshot/places.ts'
import type { Load } from './snapshot/places.ts'
import type { ReadModel } from './read-model/read-model.ts'
import type { BuiltModel } from './position/built-models.ts'
import { modelsInUse, schemasOf } from './position/built-models.ts'
import { listenForMoves } from './position/moves.ts'
import { shareLooks } from './position/share-looks.ts'
import { stableSchema } from './position/stable-schema.ts'
import type { Stamp } from './position/stamp.ts'
import { readStamp, stampColumn } from './position/stamp.ts'
import type { Halt } from './position/progress.ts'
import { createPositionWaiter } from './position/wait-for-position.ts'
import type { DeclaredModel } from './building/declared-models.ts'
import { declaredModels, hasAll, readModelVersion } from './building/declared-models.ts'
import type { ProjectionStatus } from './projection-status.ts'
import { isMissing, readStatus } from './projection-status.ts'
import { openSession } from './snapshot/session.ts'
import type { Session } from './snapshot/session.ts'
import type { Snapshot } from './snapshot/snapshot.ts'

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
  /** That of a snapshot opened now; null before the first projection. However many ask, one look at a time is under way. */
  stamp(): Promise<Stamp | null>
  /** Null before the first projection. */
  status(): Promise<ProjectionStatus | null>
  /** How busy its connections are. */
  load(): Load
  close(): Promise<void>
}

/** There are no read models yet of the version that this program reads: the projector has not come so far. */
export class NotProjectedError extends Error {
  constructor(found: number | null, wanted: number) {
    super(
      found === null
        ? 'The read models have not been built yet.'
        : `The read models are of version ${found}; this program reads version ${wanted}. Start the projector of the same release.`,
    )
    this.name = 'NotProjectedError'
  }
}

type Options = {
  readonly databaseUrl: string
  /** Those that are read: they must be there as they are declared. Of none, the log alone can be read. */
  readonly models: readonly ReadModel[]
  /** How many snapshots can be open at once; 10 by default. */
  readonly maxConnections?: number
  /** The server stops a query that runs for longer; 15 s by default. */
  readonly maxQueryMs?: number
}

const maxWaiting = 500
const maxWaitMs = 10_000
/** Beside the snapshots: for positions, stamps and status, which are asked for while all snapshots are taken. */
const others = 3

/** One snapshot more than can be open waits for up to ten seconds. */
export function openReadModels({ databaseUrl, models, maxConnections = 10, maxQueryMs = 15_000 }: Options): ReadModels {
  const wanted: Wanted = { version: readModelVersion(models), declared: declaredModels(models) }
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
  const waiter = createPositionWaiter(() => readPosition(pool), listenForMoves(databaseUrl))
  const stop = async (processId: number): Promise<void> => void (await stopping.query('select pg_cancel_backend($1)', [processId]))

  async function openSnapshot(signal?: AbortSignal): Promise<OpenSnapshot> {
    const leave = await places.take(signal)
    try {
      return await takeSnapshot(await openSession(await pool.connect(), stop), wanted, leave)
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
    stamp: shareLooks(() => readStamp(pool)),
    status: () => readStatus(pool, wanted.declared),
    load: () => places.load(),
    async close() {
      await waiter.close()
      await Promise.all([pool.end(), stopping.end()])
    },
  }
}

type Wanted = { readonly version: number; readonly declared: readonly DeclaredModel[] }
type CurrentRow = {
  stamp: Stamp
  halted: Halt | null
  version: number
  position: string | null
  events: string
  today: string
  models: readonly BuiltModel[]
}

/** The first query fixes what the transaction sees: the pointer, the position and every row are of one moment. */
async function takeSnapshot(session: Session, wanted: Wanted, leave: () => void): Promise<OpenSnapshot> {
  try {
    const { stamp, halted, version, position, events, today, models } = await readCurrent(session.db, wanted)
    return {
      db: session.db,
      schemas: schemasOf(models),
      stamp,
      halted: halted?.kind ?? null,
      version,
      position,
      events: Number(events),
      today,
      knownIndex: null,
      close: () => session.end().finally(leave),
      cancel: () => session.cancel().finally(leave),
    }
  } catch (error) {
    await session.end()
    throw error
  }
}

async function readCurrent(db: Kysely<object>, wanted: Wanted): Promise<CurrentRow> {
  const { rows } = await sql<CurrentRow>`
    select ${sql.raw(stampColumn)}, halted, version, position, events, (now() at time zone 'Europe/London')::date as today, ${sql.raw(modelsInUse)}
    from ${sql.table(`${stableSchema}.projection`)} p where state = 'CURRENT'`
    .execute(db)
    .catch((error: unknown) => {
      throw isMissing(error) ? new NotProjectedError(null, wanted.version) : error
    })
  const [current] = rows
  if (!current || !hasAll(current.models, wanted.declared)) throw new NotProjectedError(current?.version ?? null, wanted.version)
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
