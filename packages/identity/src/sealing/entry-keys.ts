import { randomBytes } from 'node:crypto'

/** A connection or a pool. */
type Queries = { query(text: string, values: readonly unknown[]): Promise<{ readonly rows: readonly unknown[] }> }

/** The key of an entry; REMOVED where it was destroyed with the entry's texts; MISSING where there should be one. */
type FoundKey = Buffer | 'REMOVED' | 'MISSING'

/** The keys of the texts of entries, in the schema `keys`: not derived from the log, backed up apart from it. */
export type EntryKeys = {
  /**
   * The keys of entries that are about to be recorded, in the order asked. Those that are new are on disk when it resolves. The same entry
   * always gets the same key; what was removed never gets one that lasts.
   */
  make(entries: readonly string[]): Promise<readonly Buffer[]>
  /** In the order asked. */
  find(entries: readonly string[]): Promise<readonly FoundKey[]>
}

const keyLength = 32
const zeros = Buffer.alloc(keyLength)

/** After `migrateKeys`. */
export function createEntryKeys(queries: Queries): EntryKeys {
  const find = (entries: readonly string[]): Promise<readonly FoundKey[]> => findKeys(queries, entries)
  return {
    find,
    async make(entries) {
      const fresh = entries.map(() => randomBytes(keyLength))
      const { rows } = await queries.query(
        `insert into keys.entry_key (entry, key)
         select entry, key from unnest ($1::uuid[], $2::bytea[]) as made (entry, key)
         where not exists (select from keys.removed_entry removed where removed.entry = made.entry)
         on conflict (entry) do nothing returning entry`,
        [entries, fresh],
      )
      if (rows.length === entries.length) return fresh
      const found = await find(entries)
      return found.map((key, index) => (typeof key === 'string' ? (fresh[index] ?? zeros) : key))
    },
  }
}

/** All keys come in one value: a row each would take several times as long. */
async function findKeys(queries: Queries, entries: readonly string[]): Promise<readonly FoundKey[]> {
  if (entries.length === 0) return []
  const { rows } = await queries.query(
    `select string_agg(coalesce(k.key, $2::bytea), ''::bytea order by n) as keys,
       string_agg(case when removed.entry is not null then 'R' when k.key is null then 'M' else 'K' end, '' order by n) as states
     from unnest ($1::uuid[]) with ordinality as asked (entry, n)
       left join keys.entry_key k using (entry) left join keys.removed_entry removed using (entry)`,
    [entries, zeros],
  )
  const { keys, states } = rows[0] as { readonly keys: Buffer; readonly states: string }
  return entries.map((_, index) => {
    if (states[index] === 'R') return 'REMOVED'
    return states[index] === 'M' ? 'MISSING' : keys.subarray(index * keyLength, (index + 1) * keyLength)
  })
}

/**
 * Destroys the keys of entries, and remembers that: they never get one again. In the caller's transaction, if there is one. Doing it again
 * also deletes what a backup of the keys brought back.
 */
export async function destroyEntryKeys(queries: Queries, entries: readonly string[]): Promise<void> {
  if (entries.length === 0) return
  await queries.query(
    `with removed as (insert into keys.removed_entry (entry) select unnest ($1::uuid[]) on conflict do nothing)
     delete from keys.entry_key where entry = any ($1::uuid[])`,
    [entries],
  )
}

/** Deletes the keys that a backup brought back of entries whose texts were removed; how many there were. */
export async function destroyAgain(queries: Queries): Promise<number> {
  const { rows } = await queries.query(
    'delete from keys.entry_key where entry in (select entry from keys.removed_entry) returning entry',
    [],
  )
  return rows.length
}
