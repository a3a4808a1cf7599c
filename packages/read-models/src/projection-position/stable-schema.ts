import type { ClientBase } from 'pg'

/** The one schema that keeps its name: which versioned schema is current, and how far each has come. */
export const stableSchema = 'read_models'

/** Two programs that start at once must not both create or build: the key of the lock that keeps them apart. */
export const buildLock = 7_304_113_390_541_212n

/** Creates the stable schema where it is missing. Safe to run at every start, by several programs at once. */
export async function ensureStableSchema(client: ClientBase): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`select pg_advisory_xact_lock($1)`, [(buildLock + 1n).toString()])
    await client.query(ddl)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/**
 * `position`: everything up to it is in the rows; null before the first event. `events`: how many events of the log were seen,
 * of every stream and type, which is also the dense index of the next. `recorded_at`: the running maximum of the store's times.
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
`
