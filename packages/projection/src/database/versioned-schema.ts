import type { ClientBase } from 'pg'
import type { Table } from '../read-model/read-model.ts'
import { byAuthorityAndTimes } from '../bitemporal/version-tables.ts'
import { qualified, quote } from './quote.ts'

/** The version of the tables' shape: one more whenever a table or what is written in it changes. Readers and writers must agree on it. */
export const readModelVersion = 9

export const schemaName = (ordinal: number): string => `rm_${readModelVersion}_${ordinal}`

export async function createSchema(client: ClientBase, schema: string): Promise<void> {
  await client.query(`create schema ${quote(schema)}`)
}

/** Tables with their keys and early indexes, to be loaded; `addIndexes` makes them whole. */
export async function createTables(client: ClientBase, schema: string, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    await client.query(createTable(schema, table))
    for (const index of table.earlyIndexes ?? []) await addIndex(client, schema, table, index)
  }
}

/** After loading: creates the other indexes and updates the planner's statistics. */
export async function addIndexes(client: ClientBase, schema: string, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    for (const index of await laterIndexes(client, table)) await addIndex(client, schema, table, index)
    await analyse(client, schema, table)
  }
}

/** Those that this server can make. */
export async function laterIndexes(client: ClientBase, { indexes }: Table): Promise<readonly string[]> {
  const extended = !indexes.includes(byAuthorityAndTimes) || (await hasExtension(client))
  return indexes.filter((index) => extended || index !== byAuthorityAndTimes)
}

export async function addIndex(client: ClientBase, schema: string, { name }: Table, index: string): Promise<void> {
  await client.query(`create index on ${qualified(schema, name)} ${index}`)
}

/** Tells the planner of the rows. */
export async function analyse(client: ClientBase, schema: string, { name }: Table): Promise<void> {
  await client.query(`analyze ${qualified(schema, name)}`)
}

export async function dropSchema(client: ClientBase, schema: string): Promise<void> {
  await client.query(`drop schema if exists ${quote(schema)} cascade`)
}

function createTable(schema: string, { name, columns, primaryKey }: Table): string {
  const parts = Object.entries(columns).map(([column, type]) => `${quote(column)} ${type}`)
  if (primaryKey.length > 0) parts.push(`primary key (${primaryKey.map(quote).join(', ')})`)
  return `create table ${qualified(schema, name)} (${parts.join(', ')})`
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
