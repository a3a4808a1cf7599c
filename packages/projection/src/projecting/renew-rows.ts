import { removalIn } from '@outstanding/domain'
import type { ClientBase } from 'pg'
import type { Schemas } from '../database/schemas.ts'
import type { History, ReadModel } from '../read-model/read-model.ts'
import { replaceRows } from './replace-rows.ts'
import { rowsOf, type RowsResult } from './rows-of.ts'

type Renewing = {
  readonly models: readonly ReadModel[]
  /** What ceased to be known before this place of the log stays as it is. */
  readonly since: number
  /** Streams in which a text was removed, besides those whose history says so: every row that they ever had is written again. */
  readonly rewritten?: ReadonlySet<string>
}

/** Derives the rows of some streams and writes them, in the caller's transaction. Null, or the stream that cannot be projected. */
export async function renewRows(
  client: ClientBase,
  schemas: Schemas,
  histories: readonly History[],
  { models, since, rewritten = new Set() }: Renewing,
): Promise<Extract<RowsResult, { ok: false }> | null> {
  const { true: anew = [], false: added = [] } = Object.groupBy(histories, (history) =>
    rewritten.has(history.stream) || removesSince(history, since) ? 'true' : 'false',
  )
  for (const [some, from, which] of [
    [added, since, 'LATEST'],
    [anew, 0, 'ALL'],
  ] as const) {
    const derived = rowsOf(models, some, from)
    if (!derived.ok) return derived
    await replaceRows(client, schemas, derived.rows, which)
  }
  return null
}

const removesSince = ({ events }: History, since: number): boolean =>
  events.some(({ index, event }) => index >= since && removalIn(event) !== null)
