import { connectEventStore } from '@outstanding/event-store'
import { openReadModels } from '@outstanding/projection'
import { allReadModels } from '@outstanding/read-models'
import { version } from '@outstanding/standalone/version'
import type { BundleParts, InclusionLine, LeafEvent } from '@outstanding/transparency-log'
import {
  checkpointsByDay,
  consistencyLines,
  inclusionLine,
  leavesOfStream,
  printKey,
  readHashes,
  readProof,
} from '@outstanding/transparency-log'
import type { OpenLog } from '../with-transparency-log.ts'
import { readModelName } from '../recommendation-positions.ts'
import { dumpPositions } from './dump-positions.ts'
import type { Until } from './until.ts'
import { countUntil } from './until.ts'

export type ExportRequest = {
  /** And as it was asked for. */
  readonly until: { readonly asked: string; readonly until: Until } | null
  readonly withReadModel: boolean
  readonly prove: readonly string[]
}

export type Gathered =
  | {
      readonly ok: true
      readonly parts: BundleParts
      /** The first event that was not its leaf's, once the bundle is written. */
      differsAt(): number | null
      close(): Promise<void>
    }
  | { readonly ok: false; readonly problem: string; readonly exitCode: 1 | 2 }

/** All that goes into a bundle: what is small is read at once, events, leaves and rows as they are written. */
export async function gatherBundle({ client, keys, addresses, newest }: OpenLog, request: ExportRequest): Promise<Gathered> {
  const { snapshot, closeReadModels } = await openedReadModels(request, addresses)
  const store = connectEventStore(addresses.eventStoreUrl, { name: 'outstanding-export' })
  const ending = new AbortController()
  const close = async (): Promise<void> => {
    ending.abort()
    await closeReadModels()
    await store.close()
  }
  const refused = async (problem: string, exitCode: 1 | 2 = 1): Promise<Gathered> => {
    await close()
    return { ok: false, problem, exitCode }
  }
  try {
    const made = await newest()
    if (!made.ok) return await refused(made.problem)
    if (made.checkpoint === null) return await refused('nothing has been recorded yet, so there is nothing to export')
    const { size, origin } = made.checkpoint
    const events = Math.min(size, snapshot?.events ?? (await eventsUntil(client, request)) ?? size)
    if (events === 0) return await refused(`nothing had been recorded by ${request.until?.asked}`)
    const proof = (plan: Parameters<typeof readProof>[1]) => readProof(client, plan)
    const kept = (await checkpointsByDay(client)).filter((checkpoint) => checkpoint.size <= size)
    const inclusion: InclusionLine[] = []
    for (const stream of request.prove) {
      const proved = await proofsOf(client, stream, { events, size })
      if (proved.length === 0) return await refused(`export: ${stream} has no event to prove`, 2)
      inclusion.push(...proved)
    }
    let differsAt: number | null = null
    const parts: BundleParts = {
      header: headerOf(request, { origin, events, size }),
      keys: keys.signers.map(printKey),
      checkpoints: kept,
      consistency: await consistencyLines([...kept.map((checkpoint) => checkpoint.size), events], proof),
      inclusion: inclusion.toSorted((a, b) => a.index - b.index),
      leaves: (start, count) => readHashes(client, { level: 0, index: start }, count),
      events: leafEvents(store, ending.signal),
      ...(snapshot ? { readModel: await dumpPositions(snapshot) } : {}),
      onDifference: (index) => (differsAt = index),
    }
    return { ok: true, parts, differsAt: () => differsAt, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The read models are opened only where they go into the bundle. */
async function openedReadModels({ withReadModel }: ExportRequest, { databaseUrl }: OpenLog['addresses']) {
  if (!withReadModel) return { snapshot: null, closeReadModels: async () => {} }
  const readModels = openReadModels({ databaseUrl, models: allReadModels, maxConnections: 1 })
  const snapshot = await readModels.openSnapshot()
  const closeReadModels = async (): Promise<void> => {
    await snapshot.close()
    await readModels.close()
  }
  return { snapshot, closeReadModels }
}

const eventsUntil = async (client: OpenLog['client'], { until }: ExportRequest): Promise<number | null> =>
  until && (await countUntil(client, until.until))

type Sizes = { readonly events: number; readonly size: number }

const headerOf = (request: ExportRequest, { origin, events, size }: Sizes & { readonly origin: string }): BundleParts['header'] => ({
  kind: 'header',
  format: 'outstanding-bundle',
  version: 1,
  origin,
  events,
  until: untilInWords(request, { events, size }),
  readModel: request.withReadModel ? readModelName : null,
  exportedAt: new Date().toISOString(),
  software: `outstanding ${version()}`,
})

const untilInWords = ({ until, withReadModel }: ExportRequest, { events, size }: Sizes): string | null =>
  until?.asked ?? (withReadModel && events < size ? `event ${events - 1}, where the read model stood` : null)

/** Proofs for all events of one stream; empty where it has none. */
async function proofsOf(client: OpenLog['client'], stream: string, { events, size }: Sizes): Promise<readonly InclusionLine[]> {
  const lines: InclusionLine[] = []
  for (const leaf of await leavesOfStream(client, stream, events))
    lines.push(await inclusionLine({ stream, ...leaf }, size, (plan) => readProof(client, plan)))
  return lines
}

async function* leafEvents(store: ReturnType<typeof connectEventStore>, signal: AbortSignal): AsyncGenerator<readonly LeafEvent[]> {
  for await (const { events, caughtUp } of store.subscribeToAll({ maxBatch: 2_000, signal })) {
    yield events.map(({ recordedAt: created, ...event }) => ({ ...event, created }))
    if (caughtUp) return
  }
}
