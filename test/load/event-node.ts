import { randomUUID } from 'node:crypto'
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import type { EventData, ResolvedEvent } from '@eventstore/db-client'
import pg from 'pg'
import { milliseconds, perSecond, print, quantile } from './figures.ts'
import { startStores } from './stores.ts'

/**
 * The event node through the genuine client against PostgreSQL alone, in one run on one machine: ratios, because the
 * figures of two machines cannot be compared. Rounds alternate between the two, and the median round counts.
 */
const ROUND_MS = 2_000
const ROUNDS = 3
const BATCH = 500
const CATCH_UP = 60_000
const LIVE = 400

const stores = await startStores()
const client = EventStoreDBClient.connectionString(stores.eventStoreUrl)
const body = { text: 'x'.repeat(200) }

const eventOf = (n: number): EventData =>
  jsonEvent({ id: randomUUID(), type: 'Measured', data: { n, ...body }, metadata: { actor: 'bench' } })

for (const inFlight of [1, 16, 64]) await compareSingleAppends(inFlight)
const history = await appendBatches()
await catchUp(history)
await liveDelay()
await client.dispose()
await stores.stop()

async function compareSingleAppends(inFlight: number): Promise<void> {
  const rates = { node: [] as number[], bare: [] as number[] }
  const insert = await openInserts(inFlight)
  const streams = Array.from({ length: inFlight }, () => `bench-${randomUUID()}`)
  const append = (lane: number, n: number) => client.appendToStream(streams[lane] as string, eventOf(n), { expectedRevision: 'any' })
  for (let round = 0; round <= ROUNDS; round++) {
    const bare = await rateOf(inFlight, insert.one)
    const node = await rateOf(inFlight, append)
    if (round === 0) continue // the first round warms both up
    rates.bare.push(bare)
    rates.node.push(node)
  }
  await insert.close()
  const [node, bare] = [quantile(rates.node, 0.5), quantile(rates.bare, 0.5)]
  print(
    `single appends, ${inFlight} in flight`,
    `${perSecond(node, 1_000)}, bare inserts ${perSecond(bare, 1_000)}, ratio ${(node / bare).toFixed(2)}`,
  )
}

/** Operations a second of `inFlight` lanes that each begin the next when the last is done. */
async function rateOf(inFlight: number, operation: (lane: number, n: number) => Promise<unknown>): Promise<number> {
  let done = 0
  const started = performance.now()
  const until = started + ROUND_MS
  await Promise.all(
    Array.from({ length: inFlight }, async (_, lane) => {
      while (performance.now() < until) {
        await operation(lane, done)
        done++
      }
    }),
  )
  return (done / (performance.now() - started)) * 1_000
}

/** The same bytes, one row and one commit each, a connection a lane. */
async function openInserts(inFlight: number): Promise<{ one(lane: number, n: number): Promise<unknown>; close(): Promise<void> }> {
  const lanes = await Promise.all(
    Array.from({ length: inFlight }, async () => {
      const lane = new pg.Client({ connectionString: stores.databaseUrl })
      await lane.connect()
      return lane
    }),
  )
  await lanes[0]?.query(
    'create table if not exists bare (position bigserial primary key, id uuid not null, type text not null, data bytea not null, metadata bytea not null)',
  )
  return {
    one(lane, n) {
      const { id, type, data, metadata } = eventOf(n)
      const values = [id, type, Buffer.from(JSON.stringify(data)), Buffer.from(JSON.stringify(metadata))]
      return (lanes[lane] as pg.Client).query({
        name: 'bare',
        text: 'insert into bare (id, type, data, metadata) values ($1, $2, $3, $4)',
        values,
      })
    },
    async close() {
      await Promise.all(lanes.map((lane) => lane.end()))
    },
  }
}

async function appendBatches(): Promise<string> {
  const stream = `history-${randomUUID()}`
  const batches = Array.from({ length: CATCH_UP / BATCH }, () => Array.from({ length: BATCH }, (_, n) => eventOf(n)))
  const started = performance.now()
  for (const batch of batches) await client.appendToStream(stream, batch)
  print(`batches of ${BATCH}, one after the other`, perSecond(CATCH_UP, performance.now() - started))
  const other = `history-${randomUUID()}`
  const again = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (next < batches.length)
        await client.appendToStream(
          other,
          (batches[next++] as EventData[]).map((event) => ({ ...event, id: randomUUID() })),
        )
    }),
  )
  print(`batches of ${BATCH}, 4 in flight`, perSecond(CATCH_UP, performance.now() - again))
  return stream
}

async function catchUp(stream: string): Promise<void> {
  const started = performance.now()
  await new Promise<void>((resolve, reject) => {
    let seen = 0
    const subscription = client.subscribeToAll()
    subscription.on('error', reject).on('data', ({ event }: ResolvedEvent) => {
      seen++
      if (event?.streamId !== stream || Number(event.revision) !== CATCH_UP - 1) return
      print(`catch-up of $all, ${seen.toLocaleString('en-GB')} events`, perSecond(seen, performance.now() - started))
      void subscription.unsubscribe().then(resolve)
    })
  })
}

async function liveDelay(): Promise<void> {
  const stream = `live-${randomUUID()}`
  const subscription = client.subscribeToAll({ fromPosition: 'end' })
  const begun = new Map<string, number>()
  const delays: number[] = []
  subscription.on('data', ({ event }: ResolvedEvent) => {
    const start = begun.get(event?.id as string)
    if (start !== undefined) delays.push(performance.now() - start)
  })
  await new Promise<void>((resolve) => subscription.once('caughtUp', resolve))
  for (let n = 0; n < LIVE; n++) {
    const event = eventOf(n)
    begun.set(event.id, performance.now())
    await client.appendToStream(stream, event)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  while (delays.length < LIVE) await new Promise((resolve) => setTimeout(resolve, 5))
  print('append to live subscriber, median and p99', `${milliseconds(quantile(delays, 0.5))}, ${milliseconds(quantile(delays, 0.99))}`)
  await subscription.unsubscribe()
}
