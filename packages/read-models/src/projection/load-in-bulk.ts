import type { ClientBase } from 'pg'
import { allTables, knownCategories } from '../all-read-models.ts'
import type { History } from '../read-model.ts'
import { copyRows } from '../schema/copy-rows.ts'
import { addIndexes } from '../schema/versioned-schema.ts'
import { placeBuild } from '../projection-position/build.ts'
import type { Progress } from '../projection-position/progress.ts'
import { readHistoriesBetween, timelineRow } from '../timeline/entries.ts'
import { streamRevisionTable, timelineTable } from '../timeline/table.ts'
import { checkContinuity } from './continuity.ts'
import { countEvents } from './count-events.ts'
import type { LogBatch, LogEvent } from './log-event.ts'
import { rowsOf } from './rows-of.ts'

/** What cannot be projected, in words that name the event or stream. */
export type Unprojectable = { readonly ok: false; readonly reason: string }
export type Loaded = { readonly ok: true; readonly progress: Progress }

/**
 * Loads a schema without indexes: first every event into the timeline, in the order of the log; then, the timeline indexed, the
 * rows of each stream once, from its whole history. Memory holds a batch and the last revision of each stream.
 */
export type BulkLoad = {
  /** The next batch of the log, from its beginning on. */
  add(batch: LogBatch): Promise<Loaded | Unprojectable>
  /** No more batches: builds the other tables and all indexes. */
  finish(report: (streams: number) => void): Promise<Loaded | Unprojectable>
}

const streamsAtOnce = 100

export function loadInBulk(client: ClientBase, built: Progress): BulkLoad {
  const { schema } = built
  const last = new Map<string, number>()
  let progress = built
  return {
    async add(batch) {
      const unreadable = batch.events.find(({ reading }) => reading.kind === 'UNREADABLE')
      if (unreadable?.reading.kind === 'UNREADABLE') return { ok: false, reason: named(unreadable, unreadable.reading.reason) }
      const continuity = checkContinuity(batch.events, last)
      if (!continuity.ok) return { ok: false, reason: named(continuity.event, continuity.reason) }
      for (const [stream, revision] of continuity.last) last.set(stream, revision)
      const { facts, ...counted } = countEvents(batch.events, progress)
      await copyRows(client, schema, timelineTable, facts.map(timelineRow))
      progress = { ...progress, ...counted, position: batch.through }
      return { ok: true, progress }
    },
    async finish(report) {
      await copyRows(
        client,
        schema,
        streamRevisionTable,
        [...last].map(([stream, revision]) => ({ stream, revision })),
      )
      await addIndexes(client, schema, [timelineTable, streamRevisionTable])
      const failed = await deriveAll(client, schema, report)
      if (failed) return failed
      await addIndexes(
        client,
        schema,
        allTables.filter((table) => table !== timelineTable && table !== streamRevisionTable),
      )
      await placeBuild(client, progress)
      return { ok: true, progress }
    },
  }
}

async function deriveAll(client: ClientBase, schema: string, report: (streams: number) => void): Promise<Unprojectable | null> {
  let done = 0
  for (const category of knownCategories) {
    let fetching = fetchHistories(client, schema, category, '')
    for (;;) {
      const histories = await fetching
      const end = histories.at(-1)?.stream
      if (end === undefined) break
      // The server fetches the next histories while these are folded.
      fetching = fetchHistories(client, schema, category, end)
      fetching.catch(() => {})
      const given = rowsOf(histories)
      if (!given.ok) return { ok: false, reason: `${given.stream}: ${given.reason}` }
      for (const [table, rows] of given.rows) await copyRows(client, schema, table, rows)
      done += histories.length
      report(done)
    }
  }
  return null
}

/** Of the next streams of a category, in the order of their names: the same for every rebuild. */
function fetchHistories(client: ClientBase, schema: string, category: string, after: string): Promise<History[]> {
  const from = after === '' ? `${category}-` : after
  return readHistoriesBetween(client, schema, { from, to: `${category}.`, streams: streamsAtOnce })
}

const named = (event: LogEvent, reason: string): string => `event ${event.revision} of ${event.stream} (${event.type}): ${reason}`
