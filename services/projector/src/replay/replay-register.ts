import type { EventStore, StoredEvent } from '@outstanding/event-store'
import { connectEventStore } from '@outstanding/event-store'
import type { BulkLoad, ReplayedRegister } from '@outstanding/projection'
import {
  beginReplayed,
  dropReplayed,
  ensureStableSchema,
  listReplayed,
  loadInBulk,
  nameReplayed,
  sealReplayed,
} from '@outstanding/projection'
import { createEntryKeys, ensureEntryKeys } from '@outstanding/identity'
import { allReadModels } from '@outstanding/read-models'
import {
  appendLeaves,
  compareLeaves,
  emptyEdge,
  emptyRoot,
  migrateTransparency,
  newestCheckpoint,
  rootOfEdge,
  shortDigest,
  treeSize,
} from '@outstanding/transparency-log'
import type { Edge } from '@outstanding/transparency-log'
import type pg from 'pg'
import { holdsRemoved } from '../clear-removed.ts'
import { connect } from '../connect.ts'
import { readParking } from '../parking/read-parking.ts'
import { openTexts } from '../open-texts.ts'
import { toEventsOf, toLeaf } from '../to-log-event.ts'

/** Up to where the log is read, inclusive: a place, or a moment of the store's times, which never go back. */
export type ReplayUntil = { readonly position: string } | { readonly recordedAt: string }

export type ReplayOptions = {
  readonly databaseUrl: string
  readonly eventStoreUrl: string
  readonly until: ReplayUntil
  /** As it was asked for: names the schema, and stands in it. */
  readonly asKnownAt: string
  /** Gets a sentence for each step. */
  readonly report?: (line: string) => void
  readonly signal?: AbortSignal
}

export type Replayed =
  | { readonly ok: true; readonly register: ReplayedRegister; readonly seconds: number }
  /** One sentence; nothing is left behind. */
  | { readonly ok: false; readonly why: 'NOTHING' | 'POISON' | 'STOPPED'; readonly problem: string }

const { toLogEvent } = toEventsOf(allReadModels)
const eventsAtOnce = 500

/**
 * Builds the register as it was known once, from the log and by the very code that builds the read models, into a schema of its
 * own. Every event is compared with its leaf on the way. The current read models and their projector are not touched.
 * Throws when the database or the store fails. Nothing is left behind then either, unless the database stays away or this process is
 * killed: then a schema that is not listed, and that `dropReplayed` drops by its name.
 */
export async function replayRegister(options: ReplayOptions): Promise<Replayed> {
  const started = performance.now()
  const store = connectEventStore(options.eventStoreUrl, { name: 'outstanding-replay' })
  const client = await connect(options.databaseUrl)
  try {
    await ensureStableSchema(client)
    await migrateTransparency(client)
    await ensureEntryKeys(client)
    const schema = await nameReplayed(client, options.asKnownAt)
    try {
      const built = await build(store, client, schema, options)
      if (built.ok) return { ...built, seconds: (performance.now() - started) / 1_000 }
      await forget(client, schema)
      return built
    } catch (error) {
      await forget(client, schema).catch(() => dropAnew(options.databaseUrl, schema).catch(() => {}))
      throw error
    }
  } finally {
    await client.end().catch(() => {})
    await store.close()
  }
}

type Refused = Extract<Replayed, { ok: false }>
type Built = { readonly ok: true; readonly register: ReplayedRegister } | Refused

async function build(store: EventStore, client: pg.Client, schema: string, options: ReplayOptions): Promise<Built> {
  const origin = (await newestCheckpoint(client))?.origin
  const begun = await beginReplayed(client, schema, allReadModels)
  const bulk = loadInBulk(client, begun, {
    models: allReadModels,
    connect: () => connect(options.databaseUrl),
    parking: await readParking(store),
  })
  const beside = await connect(options.databaseUrl)
  const loaded = await load(store, bulk, beside, options).finally(async () => {
    await bulk.settled()
    await beside.end().catch(() => {})
  })
  if (!loaded.ok) return loaded
  const { edge, position, recordedAt } = loaded
  const root = rootOfEdge(edge) ?? emptyRoot()
  const checkpoint = origin === undefined ? null : shortDigest({ origin, size: edge.size, root })
  const { asKnownAt } = options
  const about = { asKnownAt, position, events: edge.size, recordedAt, root: root.toString('hex'), checkpoint }
  await sealReplayed(client, schema, about, allReadModels)
  if (await holdsRemoved(client, schema))
    return { ok: false, why: 'STOPPED', problem: 'a text was removed while the register was replayed. Try again' }
  const register = (await listReplayed(client)).find((one) => one.schema === schema)
  if (!register) throw new Error(`the replayed register ${schema} was dropped while it was made`)
  return { ok: true, register }
}

type LoadedLog = { readonly ok: true; readonly edge: Edge; readonly position: string; readonly recordedAt: string } | Refused

/** What was known, each event compared with its leaf. `beside` is free while `bulk` writes. */
async function load(store: EventStore, bulk: BulkLoad, beside: pg.Client, options: ReplayOptions): Promise<LoadedLog> {
  const { until, signal } = options
  const leavesHeld = await treeSize(beside)
  let edge = emptyEdge
  let recordedAt = ''
  let position = ''
  for await (const { events, caughtUp } of store.subscribeToAll({ maxBatch: eventsAtOnce, patient: true, signal })) {
    const known = knownOf(events, until, recordedAt)
    const leaves = known.map(toLeaf)
    const compared = await compareLeaves(beside, edge.size, leaves.slice(0, Math.max(0, leavesHeld - edge.size)))
    if (!compared.ok) return poison(named(known[compared.offset], compared.reason))
    edge = appendLeaves(
      edge,
      leaves.map(({ hash }) => hash),
    ).edge
    const last = known.at(-1)
    if (last) {
      position = last.position
      const opened = await openTexts(known, { store, keys: createEntryKeys(beside) })
      const added = await bulk.add({ events: opened.map(toLogEvent), through: position })
      if (!added.ok) return poison(added.reason)
      recordedAt = latestOf(added.progress, recordedAt)
    }
    if (caughtUp || known.length < events.length) break
  }
  if (signal?.aborted) return { ok: false, why: 'STOPPED', problem: 'the replay was stopped' }
  if (edge.size === 0) return { ok: false, why: 'NOTHING', problem: `nothing had been recorded by ${options.asKnownAt}` }
  options.report?.(`read ${edge.size} events; deriving the tables`)
  const finished = await bulk.finish()
  return finished.ok ? { ok: true, edge, position, recordedAt } : poison(finished.reason)
}

const latestOf = (progress: { readonly recordedAt: string | null }, before: string): string => progress.recordedAt ?? before

const poison = (problem: string): Refused => ({ ok: false, why: 'POISON', problem })

/** The events of a batch that were known. A moment is compared with the running maximum: the first that is later ends it. */
function knownOf(events: readonly StoredEvent[], until: ReplayUntil, recordedBefore: string): readonly StoredEvent[] {
  let latest = recordedBefore
  const end = events.findIndex(({ position, recordedAt }) => {
    latest = recordedAt > latest ? recordedAt : latest
    return 'position' in until ? BigInt(position) > BigInt(until.position) : latest > until.recordedAt
  })
  return end === -1 ? events : events.slice(0, end)
}

/** In whatever state the transaction is. */
async function forget(client: pg.Client, schema: string): Promise<void> {
  await client.query('rollback')
  await dropReplayed(client, schema)
}

/** It was the connection that failed. */
async function dropAnew(databaseUrl: string, schema: string): Promise<void> {
  const client = await connect(databaseUrl)
  try {
    await dropReplayed(client, schema)
  } finally {
    await client.end()
  }
}

const named = (event: StoredEvent | undefined, reason: string): string =>
  event ? `event ${event.revision} of ${event.stream} (${event.type}): ${reason}` : reason
