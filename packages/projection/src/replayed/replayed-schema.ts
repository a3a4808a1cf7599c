import type { ClientBase } from 'pg'
import { allTables } from '../building/log-tables.ts'
import type { ReadModel, Table } from '../read-model/read-model.ts'
import { versionTableName } from '../bitemporal/version-tables.ts'
import { beforeEverything, beginTables } from '../building/build.ts'
import { readModelVersion } from '../building/declared-models.ts'
import type { Progress } from '../position/progress.ts'
import { qualified, quote } from '../database/quote.ts'
import { inOneSchema } from '../database/schemas.ts'
import { dropSchema } from '../database/versioned-schema.ts'

/**
 * Registers as they were known once, each in a schema of its own for people to query: never current, never switched to, and
 * known to nothing that builds, switches or clears away read models. They stay until they are dropped.
 */
const prefix = 'replay_'
export const isReplayedName = (name: string): boolean => name.startsWith(prefix)

/** What a replayed register is of. */
export type About = {
  /** As it was asked for: a position, a date or a date-time. */
  readonly asKnownAt: string
  /** Of the last event that it knows. */
  readonly position: string
  readonly events: number
  readonly recordedAt: string
  /** Root of the tree over those events, in hexadecimal. */
  readonly root: string
  /** What a checkpoint of so many events prints; null where the log has no name yet. */
  readonly checkpoint: string | null
}

export type ReplayedRegister = About & { readonly schema: string; readonly version: number; readonly madeAt: string }

/** A name for it that is not taken, neither by a schema nor by a role of this server. */
export async function nameReplayed(client: ClientBase, asKnownAt: string): Promise<string> {
  const wish = prefix + (/^\d+$/.test(asKnownAt) ? `position_${asKnownAt}` : asKnownAt.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'))
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where starts_with(nspname, $1) union select rolname from pg_roles where starts_with(rolname, $1)`,
    [wish],
  )
  const taken = new Set(rows.map(({ name }) => name))
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wish : `${wish}_${n}`
    if (!taken.has(name)) return name
  }
}

/** Begins it, for `loadInBulk` to fill: all its tables are in the one schema. */
export async function beginReplayed(client: ClientBase, schema: string, models: readonly ReadModel[]): Promise<Progress> {
  const schemas = inOneSchema(schema, allTables(models))
  await beginTables(client, schemas)
  return { ...beforeEverything, schema, schemas }
}

/** Says what it is of, and shuts it: from here on nobody changes a row, not even its owner by mistake. */
export async function sealReplayed(client: ClientBase, schema: string, about: About, models: readonly ReadModel[]): Promise<void> {
  const name = quote(schema)
  const words = `The register as known at ${about.asKnownAt}: read-only. For the rows of a past day: from recommendation_on('2018-02-14').`
  const tables = [...allTables(models).map((table) => table.name), 'about']
  await client.query('begin')
  try {
    await client.query(`create table ${name}.about (
      as_known_at text not null, position bigint not null, events bigint not null, recorded_at timestamptz not null, root text not null,
      checkpoint text, read_model_version int not null, made_at timestamptz not null default clock_timestamp())`)
    await client.query(
      `insert into ${name}.about (as_known_at, position, events, recorded_at, root, checkpoint, read_model_version) values ($1, $2, $3, $4, $5, $6, $7)`,
      [about.asKnownAt, about.position, about.events, about.recordedAt, about.root, about.checkpoint, readModelVersion(models)],
    )
    await client.query(`comment on schema ${name} is ${client.escapeLiteral(words)}`)
    await client.query(`create function ${name}.refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'a replayed register is read-only'; end $$`)
    for (const table of models.flatMap(({ tables: ofModel }) => ofModel)) await client.query(rowsOfDay(schema, table))
    for (const table of tables)
      await client.query(
        `create trigger read_only before insert or update or delete or truncate on ${qualified(schema, table)} execute function ${name}.refuse_change()`,
      )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** `recommendation_on(day)`: the rows of a table that held on a day, as they were known then. */
const rowsOfDay = (schema: string, { name, columns }: Table): string =>
  `create function ${qualified(schema, `${name}_on`)}(day date) returns setof ${qualified(schema, name)} language sql stable as $$
     select ${Object.keys(columns).map(quote).join(', ')} from ${qualified(schema, versionTableName(name))} where upper_inf(known) and valid @> day $$`

/** All of them, the oldest first. One that was cut off before it was sealed is not among them. */
export async function listReplayed(client: ClientBase): Promise<readonly ReplayedRegister[]> {
  const found: ReplayedRegister[] = []
  for (const schema of await schemasWith(client, 'about')) {
    const { rows } = await client.query<AboutRow>(
      `select as_known_at, position, events, recorded_at, root, checkpoint, read_model_version, made_at from ${qualified(schema, 'about')}`,
    )
    for (const row of rows)
      found.push({
        schema,
        asKnownAt: row.as_known_at,
        position: row.position,
        events: Number(row.events),
        recordedAt: row.recorded_at,
        root: row.root,
        checkpoint: row.checkpoint,
        version: row.read_model_version,
        madeAt: row.made_at,
      })
  }
  return found.toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1))
}

/** Drops it, sealed or cut off; false where there is none of that name. */
export async function dropReplayed(client: ClientBase, schema: string): Promise<boolean> {
  if (!(await schemasWith(client, 'stream_revision')).includes(schema)) return false
  await dropSchema(client, schema)
  return true
}

async function schemasWith(client: ClientBase, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ schema: string }>(
    `select table_schema as schema from information_schema.tables where starts_with(table_schema, $1) and table_name = $2 order by 1`,
    [prefix, table],
  )
  return rows.map(({ schema }) => schema)
}

type AboutRow = {
  readonly as_known_at: string
  readonly position: string
  readonly events: string
  readonly recorded_at: string
  readonly root: string
  readonly checkpoint: string | null
  readonly read_model_version: number
  readonly made_at: string
}
