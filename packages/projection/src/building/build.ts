import type { ClientBase } from 'pg'
import { derivedTables } from '../bitemporal/version-tables.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import { allTables, logTables } from './log-tables.ts'
import { qualified } from '../database/quote.ts'
import type { TableDigests } from '../database/table-digests.ts'
import {
  addIndexes,
  createExtension,
  createSchema,
  createTables,
  dropSchema,
  readModelVersion,
  schemaName,
} from '../database/versioned-schema.ts'
import type { Progress } from '../position/progress.ts'
import { buildLock, stableSchema } from '../position/stable-schema.ts'

const projection = `${stableSchema}.projection`

/** Keeps every other builder out until the connection ends or `unlockBuilds`; false when one is at work. */
export async function lockBuilds(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(`select pg_try_advisory_lock($1) as locked`, [buildLock.toString()])
  return rows[0]?.locked === true
}

export async function unlockBuilds(client: ClientBase): Promise<void> {
  await client.query(`select pg_advisory_unlock($1)`, [buildLock.toString()])
}

/**
 * Begins a new schema beside the current one with the tables of the log, in a transaction that `beginDeriving` commits.
 * Tables come with what is loaded into them: a server that need not log for others writes no log for them. Needs the build lock.
 */
export async function beginBuild(client: ClientBase): Promise<Progress> {
  await dropUnfinished(client)
  const schema = schemaName(await nextOrdinal(client))
  await createExtension(client)
  await beginTables(client, schema)
  await client.query(`insert into ${projection} (schema_name, version, state) values ($1, $2, 'BUILDING')`, [schema, readModelVersion])
  return { schema, epoch: '0', position: null, events: 0, foreignEvents: 0, recordedAt: null }
}

/** Begins a schema and the tables of the log, in a transaction. */
export async function beginTables(client: ClientBase, schema: string): Promise<void> {
  await begin(client)
  await createSchema(client, schema)
  await createTables(client, schema, logTables)
}

/**
 * The tables of the log are loaded: other connections may see them from here on. Begins those that are derived from them, in a
 * transaction that `endDeriving` commits.
 */
export async function beginDeriving(client: ClientBase, schema: string, models: readonly ReadModel[]): Promise<void> {
  await client.query('commit')
  await begin(client)
  await createTables(client, schema, derivedTables(models))
}

/** The tables derived from the log are loaded, too. */
export async function endDeriving(client: ClientBase): Promise<void> {
  await client.query('commit')
}

/** A long transaction, whose steps may be far apart. */
async function begin(client: ClientBase): Promise<void> {
  await client.query('begin; set local idle_in_transaction_session_timeout = 0')
}

/** The build waits to be switched to, or to be caught up first. */
export async function placeBuild(client: ClientBase, built: Progress): Promise<void> {
  await client.query(
    `update ${projection} set position = $2, events = $3, foreign_events = $4, recorded_at = $5 where schema_name = $1 and state = 'BUILDING'`,
    [built.schema, built.position, built.events, built.foreignEvents, built.recordedAt],
  )
}

/** As `beginBuild` and `placeBuild`, with nothing in it: ready to be written event by event. */
export async function beginEmpty(client: ClientBase, models: readonly ReadModel[]): Promise<Progress> {
  const begun = await beginBuild(client)
  await createTables(client, begun.schema, derivedTables(models))
  await addIndexes(client, begun.schema, allTables(models))
  await client.query('commit')
  await placeBuild(client, begun)
  return begun
}

/** What an earlier build did not switch to: placed, or cut off. */
async function dropUnfinished(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ schema_name: string }>(`select schema_name from ${projection} where state = 'BUILDING'`)
  for (const { schema_name } of rows) await forget(client, schema_name)
}

/** The build is given up, wherever it stands: its schema is dropped. */
export async function forget(client: ClientBase, schema: string): Promise<void> {
  await client.query('rollback')
  await dropSchema(client, schema)
  await client.query(`delete from ${projection} where schema_name = $1 and state <> 'CURRENT'`, [schema])
}

export type Switched =
  | {
      readonly ok: true
      /** The schema that was current, null on the first build; it stays until the next rebuild. */
      readonly previous: { readonly schema: string; readonly version: number; readonly position: string | null } | null
    }
  /** The current schema is further on: catch up and try again. */
  | { readonly ok: false; readonly behind: string }

export type SwitchOptions = {
  /** The log was set back: what is current is of a log that is no more, and its writer must not go on. */
  readonly stepBack: boolean
  /** Runs while nobody can write to either schema, in connections of its own. */
  whileBothStand(): Promise<void>
}

/**
 * Makes the built schema current, in one transaction. It steps back only if `stepBack` is set. The writer of the old one finds out at its
 * next commit and goes on in the new one.
 */
export async function switchTo(client: ClientBase, built: Progress, { stepBack, whileBothStand }: SwitchOptions): Promise<Switched> {
  await client.query('begin')
  try {
    const { rows } = await client.query<{ schema_name: string; version: number; position: string | null; epoch: string }>(
      `select schema_name, version, position, epoch from ${projection} where state = 'CURRENT' for update`,
    )
    const current = rows[0]
    if (current && !stepBack && BigInt(current.position ?? -1) > BigInt(built.position ?? -1)) {
      await client.query('rollback')
      return { ok: false, behind: current.position ?? '' }
    }
    await whileBothStand()
    await client.query(`update ${projection} set state = 'PREVIOUS' where state = 'CURRENT'`)
    await client.query(`update ${projection} set state = 'CURRENT', epoch = $2, switched_at = clock_timestamp() where schema_name = $1`, [
      built.schema,
      BigInt(current?.epoch ?? 0) + (stepBack ? 1n : 0n),
    ])
    await client.query('commit')
    return { ok: true, previous: current ? { schema: current.schema_name, version: current.version, position: current.position } : null }
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Drops what was current before the one that was current before: only the last is kept. */
export async function dropOutdated(client: ClientBase, kept: string | null): Promise<void> {
  const { rows } = await client.query<{ schema_name: string }>(
    `select schema_name from ${projection} where state = 'PREVIOUS' and schema_name is distinct from $1`,
    [kept],
  )
  for (const { schema_name } of rows) await forget(client, schema_name)
}

export async function recordDigests(client: ClientBase, schema: string, digests: TableDigests): Promise<void> {
  await client.query(`update ${projection} set digests = $2 where schema_name = $1`, [schema, JSON.stringify(digests)])
}

/** Whether every event was projected: the events counted are the sum over all streams of the last revision plus one. */
export async function countByStreams(client: ClientBase, schema: string): Promise<number> {
  const { rows } = await client.query<{ events: string }>(
    `select coalesce(sum(revision::bigint + 1), 0) as events from ${qualified(schema, 'stream_revision')}`,
  )
  return Number(rows[0]?.events ?? 0)
}

async function nextOrdinal(client: ClientBase): Promise<number> {
  const prefix = schemaName(0).slice(0, -1)
  const { rows } = await client.query<{ name: string }>(`select nspname as name from pg_namespace where starts_with(nspname, $1)`, [prefix])
  return 1 + Math.max(0, ...rows.map(({ name }) => Number(name.slice(prefix.length)) || 0))
}
