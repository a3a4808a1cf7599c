import type { ClientBase } from 'pg'
import type { Table } from '../read-model.ts'
import { byAuthorityAndTimes } from '../both-times/tables.ts'
import { qualified, quote } from './quote.ts'

/** The version of the tables' shape: one more whenever a table or what is written in it changes. Readers and writers must agree on it. */
export const readModelVersion = 2

export const schemaName = (ordinal: number): string => `rm_${readModelVersion}_${ordinal}`

export async function createSchema(client: ClientBase, schema: string): Promise<void> {
  await client.query(`create schema ${quote(schema)}`)
}

/** Tables without keys and indexes, for loading in bulk; `addIndexes` makes them whole. */
export async function createTables(client: ClientBase, schema: string, tables: readonly Table[]): Promise<void> {
  for (const table of tables) await client.query(createTable(schema, table))
}

export async function addIndexes(client: ClientBase, schema: string, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    await addPrimaryKey(client, schema, table)
    await addOtherIndexes(client, schema, table)
  }
}

/** Once the rows are there. The planner is told of them. */
export async function addPrimaryKey(client: ClientBase, schema: string, table: Table): Promise<void> {
  const name = qualified(schema, table.name)
  if (table.primaryKey.length > 0) await client.query(`alter table ${name} add primary key (${table.primaryKey.map(quote).join(', ')})`)
  await client.query(`analyze ${name}`)
}

/** What else is asked for by an index. */
export async function addOtherIndexes(client: ClientBase, schema: string, table: Table): Promise<void> {
  const extended = await hasExtension(client)
  for (const index of table.indexes)
    if (extended || index !== byAuthorityAndTimes) await client.query(`create index on ${qualified(schema, table.name)} ${index}`)
}

export async function dropSchema(client: ClientBase, schema: string): Promise<void> {
  await client.query(`drop schema if exists ${quote(schema)} cascade`)
}

const createTable = (schema: string, table: Table): string =>
  `create table ${qualified(schema, table.name)} (${Object.entries(table.columns)
    .map(([column, type]) => `${quote(column)} ${type}`)
    .join(', ')})`

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
