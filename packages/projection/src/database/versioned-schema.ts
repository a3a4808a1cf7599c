import type { ClientBase } from 'pg'
import type { Table } from '../read-model/read-model.ts'
import { byAuthorityAndTimes } from '../bitemporal/version-tables.ts'
import { quote } from './quote.ts'
import type { Schemas } from './schemas.ts'
import { placed } from './schemas.ts'

/** The schema of the log's own tables in a build; of a read model's where there is one. */
export const schemaName = (ordinal: number, model?: string): string =>
  ['rm', ordinal, ...(model === undefined ? [] : [model.replaceAll('-', '_')])].join('_')

/** One that no schema of a build has yet. */
export async function nextOrdinal(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ highest: number }>(
    `select coalesce(max(substring(nspname from '^rm_([0-9]{1,9})')::int), 0) as highest from pg_namespace`,
  )
  return 1 + (rows[0]?.highest ?? 0)
}

export async function createSchemas(client: ClientBase, schemas: Iterable<string>): Promise<void> {
  for (const schema of new Set(schemas)) await client.query(`create schema ${quote(schema)}`)
}

/** Tables with their keys and early indexes, to be loaded; `addIndexes` makes them whole. */
export async function createTables(client: ClientBase, schemas: Schemas, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    await client.query(createTable(schemas, table))
    for (const index of table.earlyIndexes ?? []) await addIndex(client, schemas, table, index)
  }
}

/** After loading: creates the other indexes and updates the planner's statistics. */
export async function addIndexes(client: ClientBase, schemas: Schemas, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    for (const index of await laterIndexes(client, table)) await addIndex(client, schemas, table, index)
    await analyse(client, schemas, table)
  }
}

/** Those that this server can make. */
export async function laterIndexes(client: ClientBase, { indexes }: Table): Promise<readonly string[]> {
  const extended = !indexes.includes(byAuthorityAndTimes) || (await hasExtension(client))
  return indexes.filter((index) => extended || index !== byAuthorityAndTimes)
}

export async function addIndex(client: ClientBase, schemas: Schemas, table: Table, index: string): Promise<void> {
  await client.query(`create index on ${placed(schemas, table)} ${index}`)
}

/** Tells the planner of the rows. */
export async function analyse(client: ClientBase, schemas: Schemas, table: Table): Promise<void> {
  await client.query(`analyze ${placed(schemas, table)}`)
}

export async function dropSchema(client: ClientBase, schema: string): Promise<void> {
  await client.query(`drop schema if exists ${quote(schema)} cascade`)
}

function createTable(schemas: Schemas, table: Table): string {
  const { columns, primaryKey } = table
  const parts = Object.entries(columns).map(([column, type]) => `${quote(column)} ${type}`)
  if (primaryKey.length > 0) parts.push(`primary key (${primaryKey.map(quote).join(', ')})`)
  return `create table ${placed(schemas, table)} (${parts.join(', ')})`
}

const extension = 'btree_gist'

/** Texts beside ranges in one index. Outside any transaction: a server without the contrib modules, or a role that may not, refuses it. */
export async function createExtension(client: ClientBase): Promise<void> {
  await client.query(`create extension if not exists ${extension}`).catch(() => {})
}

async function hasExtension(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from pg_extension e join pg_namespace n on n.oid = e.extnamespace where extname = $1 and n.nspname = any (current_schemas(true))`,
    [extension],
  )
  return rowCount === 1
}
