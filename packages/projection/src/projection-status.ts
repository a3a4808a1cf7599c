import type { UtcInstant } from '@outstanding/domain'
import type pg from 'pg'
import type { DeclaredModel } from './building/declared-models.ts'
import { hasAll } from './building/declared-models.ts'
import { qualified } from './database/quote.ts'
import { parkedStreamTable } from './parking/table.ts'
import type { BuiltModel } from './position/built-models.ts'
import { modelsInUse } from './position/built-models.ts'
import type { Halt } from './position/progress.ts'
import { stableSchema } from './position/stable-schema.ts'

/** Where the projection stands; `halted` says why it goes no further: complete up to `position`. */
export type ProjectionStatus = {
  /** That of the log's own tables. */
  readonly schema: string
  /** The sum of the read models' versions. */
  readonly version: number
  /** Each with its own version, in the order of their names. */
  readonly models: readonly { readonly name: string; readonly version: number }[]
  /** Whether they are those that this program reads. */
  readonly isReadable: boolean
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

type StatusRow = {
  schema_name: string
  version: number
  models: readonly BuiltModel[]
  position: string | null
  events: string
  foreign_events: string
  recorded_at: string | null
  halted: Halt | null
}

/** `declared`: the read models that this program reads. Null before the first projection. */
export async function readStatus(pool: pg.Pool, declared: readonly DeclaredModel[]): Promise<ProjectionStatus | null> {
  try {
    const { rows } = await pool.query<StatusRow>(`select p.*, ${modelsInUse} from ${stableSchema}.projection p where state = 'CURRENT'`)
    const [row] = rows
    if (!row) return null
    const isReadable = hasAll(row.models, declared)
    return {
      schema: row.schema_name,
      version: row.version,
      models: row.models.map(({ name, version }) => ({ name, version })),
      isReadable,
      position: row.position,
      events: Number(row.events),
      foreignEvents: Number(row.foreign_events),
      recordedAt: row.recorded_at,
      halted: row.halted,
      parkedStreams: isReadable ? await countParked(pool, row.schema_name) : 0,
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
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '42P01' || error.code === '3F000')
