import { randomBytes, randomUUID } from 'node:crypto'
import type { Sealed } from '@outstanding/domain'
import type { Pool } from 'pg'
import type { SealedPlace } from './seal.ts'
import { openText, sealText } from './seal.ts'

/** The keys of people's names, in the schema `keys`: not derived from the log, backed up apart from it. */
export type PersonKeys = {
  /** Seals a text of this person, making the person's key when there is none. */
  seal(personId: string, text: string, place: SealedPlace): Promise<Sealed>
  /** The text; null once the key is erased, or where the text was not sealed for that place. */
  openName(sealed: Sealed, place: SealedPlace): Promise<string | null>
  /** Deletes the person's key: every name sealed with it is gone for good. True when there was one. */
  erase(personId: string): Promise<boolean>
}

/** Later steps are added below, never changed. */
const migrations = [
  `create table keys.person_key (
     key_id uuid primary key,
     person_id text collate "C" not null unique,
     key bytea not null check (length(key) = 32),
     created_at timestamptz not null default now()
   )`,
]

/** Brings the schema `keys` up to date; several processes may do so at once. The pool stays the caller's. */
export async function migrateKeys(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('outstanding.keys'))`)
    await client.query('create schema if not exists keys')
    await client.query('create table if not exists keys.migration (step int primary key, done_at timestamptz not null default now())')
    const { rows } = await client.query<{ done: number }>('select coalesce(max(step), 0)::int as done from keys.migration')
    for (let step = rows[0]?.done ?? 0; step < migrations.length; step += 1) {
      await client.query(migrations[step] ?? '')
      await client.query('insert into keys.migration (step) values ($1)', [step + 1])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** After `migrateKeys`. */
export function createPersonKeys(pool: Pool): PersonKeys {
  const keyFor = async (personId: string): Promise<{ id: string; key: Buffer }> => {
    // The update that changes nothing makes the row come back also when it was there before.
    const { rows } = await pool.query<{ key_id: string; key: Buffer }>(
      `insert into keys.person_key (key_id, person_id, key) values ($1, $2, $3)
       on conflict (person_id) do update set person_id = excluded.person_id
       returning key_id, key`,
      [randomUUID(), personId, randomBytes(32)],
    )
    const row = rows[0]
    if (!row) throw new Error('the key of a person could not be kept')
    return { id: row.key_id, key: row.key }
  }

  return {
    async seal(personId, text, place) {
      const { id, key } = await keyFor(personId)
      return sealText(text, place, key, id)
    },
    async openName(sealed, place) {
      const { rows } = await pool.query<{ key: Buffer }>('select key from keys.person_key where key_id::text = $1', [sealed.keyId])
      return rows[0] ? openText(sealed, place, rows[0].key) : null
    },
    async erase(personId) {
      const { rowCount } = await pool.query('delete from keys.person_key where person_id = $1', [personId])
      return (rowCount ?? 0) > 0
    },
  }
}
