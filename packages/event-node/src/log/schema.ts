import type pg from 'pg'

/**
 * `frame` is the message as it goes to readers (see wire/recorded-event.ts). Names are bytes, as on the wire, and found
 * by their SHA-256, because a name may be longer than an index entry. Frames are not compressed: they are read as they are.
 */
const MIGRATIONS: readonly string[] = [
  `create table event_node.stream (
     id bigint primary key,
     digest bytea not null unique,
     name bytea not null
   );
   create table event_node.event (
     position bigint primary key,
     stream_id bigint not null,
     revision bigint not null,
     id uuid not null,
     frame bytea not null,
     unique (stream_id, revision)
   );
   alter table event_node.event alter column frame set storage external;`,
]

/** Brings the schema to the newest version; a newer one than this program knows is an error. */
export async function migrate(client: pg.Client): Promise<void> {
  await client.query(`create schema if not exists event_node`)
  await client.query(`create table if not exists event_node.schema_version (version int not null)`)
  const { rows } = await client.query<{ version: number }>(`select version from event_node.schema_version`)
  const version = rows[0]?.version ?? 0
  if (version > MIGRATIONS.length) {
    throw new Error(`The log's schema has version ${version}, this event node knows ${MIGRATIONS.length}: start a newer one.`)
  }
  for (let next = version; next < MIGRATIONS.length; next++) {
    await client.query(
      `begin; ${MIGRATIONS[next]}; delete from event_node.schema_version; insert into event_node.schema_version values (${next + 1}); commit`,
    )
  }
}
