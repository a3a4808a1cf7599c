import type { ClientBase } from 'pg'
import { dropSchema } from '../database/versioned-schema.ts'
import type { BuiltModel } from '../position/built-models.ts'
import { stableSchema } from '../position/stable-schema.ts'

const readModel = `${stableSchema}.read_model`

/** Says of which read models a projection is, or will be when they are built. */
export async function recordModels(
  client: ClientBase,
  projection: string,
  built: readonly BuiltModel[],
  state: 'IN_USE' | 'BUILDING',
): Promise<void> {
  for (const { schema, name, version, fingerprint, category, tables } of built)
    await client.query(
      `insert into ${readModel} (schema_name, projection, name, version, fingerprint, category, tables, state) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [schema, projection, name, version, fingerprint, category, tables, state],
    )
}

/** Puts the newly built in the place of those of their names, and ends those named. What stood there is not dropped yet. */
export async function replaceModels(
  client: ClientBase,
  projection: string,
  { built, ended }: { readonly built: readonly BuiltModel[]; readonly ended: readonly string[] },
): Promise<void> {
  const names = [...built.map(({ name }) => name), ...ended]
  await client.query(`update ${readModel} set state = 'REPLACED' where projection = $1 and state = 'IN_USE' and name = any ($2::text[])`, [
    projection,
    names,
  ])
  await client.query(`update ${readModel} set state = 'IN_USE' where schema_name = any ($1::text[])`, [built.map(({ schema }) => schema)])
}

/** Drops every read model of a projection. */
export async function dropModelsOf(client: ClientBase, projection: string): Promise<void> {
  for (const schema of await schemasWhere(client, 'projection = $1', [projection])) await drop(client, schema)
}

/**
 * Drops read models that were built alone and never took their place, and those whose place was taken. One that somebody still reads
 * stays until the next time. Needs the build lock.
 */
export async function dropLeftModels(client: ClientBase): Promise<void> {
  for (const schema of await schemasWhere(client, `state <> 'IN_USE'`, []))
    await drop(client, schema).catch((error: unknown) => {
      if (!isLocked(error)) throw error
    })
}

async function schemasWhere(client: ClientBase, which: string, values: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ schema_name: string }>(`select schema_name from ${readModel} where ${which}`, [...values])
  return rows.map(({ schema_name }) => schema_name)
}

async function drop(client: ClientBase, schema: string): Promise<void> {
  await dropSchema(client, schema)
  await client.query(`delete from ${readModel} where schema_name = $1`, [schema])
}

const isLocked = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03'
