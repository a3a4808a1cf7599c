import type { ClientBase } from 'pg'
import { knownCategories } from '../all-read-models.ts'
import { versionsTableOf } from '../both-times/tables.ts'
import type { History } from '../read-model.ts'
import { categoryOf } from '../read-model.ts'
import { copyRows } from '../schema/copy-rows.ts'
import { readHistories } from '../timeline/entries.ts'
import type { Unprojectable } from './load-in-bulk.ts'
import type { TableRows } from './rows-of.ts'
import { rowsOf } from './rows-of.ts'

const streamsAtOnce = 250

/** `reader` sees the tables of the log, `writer` the empty ones that are derived from them: each works while the other does. */
export type Deriving = { readonly schema: string; readonly reader: ClientBase; readonly writer: ClientBase }

/** Writes the rows of every stream; of a stream that no read model reads there are none. */
export async function deriveAll({ schema, reader, writer }: Deriving, streams: readonly string[]): Promise<Unprojectable | null> {
  const ours = streams.filter((stream) => knownCategories.has(categoryOf(stream)))
  const fetch = (from: number): Promise<History[]> => handled(readHistories(reader, schema, ours.slice(from, from + streamsAtOnce)))
  let fetching = fetch(0)
  let writing = Promise.resolve()
  for (let from = 0; from < ours.length; from += streamsAtOnce) {
    const histories = await fetching
    fetching = fetch(from + streamsAtOnce)
    const given = rowsOf(histories, 0)
    if (!given.ok) return { ok: false, reason: `${given.stream}: ${given.reason}` }
    await writing
    writing = handled(write(writer, schema, given.rows))
  }
  await writing
  return null
}

async function write(writer: ClientBase, schema: string, rows: readonly TableRows[]): Promise<void> {
  for (const { table, today, versions } of rows) {
    await copyRows(writer, schema, table, today)
    await copyRows(writer, schema, versionsTableOf(table), versions)
  }
}

/** Its failure is seen when it is awaited, which comes later. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
