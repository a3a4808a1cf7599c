import type { ClientBase } from 'pg'
import { stableSchema } from '../position/stable-schema.ts'

const table = `${stableSchema}.event_forms`

/**
 * How each type of event is read: its version, and a digest of its fields. Entries keep the data of their event as it was read when they
 * were written, so another release must know whether it reads the same.
 */
export type EventForms = Readonly<Record<string, string>>

/** How the events of a projection were read; null where that is not known. */
export async function readEventForms(client: ClientBase, projection: string): Promise<EventForms | null> {
  const { rows } = await client.query<{ forms: EventForms }>(`select forms from ${table} where projection = $1`, [projection])
  return rows[0]?.forms ?? null
}

/** Forgets those of projections that are no more. */
export async function recordEventForms(client: ClientBase, projection: string, forms: EventForms): Promise<void> {
  await client.query(
    `insert into ${table} (projection, forms) values ($1, $2) on conflict (projection) do update set forms = excluded.forms`,
    [projection, JSON.stringify(forms)],
  )
  await client.query(`delete from ${table} where projection not in (select schema_name from ${stableSchema}.projection)`)
}
