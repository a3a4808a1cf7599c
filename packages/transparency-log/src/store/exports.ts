import type { Queryable } from './read-tree.ts'

/** A bundle that was written: when, and of the first how many events. */
export type Exported = { readonly exportedAt: Date; readonly events: number }

export async function recordExport(client: Queryable, events: number): Promise<void> {
  await client.query('insert into transparency.export (events) values ($1)', [events])
}

/** The bundles that hold the event at an index and were written before a time, oldest first; at most a thousand. */
export async function exportsHolding(client: Queryable, index: number, before: string): Promise<readonly Exported[]> {
  const { rows } = await client.query<{ exported_at: Date | string; events: string }>(
    'select exported_at, events from transparency.export where events > $1 and exported_at < $2 order by ordinal limit 1000',
    [index, before],
  )
  return rows.map(({ exported_at, events }) => ({ exportedAt: new Date(exported_at), events: Number(events) }))
}
