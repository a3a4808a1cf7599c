import { randomBytes, randomUUID } from 'node:crypto'
import type { Sealed } from '@outstanding/domain'
import type { ClientBase, Pool, PoolClient } from 'pg'
import { inTransaction } from './in-transaction.ts'
import type { SealedPlace } from './seal.ts'
import { openText, sealText } from './seal.ts'

/** The keys of people's names, in the schema `keys`: not derived from the log, backed up apart from it. */
export type PersonKeys = {
  /**
   * Seals a text of this person, making the person's key when there is none. Who was erased gets none ever again: what is sealed
   * for them then is sealed for good.
   */
  seal(personId: string, text: string, place: SealedPlace): Promise<Sealed>
  /** The text; null once the key is erased, or where the text was not sealed for that place. */
  openName(sealed: Sealed, place: SealedPlace): Promise<string | null>
  /** Deletes the person's key: every name sealed with it is gone for good. True when there was one. */
  erase(personId: string): Promise<boolean>
  /** Deletes what a backup of the keys brought back of those who were erased here; how many there were. */
  eraseAgain(): Promise<number>
}

/** Later steps are added below, never changed. */
const migrations = [
  `create table keys.person_key (
     key_id uuid primary key,
     person_id text collate "C" not null unique,
     key bytea not null check (length(key) = 32),
     created_at timestamptz not null default now()
   )`,
  `create table keys.erased_person (
     person_id text collate "C" primary key,
     erased_at timestamptz not null default now()
   );
   create table keys.erasures_finished (
     only_row boolean primary key default true check (only_row),
     position numeric not null
   );
   comment on table keys.erasures_finished is 'Up to which place of the log every erasure is done. It is restored together with the keys: what a backup brings back is erased again.'`,
  `create table keys.revoked_token (token_id uuid primary key, revoked_at timestamptz not null default now())`,
  `create table keys.entry_key (entry uuid primary key, key bytea not null check (length(key) = 32));
   create table keys.removed_entry (entry uuid primary key, removed_at timestamptz not null default now());
   comment on table keys.entry_key is 'The key under which the texts of one entry of the log are sealed. Without it they cannot be read, nor in an export.'`,
]

/** Brings the schema `keys` up to date; several processes may do so at once. The pool stays the caller's. */
export const migrateKeys = (pool: Pool): Promise<void> => inTransaction(pool, migrate)

/** For who may not own the schema `keys` but needs the keys of entries: makes it only where it is missing. The client stays the caller's. */
export async function ensureEntryKeys(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ missing: boolean }>(`select to_regclass('keys.entry_key') is null as missing`)
  if (rows[0]?.missing) await migrateKeysWith(client)
}

/** As `migrateKeys`, over one connection, which stays the caller's. */
export async function migrateKeysWith(client: ClientBase): Promise<void> {
  await client.query('begin')
  try {
    await migrate(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

async function migrate(client: ClientBase): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('outstanding.keys'))`)
  // Asked first: who may not make schemas may still find this one.
  const { rows: found } = await client.query<{ missing: boolean }>(`select to_regnamespace('keys') is null as missing`)
  if (found[0]?.missing) await client.query('create schema keys')
  await client.query('create table if not exists keys.migration (step int primary key, done_at timestamptz not null default now())')
  const { rows } = await client.query<{ done: number }>('select coalesce(max(step), 0)::int as done from keys.migration')
  for (let step = rows[0]?.done ?? 0; step < migrations.length; step += 1) {
    await client.query(migrations[step] ?? '')
    await client.query('insert into keys.migration (step) values ($1)', [step + 1])
  }
}

/** After `migrateKeys`. */
export function createPersonKeys(pool: Pool): PersonKeys {
  return {
    async seal(personId, text, place) {
      const { id, key } = (await keyFor(pool, personId)) ?? { id: randomUUID(), key: randomBytes(32) }
      return sealText(text, place, key, id)
    },
    async openName(sealed, place) {
      const { rows } = await pool.query<{ key: Buffer }>('select key from keys.person_key where key_id::text = $1', [sealed.keyId])
      return rows[0] ? openText(sealed, place, rows[0].key) : null
    },
    erase: (personId) =>
      aboutPerson(pool, personId, async (client) => {
        await client.query('insert into keys.erased_person (person_id) values ($1) on conflict do nothing', [personId])
        const { rowCount } = await client.query('delete from keys.person_key where person_id = $1', [personId])
        return (rowCount ?? 0) > 0
      }),
    async eraseAgain() {
      const { rowCount } = await pool.query('delete from keys.person_key where person_id in (select person_id from keys.erased_person)')
      return rowCount ?? 0
    },
  }
}

/** The person's key, made now where there is none; null for who was erased. */
const keyFor = (pool: Pool, personId: string): Promise<{ readonly id: string; readonly key: Buffer } | null> =>
  aboutPerson(pool, personId, async (client) => {
    await client.query(
      `insert into keys.person_key (key_id, person_id, key)
       select $1, $2, $3 where not exists (select from keys.erased_person where person_id = $2)
       on conflict (person_id) do nothing`,
      [randomUUID(), personId, randomBytes(32)],
    )
    const { rows } = await client.query<{ key_id: string; key: Buffer }>('select key_id, key from keys.person_key where person_id = $1', [
      personId,
    ])
    return rows[0] ? { id: rows[0].key_id, key: rows[0].key } : null
  })

/** One at a time for each person: no key can be made while it is being erased. */
function aboutPerson<T>(pool: Pool, personId: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(pool, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('outstanding.person'), hashtext($1))`, [personId])
    return work(client)
  })
}
