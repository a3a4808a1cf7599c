import { categoryOf } from '@outstanding/domain'
import { setImmediate as turn } from 'node:timers/promises'
import type { ClientBase } from 'pg'
import { versionsTableOf } from '../bitemporal/version-tables.ts'
import type { History, ReadModel } from '../read-model/read-model.ts'
import { categoriesOf } from '../read-model/read-model.ts'
import type { Schemas } from '../database/schemas.ts'
import type { BulkWriter } from '../database/bulk-writer.ts'
import { readHistories } from '../timeline/entries.ts'
import { rowsOf } from '../projecting/rows-of.ts'
import type { Unprojectable } from '../projecting/unprojectable.ts'

const streamsAtOnce = 250

/** While so many histories are derived, the server waits for us. */
const streamsInATurn = 25

/** `reader` sees the tables of the log, `writer` writes the empty ones that are derived from them: each works while the other does. */
export type Deriving = {
  readonly models: readonly ReadModel[]
  readonly schemas: Schemas
  readonly reader: ClientBase
  readonly writer: BulkWriter
}

/** Writes the rows of every stream; of a stream that no read model reads there are none. */
export async function deriveAll({ models, schemas, reader, writer }: Deriving, streams: readonly string[]): Promise<Unprojectable | null> {
  const categories = categoriesOf(models)
  const ours = streams.filter((stream) => categories.has(categoryOf(stream)))
  const fetch = (from: number): Promise<History[]> => handled(readHistories(reader, schemas, ours.slice(from, from + streamsAtOnce)))
  let fetching = fetch(0)
  for (let from = 0; from < ours.length; from += streamsAtOnce) {
    const histories = await fetching
    fetching = fetch(from + streamsAtOnce)
    for (let next = 0; next < histories.length; next += streamsInATurn) {
      const derived = rowsOf(models, histories.slice(next, next + streamsInATurn), 0)
      if (!derived.ok) return { ok: false, reason: `${derived.stream}: ${derived.reason}` }
      for (const { table, today, versions } of derived.rows) {
        await writer.write(table, today)
        await writer.write(versionsTableOf(table), versions)
      }
      await turn()
    }
  }
  await writer.end()
  return null
}

/** Its failure is seen when it is awaited, which comes later. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
