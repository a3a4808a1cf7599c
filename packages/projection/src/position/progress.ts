import type { ClientBase } from 'pg'
import type { Schemas } from '../database/schemas.ts'
import type { BuiltModel } from './built-models.ts'
import { modelsInUse, schemasOf } from './built-models.ts'
import { movesChannel } from './moves.ts'
import { stableSchema } from './stable-schema.ts'

/** How far a schema has come, as one writer knows it. */
export type Progress = {
  /** That of the log's own tables: it names the projection. */
  readonly schema: string
  /** Where the table of each read model is. */
  readonly schemas: Schemas
  /** Taken when this writer began; a later writer's is higher, and then this one's work no longer commits. */
  readonly epoch: string
  readonly position: string | null
  readonly events: number
  /** Events of types and streams that are not ours. */
  readonly foreignEvents: number
  readonly recordedAt: string | null
}

/** The event that cannot be projected, and why. `reason` may quote its values: for operators, not for the public. */
export type Poison = {
  /** The dense index of the event in the log, from 0. */
  readonly index: number
  readonly position: string
  readonly stream: string
  readonly revision: number
  readonly eventId: string
  readonly type: string
  readonly reason: string
}

/**
 * Why the projection goes no further: an event cannot be projected; the log is not the one that the read models were built from; or
 * the read models are not complete. `wasProjected`: an earlier release projected the event, and this one cannot read it.
 */
export type Halt =
  | ({ readonly kind: 'EVENT'; readonly wasProjected?: true } & Poison)
  | { readonly kind: 'LOG' | 'READ_MODELS'; readonly reason: string }

type ProgressRow = {
  schema_name: string
  version: number
  epoch: string
  position: string | null
  events: string
  foreign_events: string
  recorded_at: string | null
  halted: Halt | null
  models: readonly BuiltModel[]
}

const toProgress = (row: ProgressRow): Progress => ({
  schema: row.schema_name,
  schemas: schemasOf(row.models),
  epoch: row.epoch,
  position: row.position,
  events: Number(row.events),
  foreignEvents: Number(row.foreign_events),
  recordedAt: row.recorded_at,
})

export type Current = Progress & { readonly version: number; readonly halted: Halt | null; readonly models: readonly BuiltModel[] }

const toCurrent = (row: ProgressRow): Current => ({
  ...toProgress(row),
  version: row.version,
  halted: row.halted,
  models: row.models,
})

const selectCurrent = `select p.*, ${modelsInUse} from ${stableSchema}.projection p where state = 'CURRENT'`

export async function readCurrent(client: ClientBase): Promise<Current | null> {
  const { rows } = await client.query<ProgressRow>(selectCurrent)
  return rows[0] ? toCurrent(rows[0]) : null
}

/** Until the caller's transaction ends, nobody can write to what is current, nor take its place. */
export async function lockCurrent(client: ClientBase): Promise<Current | null> {
  const { rows } = await client.query<ProgressRow>(`${selectCurrent} for update of p`)
  return rows[0] ? toCurrent(rows[0]) : null
}

/** Becomes the only writer of what is current, where that is of the version given: every writer before is fenced off from its next commit on. A halt stays until it is over. */
export async function takeEpoch(client: ClientBase, version: number): Promise<Current | null> {
  const { rows } = await client.query<ProgressRow>(
    `update ${stableSchema}.projection p set epoch = epoch + 1 where state = 'CURRENT' and version = $1 returning p.*, ${modelsInUse}`,
    [version],
  )
  return rows[0] ? toCurrent(rows[0]) : null
}

/**
 * Moves the position, in the caller's transaction, together with the rows, and says so to who listens; a halt is over then. False when another writer came
 * between or the schema is no longer the one to write: then the caller must roll back.
 */
export async function advance(client: ClientBase, from: Progress, to: Omit<Progress, 'schema' | 'schemas' | 'epoch'>): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'advance',
    text: `with moved as (
        update ${stableSchema}.projection set position = $4, events = $5, foreign_events = $6, recorded_at = $7, halted = null
        where schema_name = $1 and epoch = $2 and position is not distinct from $3 and events = $8 and state <> 'PREVIOUS' returning 1)
      select pg_notify('${movesChannel}', '') from moved`,
    values: [from.schema, from.epoch, from.position, to.position, to.events, to.foreignEvents, to.recordedAt, from.events],
  })
  return rowCount === 1
}

/** Says why the projection goes no further; null: it does again. False when this writer was fenced off meanwhile. */
export async function recordHalt(client: ClientBase, at: Progress, halt: Halt | null): Promise<boolean> {
  const { rowCount } = await client.query(`update ${stableSchema}.projection set halted = $3 where schema_name = $1 and epoch = $2`, [
    at.schema,
    at.epoch,
    halt && JSON.stringify(halt),
  ])
  return rowCount === 1
}
