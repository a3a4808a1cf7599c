import type { ClientBase } from 'pg'
import { allTables, knownCategories } from '../all-read-models.ts'
import { versionsTableOf } from '../both-times/tables.ts'
import type { History } from '../read-model.ts'
import { categoryOf } from '../read-model.ts'
import { copyRows } from '../schema/copy-rows.ts'
import { addIndexes, addOtherIndexes, addPrimaryKey } from '../schema/versioned-schema.ts'
import { placeBuild } from '../projection-position/build.ts'
import type { Progress } from '../projection-position/progress.ts'
import { readHistories, timelineRow } from '../timeline/entries.ts'
import { streamRevisionTable, timelineTable } from '../timeline/table.ts'
import { checkContinuity } from './continuity.ts'
import { countEvents } from './count-events.ts'
import type { LogBatch, LogEvent } from './log-event.ts'
import { rowsOf } from './rows-of.ts'

/** What cannot be projected, in words that name the event or stream. */
export type Unprojectable = { readonly ok: false; readonly reason: string }
export type Loaded = { readonly ok: true; readonly progress: Progress }

/**
 * Loads a schema without indexes: first every event into the timeline, in the order of the log; then the rows of each stream
 * once, from its whole history; then the indexes. Memory holds a batch and the last revision of each stream.
 */
export type BulkLoad = {
  /** The next batch of the log, from its beginning on. */
  add(batch: LogBatch): Promise<Loaded | Unprojectable>
  /** No more batches: builds the other tables and all indexes. */
  finish(report: (streams: number) => void): Promise<Loaded | Unprojectable>
}

const streamsAtOnce = 250

export function loadInBulk(client: ClientBase, built: Progress): BulkLoad {
  const { schema } = built
  const last = new Map<string, number>()
  let progress = built
  let begun = false
  /** The one index that is there from the beginning: while events are read, the server has time for it. */
  const beginTimeline = async (): Promise<void> => {
    if (!begun) await addPrimaryKey(client, schema, timelineTable)
    begun = true
  }
  return {
    async add(batch) {
      const unreadable = batch.events.find(({ reading }) => reading.kind === 'UNREADABLE')
      if (unreadable?.reading.kind === 'UNREADABLE') return { ok: false, reason: named(unreadable, unreadable.reading.reason) }
      const continuity = checkContinuity(batch.events, last)
      if (!continuity.ok) return { ok: false, reason: named(continuity.event, continuity.reason) }
      for (const [stream, revision] of continuity.last) last.set(stream, revision)
      await beginTimeline()
      const { facts, ...counted } = countEvents(batch.events, progress)
      await copyRows(client, schema, timelineTable, facts.map(timelineRow))
      progress = { ...progress, ...counted, position: batch.through }
      return { ok: true, progress }
    },
    async finish(report) {
      await beginTimeline()
      const revisions = [...last].map(([stream, revision]) => ({ stream, revision }))
      await copyRows(client, schema, streamRevisionTable, revisions)
      await addOtherIndexes(client, schema, timelineTable)
      await addIndexes(client, schema, [streamRevisionTable])
      const failed = await deriveAll(client, schema, [...last.keys()], report)
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

async function deriveAll(
  client: ClientBase,
  schema: string,
  streams: readonly string[],
  report: (streams: number) => void,
): Promise<Unprojectable | null> {
  const ours = streams.filter((stream) => knownCategories.has(categoryOf(stream)))
  const fetch = (from: number): Promise<History[]> => readHistories(client, schema, ours.slice(from, from + streamsAtOnce))
  let fetching = fetch(0)
  for (let from = 0; from < ours.length; from += streamsAtOnce) {
    const histories = await fetching
    // The server fetches the next histories while these are folded.
    fetching = fetch(from + streamsAtOnce)
    fetching.catch(() => {})
    const given = rowsOf(histories, 0)
    if (!given.ok) return { ok: false, reason: `${given.stream}: ${given.reason}` }
    for (const { table, today, versions } of given.rows) {
      await copyRows(client, schema, table, today)
      await copyRows(client, schema, versionsTableOf(table), versions)
    }
    report(from + histories.length)
  }
  return null
}

const named = (event: LogEvent, reason: string): string => `event ${event.revision} of ${event.stream} (${event.type}): ${reason}`
