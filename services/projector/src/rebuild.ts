import type { EventBatch, EventStore, StoredEvent } from '@outstanding/event-store'
import { connectEventStore } from '@outstanding/event-store'
import type { Progress } from '@outstanding/projection'
import { beginBuild, ensureStableSchema, forget, loadInBulk, lockBuilds, recordEventForms, unlockBuilds } from '@outstanding/projection'
import { createEntryKeys, destroyEntryKeys, ensureEntryKeys } from '@outstanding/identity'
import { allReadModels } from '@outstanding/read-models'
import { compareLeaves, migrateTransparency, treeSize } from '@outstanding/transparency-log'
import type pg from 'pg'
import { connect } from './connect.ts'
import { eventForms } from './event-forms.ts'
import { type Building, type LoadedBuild, type RebuildOptions, type Rebuilt, stopped } from './rebuilt.ts'
import { readParking } from './parking/read-parking.ts'
import { oneAhead } from './one-ahead.ts'
import { openTexts } from './open-texts.ts'
import { switchOver } from './switch-over.ts'
import { toEventsOf, toLeaf } from './to-log-event.ts'

/**
 * Builds the read models beside the current ones, from the beginning of the log, and switches to them in one transaction. It may
 * run while the projector does, which goes on in the new ones. The old ones stay until the next rebuild. The transparency log is
 * only compared: an event that is not the one whose leaf it holds ends the rebuild.
 */
export async function rebuildReadModels(options: RebuildOptions): Promise<Rebuilt> {
  const { databaseUrl, eventStoreUrl, models = allReadModels, report = () => {}, signal } = options
  const store = connectEventStore(eventStoreUrl, { name: 'outstanding-rebuild' })
  try {
    return await buildFrom(store, { databaseUrl, models, report, signal })
  } catch (error) {
    return {
      ok: false,
      why: 'FAILED',
      problem: `the read models were not rebuilt: ${error instanceof Error ? error.message : String(error)}`,
    }
  } finally {
    await store.close()
  }
}

/** As `rebuildReadModels`, from an open store. Throws when the database or the store fails. */
export async function buildFrom(store: EventStore, options: Building): Promise<Rebuilt> {
  const started = performance.now()
  const client = await connect(options.databaseUrl)
  try {
    await ensureStableSchema(client)
    await migrateTransparency(client)
    await ensureEntryKeys(client)
    if (!(await lockBuilds(client))) return { ok: false, why: 'BUSY', problem: 'the read models are being rebuilt by another process' }
    const begun = await beginBuild(client, options.models)
    try {
      const loaded = await load(store, client, begun, options)
      if (!loaded.ok) await forget(client, begun.schema)
      else await recordEventForms(client, begun.schema, eventForms)
      return loaded.ok ? await switchOver(store, client, loaded.progress, { ...options, started }) : loaded
    } catch (error) {
      await forget(client, begun.schema).catch(() => {})
      throw error
    } finally {
      await unlockBuilds(client).catch(() => {})
    }
  } finally {
    await client.end().catch(() => {})
  }
}

const eventsAtOnce = 500

async function load(
  store: EventStore,
  client: pg.Client,
  begun: Progress,
  { databaseUrl, models, report, signal }: Building,
): Promise<LoadedBuild> {
  const { toLogEvent } = toEventsOf(models)
  const bulk = loadInBulk(client, begun, {
    models,
    connect: () => connect(databaseUrl),
    parking: await readParking(store),
  })
  const [beside, keysClient] = [await connect(databaseUrl), await connect(databaseUrl)]
  const keys = createEntryKeys(keysClient)
  try {
    // Events recorded during this are compared when their leaves are written.
    const leaves = await treeSize(beside)
    let reached = 0
    let asked = 0
    /** Two connections, so that the server works on both while leaves are hashed here, and while the batch before this one is written. */
    const prepare = async ({ events, through }: EventBatch) => {
      const from = asked
      asked += events.length
      const [opened, compared] = await Promise.all([
        openTexts(events, { store, keys }),
        compareLeaves(beside, from, events.slice(0, Math.max(0, leaves - from)).map(toLeaf)),
      ])
      return { events, through, opened, compared }
    }
    const batches = store.subscribeToAll({ maxBatch: eventsAtOnce, patient: true, signal })
    for await (const { events, through, opened, compared } of oneAhead(batches, prepare)) {
      if (!compared.ok) return { ok: false, why: 'POISON', problem: named(events[compared.offset], compared.reason) }
      await destroyEntryKeys(
        keysClient,
        opened.flatMap(({ rewrites }) => rewrites.map(({ eventId }) => eventId)),
      )
      const added = await bulk.add({ events: opened.map(toLogEvent), through })
      if (!added.ok) return { ok: false, why: 'POISON', problem: added.reason }
      if (Math.floor(added.progress.events / 100_000) > Math.floor(reached / 100_000)) report(`read ${added.progress.events} events`)
      reached = added.progress.events
    }
    if (signal?.aborted) return stopped
    report(`read ${reached} events; deriving the tables`)
    const finished = await bulk.finish()
    return finished.ok ? finished : { ok: false, why: 'POISON', problem: finished.reason }
  } finally {
    await bulk.settled()
    await Promise.allSettled([beside.end(), keysClient.end()])
  }
}

const named = (event: StoredEvent | undefined, reason: string): string =>
  event ? `event ${event.revision} of ${event.stream} (${event.type}): ${reason}` : reason
