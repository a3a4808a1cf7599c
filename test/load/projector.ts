import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { connectEventStore, type EventStore } from '@outstanding/event-store'
import type { Rebuilt } from '@outstanding/projector'
import { openReadModels } from '@outstanding/projection'
import { treeSize } from '@outstanding/transparency-log'
import pg from 'pg'
import { appendLog } from './append-log.ts'
import { copySameRows } from './copy-rows.ts'
import { milliseconds, perSecond, print, quantile, seconds } from './figures.ts'
import { eventsInAStream, historyOf, streamOf } from './history.ts'
import { type Started, startProcess, startStores, type Stores } from './stores.ts'

/**
 * Benchmarks of the projection through the genuine client, the event node and PostgreSQL, each in a process of its own.
 * `--events 1000000` sets the size of the log, `--delays 500` how many single appends are followed until they can be read.
 */
const { values } = parseArgs({ options: { events: { type: 'string', default: '1000000' }, delays: { type: 'string', default: '500' } } })
const maxMs = 600_000
const [events, delays] = [Number(values.events), Number(values.delays)]

const stores = await startStores()
const store = connectEventStore(stores.eventStoreUrl, { name: 'outstanding-bench' })
try {
  const appending = performance.now()
  const appended = await appendLog(store, events)
  print(`log filled, four events an append, 32 in flight: ${appended} events`, perSecond(appended, performance.now() - appending))
  await benchSubscription(store, appended)
  await benchRebuild(stores)
  await benchCatchUp(stores, store, appended)
  await benchDelay(stores, store)
} finally {
  await store.close()
  await stores.stop()
}

/** What the projection cannot be faster than: the subscription alone, its events thrown away. */
async function benchSubscription(from: EventStore, expected: number): Promise<void> {
  const started = performance.now()
  let seen = 0
  for await (const batch of from.subscribeToAll({ maxBatch: 5_000 })) {
    seen += batch.events.length
    if (batch.caughtUp) break
  }
  print(
    `subscription alone, from the beginning (${seen === expected ? 'all' : `${seen} of ${expected}`} events)`,
    perSecond(seen, performance.now() - started),
  )
}

type RebuildLine = {
  readonly rebuilt: Rebuilt
  readonly samples: readonly number[]
  readonly steps: readonly { at: number; line: string }[]
  readonly cpuMs: number
}

async function benchRebuild({ databaseUrl, eventStoreUrl }: Stores): Promise<void> {
  const child = await startProcess('test/load/rebuild-process.ts', { DATABASE_URL: databaseUrl, EVENTSTORE_URL: eventStoreUrl })
  const { rebuilt, samples, steps, cpuMs } = child.ready as unknown as RebuildLine
  if (!rebuilt.ok) throw new Error(rebuilt.problem)
  const ms = rebuilt.seconds * 1_000
  for (const { at, line } of steps) print(`  ${line}`, seconds(at))
  print(
    `rebuild of ${rebuilt.events} events, all read models`,
    `${perSecond(rebuilt.events, ms)} (${seconds(ms)}, ${seconds(cpuMs)} of our own CPU)`,
  )
  const mb = samples.map((bytes) => bytes / 1_048_576)
  const quarter = Math.floor(mb.length / 4)
  print(
    '  memory: first quarter, last quarter, most',
    [Math.max(...mb.slice(0, quarter + 1)), Math.max(...mb.slice(-quarter - 1)), Math.max(...mb)]
      .map((one) => `${Math.round(one)} MB`)
      .join(', '),
  )
  const directory = await mkdtemp(join(tmpdir(), 'outstanding-bench-'))
  const copied = await copySameRows(databaseUrl, rebuilt.schema, directory)
  await rm(directory, { recursive: true })
  print('COPY of the same rows into bare tables', `${perSecond(rebuilt.events, copied)} (${seconds(copied)})`)
  print('rebuild : COPY', `1 : ${(ms / copied).toFixed(1)}`)
}

function startProjector({ databaseUrl, eventStoreUrl }: Stores): Promise<Started> {
  return startProcess('services/projector/src/main.ts', {
    DATABASE_URL: databaseUrl,
    EVENTSTORE_URL: eventStoreUrl,
    OUTSTANDING_LOG_LEVEL: 'warn',
    PROJECTOR_EXIT_WITH_PARENT: '1',
  })
}

/**
 * The first start after a rebuild makes the leaves of the transparency log. Then the projector was away: a fiftieth of the log came
 * meanwhile, and is projected as if it came live.
 */
async function benchCatchUp(where: Stores, into: EventStore, already: number): Promise<void> {
  const models = openReadModels({ databaseUrl: where.databaseUrl, models: [], maxConnections: 2 })
  const starting = performance.now()
  const leaving = await startProjector(where)
  await untilLeaves(where.databaseUrl, already)
  await leaving.stop()
  print(`leaves of ${already} events, with the start of the process`, perSecond(already, performance.now() - starting))
  const streams = Math.ceil(already / eventsInAStream / 50)
  const first = Math.ceil(already / eventsInAStream)
  let next = first
  const work = async (): Promise<void> => {
    for (let index = next++; index < first + streams; index = next++) await into.append(streamOf(index), 'NO_STREAM', historyOf(index))
  }
  await Promise.all(Array.from({ length: 16 }, work))
  const started = performance.now()
  const projector = await startProjector(where)
  if (!(await models.waitForPosition((await into.head()) ?? '0', maxMs))) throw new Error('the projector did not catch up')
  print(
    `catch-up of ${streams * eventsInAStream} events, with the start of the process`,
    perSecond(streams * eventsInAStream, performance.now() - started),
  )
  await models.close()
  await projector.stop()
}

/** A projector says that it is ready when it has been behind for a while: what it does then goes on. */
async function untilLeaves(databaseUrl: string, expected: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const until = performance.now() + maxMs
  try {
    while ((await treeSize(client)) < expected) {
      if (performance.now() > until) throw new Error('the leaves were not made')
      await sleep(250)
    }
  } finally {
    await client.end()
  }
}

/** The register checks itself meanwhile, as it does after any change of this size. */
async function benchDelay(where: Stores, into: EventStore): Promise<void> {
  const projector = await startProjector(where)
  const models = openReadModels({ databaseUrl: where.databaseUrl, models: [], maxConnections: 2 })
  const [fromCall, fromAnswer]: [number[], number[]] = [[], []]
  for (let index = 0; index < delays; index += 1) {
    const stream = streamOf(100_000_000 + Math.floor(index / eventsInAStream))
    const revision = index % eventsInAStream
    const called = performance.now()
    const appended = await into.append(
      stream,
      revision === 0 ? 'NO_STREAM' : revision - 1,
      historyOf(100_000_000 + Math.floor(index / eventsInAStream)).slice(revision, revision + 1),
    )
    const answered = performance.now()
    if (!appended.ok || !(await models.waitForPosition(appended.position, 10_000))) throw new Error('an event did not become visible')
    fromCall.push(performance.now() - called)
    fromAnswer.push(performance.now() - answered)
    await sleep(5)
  }
  print('append to visible in the read models: median, p99', [0.5, 0.99].map((share) => milliseconds(quantile(fromCall, share))).join(', '))
  print('  of that, after the append was answered', [0.5, 0.99].map((share) => milliseconds(quantile(fromAnswer, share))).join(', '))
  await models.close()
  await projector.stop()
}
