import type { Queryable } from './read-tree.ts'

/** A bundle that was written: when, of the first how many events, and whether a file with the texts, readable, was written beside it. */
export type Exported = { readonly exportedAt: Date; readonly events: number; readonly withTexts: boolean }

export async function recordExport(client: Queryable, { events, withTexts }: Omit<Exported, 'exportedAt'>): Promise<void> {
  await client.query('insert into transparency.export (events, with_texts) values ($1, $2)', [events, withTexts])
}

/** The bundles that hold the event at an index and were written before a time, oldest first; at most a thousand. */
export async function exportsHolding(client: Queryable, index: number, before: string): Promise<readonly Exported[]> {
  const { rows } = await client.query<{ exported_at: Date | string; events: string; with_texts: boolean }>(
    'select exported_at, events, with_texts from transparency.export where events > $1 and exported_at < $2 order by ordinal limit 1000',
    [index, before],
  )
  return rows.map(({ exported_at, events, with_texts }) => ({
    exportedAt: new Date(exported_at),
    events: Number(events),
    withTexts: with_texts,
  }))
}
