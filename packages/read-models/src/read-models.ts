import type { UtcInstant } from '@outstanding/domain'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { connectionConfig } from './connection.ts'
import type { Poison } from './projection-position/progress.ts'
import { stableSchema } from './projection-position/stable-schema.ts'
import { createPositionWaiter } from './projection-position/wait-for-position.ts'
import { readModelVersion } from './schema/versioned-schema.ts'
import type { Snapshot } from './snapshot.ts'
import type { Tables } from './tables.ts'

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
  readonly halted: Poison | null
}

export type OpenSnapshot = Snapshot & { close(): Promise<void> }

/** The reading side of the read models. */
export type ReadModels = {
  /** Hold it for one request, shared by its nested loads, and close it in a `finally`. Throws `NotProjectedError`. */
  openSnapshot(): Promise<OpenSnapshot>
  read<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T>
  /** True once the read models hold everything up to `position`; false when `timeoutMs` is over before. */
  waitForPosition(position: string, timeoutMs: number): Promise<boolean>
  /** Null before the first projection. */
  status(): Promise<ProjectionStatus | null>
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

/** `maxConnections` snapshots (10 by default) can be open at once; one more waits for up to ten seconds. */
export function openReadModels(options: { readonly databaseUrl: string; readonly maxConnections?: number }): ReadModels {
  const pool = new pg.Pool({ ...connectionConfig(options.databaseUrl, 'outstanding-read-models'), max: options.maxConnections ?? 10 })
  // A connection that breaks, idle or not, is replaced by the pool; without listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const waiter = createPositionWaiter(() => readPosition(pool))
  const openSnapshot = (): Promise<OpenSnapshot> => takeSnapshot(db)
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
    async close() {
      waiter.close()
      await db.destroy()
    },
  }
}

type CurrentRow = { schema_name: string; version: number; position: string | null; events: string; today: string }

/** The first query fixes what the transaction sees: the pointer, the position and every row are of one moment. */
async function takeSnapshot(db: Kysely<Tables>): Promise<OpenSnapshot> {
  const transaction = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    const { rows } = await sql<CurrentRow>`
      select schema_name, version, position, events, (now() at time zone 'Europe/London')::date as today
      from ${sql.table(`${stableSchema}.projection`)} where state = 'CURRENT'`.execute(transaction)
    const current = rows[0]
    if (current?.version !== readModelVersion) throw new NotProjectedError(current?.version ?? null)
    const { schema_name: schema, version, position, events, today } = current
    const close = async (): Promise<void> => {
      if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute()
    }
    return { db: transaction.withSchema(schema), schema, version, position, events: Number(events), today, known: null, close }
  } catch (error) {
    await transaction.rollback().execute()
    throw isMissing(error) ? new NotProjectedError(null) : error
  }
}

async function readPosition(pool: pg.Pool): Promise<string | null> {
  const { rows } = await pool.query<{ position: string | null }>({
    name: 'read-position',
    text: `select position from ${stableSchema}.projection where state = 'CURRENT'`,
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
  halted: Poison | null
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
    }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** The schema or table does not exist yet. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '42P01' || error.code === '3F000')
