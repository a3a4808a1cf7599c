import type { EventStore } from '@outstanding/event-store'
import { comparePositions, connectEventStore } from '@outstanding/event-store'
import type { Progress, Switched, TableDigests } from '@outstanding/read-models'
import {
  beginBuild,
  countByStreams,
  differingTables,
  dropOutdated,
  ensureStableSchema,
  forget,
  loadInBulk,
  lockBuilds,
  projectBatch,
  readModelVersion,
  recordDigests,
  switchTo,
  tableDigests,
  unlockBuilds,
} from '@outstanding/read-models'
import { compareLeaves, migrateTransparency } from '@outstanding/transparency-log'
import type pg from 'pg'
import type { WrittenEvent } from './to-log-event.ts'
import { toLogEvent } from './to-log-event.ts'
import { connect } from './connect.ts'

export type Rebuilt =
  | {
      readonly ok: true
      readonly schema: string
      readonly events: number
      readonly position: string | null
      /** Until they were switched to; the digests come after. */
      readonly seconds: number
      readonly digests: TableDigests
      /** What was current before, when it stood at the same position and had the same shape: the names of tables that differ. */
      readonly compared: { readonly schema: string; readonly differing: readonly string[] } | null
    }
  /** One sentence. Nothing was switched; the old read models stand as they were. POISON: an event cannot be projected. */
  | { readonly ok: false; readonly why: 'BUSY' | 'POISON' | 'STOPPED' | 'FAILED'; readonly problem: string }
type NotRebuilt = Extract<Rebuilt, { ok: false }>

export type RebuildOptions = {
  readonly databaseUrl: string
  readonly eventStoreUrl: string
  /** Gets a sentence for each step. */
  readonly report?: (line: string) => void
  readonly signal?: AbortSignal
}

/**
 * Builds the read models beside the current ones, from the beginning of the log, and switches to them in one transaction. It may
 * run while the projector does, which goes on in the new ones. The old ones stay until the next rebuild. The transparency log is
 * only compared: an event that is not the one whose leaf it holds ends the rebuild.
 */
export async function rebuildReadModels({ databaseUrl, eventStoreUrl, report = () => {}, signal }: RebuildOptions): Promise<Rebuilt> {
  const store = connectEventStore(eventStoreUrl, { name: 'outstanding-rebuild' })
  try {
    return await buildFrom(store, { databaseUrl, report, signal })
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

type Building = { readonly databaseUrl: string; readonly report: (line: string) => void; readonly signal?: AbortSignal }

/** As `rebuildReadModels`, from an open store. Throws when the database or the store fails. */
export async function buildFrom(store: EventStore, options: Building): Promise<Rebuilt> {
  const started = Date.now()
  const client = await connect(options.databaseUrl)
  try {
    await ensureStableSchema(client)
    await migrateTransparency(client)
    if (!(await lockBuilds(client))) return { ok: false, why: 'BUSY', problem: 'the read models are being rebuilt by another process' }
    const begun = await beginBuild(client)
    try {
      const loaded = await load(store, client, begun, options)
      if (!loaded.ok) await forget(client, begun.schema)
      return loaded.ok ? await finish(store, client, loaded.progress, { ...options, started }) : loaded
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

type LoadedBuild = { readonly ok: true; readonly progress: Progress } | NotRebuilt

const eventsAtOnce = 2_000
const stopped: NotRebuilt = { ok: false, why: 'STOPPED', problem: 'the rebuild was stopped' }

async function load(store: EventStore, client: pg.Client, begun: Progress, { report, signal }: Building): Promise<LoadedBuild> {
  const bulk = loadInBulk(client, begun)
  let reached = 0
  for await (const { events, through, caughtUp } of store.subscribeToAll({ maxBatch: eventsAtOnce, signal })) {
    const batch = events.map(toLogEvent)
    const compared = await compareLeaves(client, reached, batch)
    if (!compared.ok) return { ok: false, why: 'POISON', problem: named(batch[compared.offset], compared.reason) }
    const added = await bulk.add({ events: batch, through })
    if (!added.ok) return { ok: false, why: 'POISON', problem: added.reason }
    if (Math.floor(added.progress.events / 100_000) > Math.floor(reached / 100_000)) report(`read ${added.progress.events} events`)
    reached = added.progress.events
    if (caughtUp) break
  }
  if (signal?.aborted) return stopped
  report(`read ${reached} events; deriving the tables`)
  const finished = await bulk.finish(() => {})
  return finished.ok ? finished : { ok: false, why: 'POISON', problem: finished.reason }
}

async function finish(
  store: EventStore,
  client: pg.Client,
  loaded: Progress,
  options: Building & { readonly started: number },
): Promise<Rebuilt> {
  const expected = await countByStreams(client, loaded.schema)
  if (expected !== loaded.events)
    return giveUp(client, loaded, 'FAILED', `${loaded.events} events were projected, but the streams hold ${expected}`)
  let progress = loaded
  let stepBack = false
  for (;;) {
    const comparison = await openComparison(options.databaseUrl)
    try {
      const switched = await switchTo(client, progress, { stepBack, whileBothStand: comparison.begin })
      if (switched.ok) {
        const seconds = (Date.now() - options.started) / 1_000
        return await conclude(client, progress, switched.previous, comparison, seconds)
      }
      const head = await store.head()
      stepBack = head === null || comparePositions(head, switched.behind) < 0
      if (stepBack) continue
      const caught = await catchUp(store, client, progress, switched.behind, options.signal)
      if (!caught.ok) return await giveUp(client, progress, caught.why, caught.problem)
      progress = caught.progress
    } finally {
      await comparison.end()
    }
  }
}

type Previous = Extract<Switched, { ok: true }>['previous']

async function conclude(client: pg.Client, built: Progress, previous: Previous, comparison: Comparison, seconds: number): Promise<Rebuilt> {
  const digests = await comparison.digests(built.schema)
  const comparable = previous !== null && previous.position === built.position && previous.version === readModelVersion
  const compared = comparable
    ? { schema: previous.schema, differing: differingTables(digests, await comparison.digests(previous.schema)) }
    : null
  await comparison.end()
  await recordDigests(client, built.schema, digests)
  await dropOutdated(client, previous?.schema ?? null)
  const { schema, events, position } = built
  return { ok: true, schema, events, position, seconds, digests, compared }
}

async function giveUp(client: pg.Client, { schema }: Progress, why: NotRebuilt['why'], problem: string): Promise<Rebuilt> {
  await forget(client, schema)
  return { ok: false, why, problem }
}

type Comparison = { begin(): Promise<void>; digests(schema: string): Promise<TableDigests>; end(): Promise<void> }

/** A view of both schemas from the moment of the switch, so that they can be compared while the projector goes on. */
async function openComparison(databaseUrl: string): Promise<Comparison> {
  const client = await connect(databaseUrl)
  return {
    async begin() {
      await client.query('begin isolation level repeatable read, read only')
      await client.query('select 1')
    },
    digests: (schema) => tableDigests(client, schema),
    end: () => client.end().catch(() => {}),
  }
}

/** The current read models went on while these were built: reads on to where they are. */
async function catchUp(store: EventStore, client: pg.Client, from: Progress, target: string, signal?: AbortSignal): Promise<LoadedBuild> {
  let progress = from
  for await (const { events, through } of store.subscribeToAll({ after: from.position ?? undefined, signal })) {
    const projected = await projectBatch(client, progress, { events: events.map(toLogEvent), through }, compareLeaves)
    if (!projected.ok)
      return projected.why === 'POISON'
        ? { ok: false, why: 'POISON', problem: projected.poison.reason }
        : { ok: false, why: 'BUSY', problem: 'another build took over' }
    progress = projected.progress
    if (progress.position !== null && BigInt(progress.position) >= BigInt(target)) break
  }
  return signal?.aborted ? stopped : { ok: true, progress }
}

const named = (event: WrittenEvent | undefined, reason: string): string =>
  event ? `event ${event.revision} of ${event.stream} (${event.type}): ${reason}` : reason
