import type { ClientBase } from 'pg'

/** Append only, and never dropped by a rebuild of the read models: they are derived, this is the record of what was seen. */
const migrations: readonly string[] = [
  `
create table transparency.leaf (
  index bigint primary key,
  hash bytea not null check (length(hash) = 32),
  stream text collate "C" not null,
  revision int not null,
  event_id uuid not null,
  position bigint not null,
  recorded_at timestamptz not null,
  unique (stream, revision)
);
comment on column transparency.leaf.recorded_at is 'The running maximum of the times of the store: it never goes back.';
create table transparency.node (
  level smallint not null check (level > 0),
  index bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (level, index)
);
comment on table transparency.node is 'Perfect subtrees above the leaves.';
create table transparency.checkpoint (
  size bigint primary key,
  note text not null,
  created_at timestamptz not null
);
create table transparency.cosignature (
  size bigint not null references transparency.checkpoint,
  name text collate "C" not null,
  line text not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (size, name)
);
create function transparency.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the tables of the transparency log are append only';
end $$;
create trigger append_only before update or delete or truncate on transparency.leaf execute function transparency.refuse_change();
create trigger append_only before update or delete or truncate on transparency.node execute function transparency.refuse_change();
create trigger append_only before update or delete or truncate on transparency.checkpoint execute function transparency.refuse_change();
create trigger append_only before update or delete or truncate on transparency.cosignature execute function transparency.refuse_change();
`,
  `
create table transparency.key (
  printed text collate "C" primary key,
  first_used_at timestamptz not null default clock_timestamp()
);
comment on table transparency.key is 'The public halves of the keys that signed: who serves them needs no private key.';
create trigger append_only before update or delete or truncate on transparency.key execute function transparency.refuse_change();
`,
  `
create table transparency.self_check (
  checked_at timestamptz primary key default clock_timestamp(),
  took_ms int not null,
  events bigint not null,
  differs_at bigint,
  problem text
);
comment on table transparency.self_check is 'What the installation found when it read its own log again; events: how many, from the first on, are the ones recorded.';
create trigger append_only before update or delete or truncate on transparency.self_check execute function transparency.refuse_change();
`,
  `
alter table transparency.self_check drop constraint self_check_pkey;
alter table transparency.self_check add column ordinal bigint generated always as identity primary key;
comment on column transparency.self_check.ordinal is 'The order in which they were made: a clock that once stood ahead does not decide which is the last.';
`,
  `
create table transparency.export (
  ordinal bigint generated always as identity primary key,
  exported_at timestamptz not null default clock_timestamp(),
  events bigint not null
);
comment on table transparency.export is 'Every bundle that was written: of the first so many events.';
create trigger append_only before update or delete or truncate on transparency.export execute function transparency.refuse_change();
`,
  `
alter table transparency.export add column with_texts boolean not null default false;
comment on column transparency.export.with_texts is 'Whether a file with the texts, readable, was written beside the bundle.';
`,
]

const migrationLock = 7_304_113_390_541_300n

/** Brings the schema `transparency` to this release. Safe at every start, by several programs at once. */
export async function migrateTransparency(client: ClientBase): Promise<void> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock.toString()])
    // Asked first: a role that may only read finds everything in place.
    const { rows: found } = await client.query<{ missing: boolean }>(`select to_regclass('transparency.migration') is null as missing`)
    if (found[0]?.missing) {
      await client.query('create schema if not exists transparency')
      await client.query('create table transparency.migration (version int primary key, applied_at timestamptz not null)')
    }
    const { rows } = await client.query<{ version: number | null }>('select max(version) as version from transparency.migration')
    for (const [version, ddl] of migrations.entries()) {
      if (version <= (rows[0]?.version ?? -1)) continue
      await client.query(ddl)
      await client.query('insert into transparency.migration values ($1, clock_timestamp())', [version])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
