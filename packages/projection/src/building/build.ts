import type { ClientBase } from 'pg'
import { derivedTables } from '../bitemporal/version-tables.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import { declaredModels, readModelVersion, toBuild } from './declared-models.ts'
import { allTables, logTables } from './log-tables.ts'
import { dropLeftModels, dropModelsOf, recordModels } from './recorded-models.ts'
import { qualified } from '../database/quote.ts'
import type { Schemas } from '../database/schemas.ts'
import type { TableDigests } from '../database/table-digests.ts'
import { addIndexes, createExtension, createSchemas, createTables, dropSchema, nextOrdinal } from '../database/versioned-schema.ts'
import { logModel, schemasOf } from '../position/built-models.ts'
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
 * Begins a new projection beside the current one with the tables of the log, in a transaction that `beginDeriving` commits.
 * Tables come with what is loaded into them: a server that need not log for others writes no log for them. Needs the build lock.
 */
export async function beginBuild(client: ClientBase, models: readonly ReadModel[]): Promise<Progress> {
  await dropUnfinished(client)
  await dropLeftModels(client)
  const built = toBuild(await nextOrdinal(client), declaredModels(models))
  const schema = built.find(({ name }) => name === logModel)?.schema ?? ''
  const schemas = schemasOf(built)
  await createExtension(client)
  await beginTables(client, schemas)
  await client.query(`insert into ${projection} (schema_name, version, state) values ($1, $2, 'BUILDING')`, [
    schema,
    readModelVersion(models),
  ])
  await recordModels(client, schema, built, 'IN_USE')
  return { ...beforeEverything, schema, schemas }
}

/** How far a projection is that was only begun. */
export const beforeEverything = { epoch: '0', position: null, events: 0, foreignEvents: 0, recordedAt: null } as const

/** Begins schemas, and in them the tables of the log, in a transaction. */
export async function beginTables(client: ClientBase, schemas: Schemas): Promise<void> {
  await begin(client)
  await createSchemas(client, schemas.values())
  await createTables(client, schemas, logTables)
}

/**
 * The tables of the log are loaded: other connections may see them from here on. Begins those that are derived from them, in a
 * transaction that `endDeriving` commits.
 */
export async function beginDeriving(client: ClientBase, schemas: Schemas, models: readonly ReadModel[]): Promise<void> {
  await client.query('commit')
  await begin(client)
  await createTables(client, schemas, derivedTables(models))
}

/** The tables derived from the log are loaded, too. */
export async function endDeriving(client: ClientBase): Promise<void> {
  await client.query('commit')
}

/** A long transaction, whose steps may be far apart. */
export async function begin(client: ClientBase): Promise<void> {
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
  const begun = await beginBuild(client, models)
  await createTables(client, begun.schemas, derivedTables(models))
  await addIndexes(client, begun.schemas, allTables(models))
  await client.query('commit')
  await placeBuild(client, begun)
  return begun
}

/** What an earlier build did not switch to: placed, or cut off. */
async function dropUnfinished(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ schema_name: string }>(`select schema_name from ${projection} where state = 'BUILDING'`)
  for (const { schema_name } of rows) await forget(client, schema_name)
}

/** The build is given up, wherever it stands: its schemas are dropped. */
export async function forget(client: ClientBase, schema: string): Promise<void> {
  await client.query('rollback')
  await dropModelsOf(client, schema)
  await dropSchema(client, schema)
  await client.query(`delete from ${projection} where schema_name = $1 and state <> 'CURRENT'`, [schema])
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
