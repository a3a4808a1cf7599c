import { randomBytes } from 'node:crypto'
import type { ClientBase } from 'pg'
import { quote } from '../database/quote.ts'
import { isReplayedName } from './replayed-schema.ts'

/** Who may read one replayed register and nothing else; the role is named as the schema. */
export type Reader = { readonly role: string; readonly password: string }

/** Creates the role. Its password is returned only here. Null if this server does not allow us to create roles. */
export async function makeReader(client: ClientBase, schema: string): Promise<Reader | null> {
  const role = quote(schema)
  const password = randomBytes(18).toString('base64url')
  await client.query('begin')
  try {
    const database = quote((await client.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? '')
    await client.query(`create role ${role} login password '${password}' nosuperuser nocreatedb nocreaterole connection limit 10`)
    await client.query(`alter role ${role} in database ${database} set default_transaction_read_only = on`)
    await client.query(`alter role ${role} in database ${database} set search_path = ${role}`)
    await client.query(`grant connect on database ${database} to ${role}`)
    await client.query(`grant usage on schema ${role} to ${role}`)
    await client.query(`grant select on all tables in schema ${role} to ${role}`)
    await client.query('commit')
    return { role: schema, password }
  } catch (error) {
    await client.query('rollback')
    if (isDenied(error)) return null
    throw error
  }
}

/** Ends the role of a replayed register, where there is one, with its sessions and whatever it was allowed. */
export async function dropReader(client: ClientBase, schema: string): Promise<void> {
  if (!isReplayedName(schema)) return
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [schema])
  if (rowCount === 0) return
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [schema])
  await client.query(`drop owned by ${quote(schema)}`)
  await client.query(`drop role ${quote(schema)}`)
}

const isDenied = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '42501'
