import type { ClientBase } from 'pg'

/** The one schema that keeps its name: which versioned schema is current, and how far each has come. */
export const stableSchema = 'read_models'

/** How names and titles are ordered for readers. */
export const namesCollation = `${stableSchema}.by_name`

/** Two programs that start at once must not both create or build: the key of the lock that keeps them apart. */
export const buildLock = 7_304_113_390_541_212n

/** `sortsNames`: false where names are in the order of their bytes, since the server was built without ICU. */
export type StableSchema = { readonly sortsNames: boolean }

/** Creates the stable schema where it is missing. Safe to run at every start, by several programs at once. */
export async function ensureStableSchema(client: ClientBase): Promise<StableSchema> {
  await client.query('begin')
  try {
    await client.query(`select pg_advisory_xact_lock($1)`, [(buildLock + 1n).toString()])
    await client.query(ddl)
    const sortsNames = await ensureCollation(client)
    await client.query('commit')
    return { sortsNames }
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Nothing stored depends on the collation: it is created once, and another release of ICU needs no new index. */
async function ensureCollation(client: ClientBase): Promise<boolean> {
  await client.query('savepoint before_collation')
  try {
    await client.query(`create collation if not exists ${namesCollation} (provider = icu, locale = 'en-GB', deterministic = true)`)
  } catch (error) {
    if (!isUnsupported(error)) throw error
    await client.query('rollback to savepoint before_collation')
    await client.query(`create collation if not exists ${namesCollation} from "C"`)
  }
  await client.query(`alter collation ${namesCollation} refresh version`)
  const { rows } = await client.query<{ icu: boolean }>(
    `select c.collprovider = 'i' as icu from pg_collation c join pg_namespace n on n.oid = c.collnamespace
      where n.nspname = $1 and n.nspname || '.' || c.collname = $2`,
    [stableSchema, namesCollation],
  )
  return rows[0]?.icu === true
}

/** A server without ICU, or a database whose encoding it does not know: feature not supported, undefined object, invalid parameter. */
const isUnsupported = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['0A000', '42704', '22023'].includes(String(error.code))

/**
 * Of a projection, `schema_name` is the schema of the log's own tables; `version` is the sum of its read models' versions.
 * `position`: everything up to it is in the rows; null before the first event. `events`: how many events of the log were seen,
 * of every stream and type, which is also the dense index of the next. `recorded_at`: the running maximum of the store's times.
 *
 * `event_forms`: how the events of a projection were read, see `event-forms.ts`.
 *
 * Of a read model, BUILDING is one that is built alone, to take the place of another; REPLACED one whose place was taken, which readers that
 * began before may still read.
 */
const ddl = `
create schema if not exists ${stableSchema};
create table if not exists ${stableSchema}.projection (
  schema_name text collate "C" primary key,
  version int not null,
  state text not null check (state in ('BUILDING', 'CURRENT', 'PREVIOUS')),
  epoch bigint not null default 0,
  position bigint,
  events bigint not null default 0,
  foreign_events bigint not null default 0,
  recorded_at timestamptz,
  halted json,
  digests json,
  built_at timestamptz not null default clock_timestamp(),
  switched_at timestamptz
);
create unique index if not exists one_current on ${stableSchema}.projection (state) where state = 'CURRENT';
create table if not exists ${stableSchema}.read_model (
  schema_name text collate "C" primary key,
  projection text collate "C" not null,
  name text collate "C" not null,
  version int not null,
  fingerprint text collate "C" not null,
  category text collate "C",
  tables text[] not null,
  state text not null check (state in ('BUILDING', 'IN_USE', 'REPLACED')),
  built_at timestamptz not null default clock_timestamp()
);
create table if not exists ${stableSchema}.event_forms (
  projection text collate "C" primary key,
  forms json not null
);
create unique index if not exists one_in_use on ${stableSchema}.read_model (projection, name) where state = 'IN_USE';
`
