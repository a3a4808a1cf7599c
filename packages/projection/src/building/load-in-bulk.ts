import type { ClientBase } from 'pg'
import { derivedTables } from '../bitemporal/version-tables.ts'
import { beginDeriving, endDeriving, placeBuild } from './build.ts'
import { logTables } from './log-tables.ts'
import type { Progress } from '../position/progress.ts'
import type { Parking } from '../parking/parking.ts'
import { markParked, nothingParked, parkedRows } from '../parking/parking.ts'
import { parkedStreamTable } from '../parking/table.ts'
import type { ReadModel, Row } from '../read-model/read-model.ts'
import { bulkWriter } from '../database/bulk-writer.ts'
import type { Connect } from '../database/within.ts'
import { within } from '../database/within.ts'
import { indexTogether, prepareForIndexes } from '../database/index-together.ts'
import { addIndexes, analyse } from '../database/versioned-schema.ts'
import { type Event, rewriteEntries, timelineRow } from '../timeline/entries.ts'
import { streamRevisionTable, timelineTable } from '../timeline/table.ts'
import { checkContinuity } from '../projecting/continuity.ts'
import { countEvents } from '../projecting/count-events.ts'
import { deriveAll } from './derive-all.ts'
import type { LogBatch, LogEvent } from '../timeline/log-event.ts'
import type { Unprojectable } from '../projecting/unprojectable.ts'

export type Loaded = { readonly ok: true; readonly progress: Progress }

/**
 * Loads a schema whose tables of the log were begun: first every event into the timeline, in the order of the log; then the rows of each
 * stream once, from its whole history, while another connection builds the other indexes of the timeline. Memory holds a few
 * mebibytes of each table and the last revision of each stream.
 */
export type BulkLoad = {
  /** The next batch of the log, from its beginning on. It is written while others are read: a failure of the database shows later. */
  add(batch: LogBatch): Promise<Loaded | Unprojectable>
  /** No more batches: builds the other tables and what indexes are still to be made. */
  finish(): Promise<Loaded | Unprojectable>
  /** Resolves, never rejects, when the connection is free again. Await it after giving up. */
  settled(): Promise<void>
}

type Loading = { readonly models: readonly ReadModel[]; readonly connect: Connect; readonly parking?: Parking }

export function loadInBulk(client: ClientBase, built: Progress, { models, connect, parking = nothingParked }: Loading): BulkLoad {
  const { schemas } = built
  const last = new Map<string, number>()
  const parked = new Map<string, Row>()
  const rewrites: Event[] = []
  let progress = built
  const writer = bulkWriter(client, schemas)
  return {
    async add(batch) {
      const events = markParked(batch.events, parking, new Set())
      const unreadable = events.find(({ content }) => content.kind === 'UNREADABLE')
      if (unreadable?.content.kind === 'UNREADABLE') return { ok: false, reason: named(unreadable, unreadable.content.reason) }
      const continuity = checkContinuity(events, last)
      if (!continuity.ok) return { ok: false, reason: named(continuity.event, continuity.reason) }
      for (const [stream, revision] of continuity.last) last.set(stream, revision)
      for (const [stream, row] of parkedRows(events, progress.events, parking, new Set(parked.keys()))) parked.set(stream, row)
      const { facts, ...counted } = countEvents(events, progress)
      for (const event of events) if (event.rewrites) rewrites.push(...event.rewrites)
      await writer.write(timelineTable, facts.map(timelineRow))
      progress = { ...progress, ...counted, position: batch.through }
      return { ok: true, progress }
    },
    async finish() {
      const revisions = [...last].map(([stream, revision]) => ({ stream, revision }))
      await writer.write(streamRevisionTable, revisions)
      await writer.write(parkedStreamTable, [...parked.values()])
      await writer.end()
      await rewriteEntries(client, schemas, rewrites)
      await prepareForIndexes(client)
      // Without it the server would look for histories as in an empty table. A rough one will do: the other comes with the indexes.
      await client.query('set local default_statistics_target = 10')
      await analyse(client, schemas, timelineTable)
      await beginDeriving(client, schemas, models)
      return within(connect, async (other) => {
        await prepareForIndexes(other)
        const [unprojectable] = await allOf(
          within(connect, (reader) => deriveAll({ models, schemas, reader, writer }, [...last.keys()])),
          addIndexes(other, schemas, logTables),
        )
        if (unprojectable) return unprojectable
        await endDeriving(client)
        await indexTogether([client, other], schemas, derivedTables(models))
        await placeBuild(client, progress)
        return { ok: true, progress }
      })
    },
    settled: writer.settled,
  }
}

/** As `Promise.all`, but when one fails the other is not left running. */
async function allOf<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b])
  return [await a, await b]
}

const named = (event: LogEvent, reason: string): string => `event ${event.revision} of ${event.stream} (${event.type}): ${reason}`
