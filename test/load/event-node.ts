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
await classicAppends(64)
const history = await appendBatches()
await catchUp(history)
await liveDelay()
await client.dispose()
await stores.stop()

async function compareSingleAppends(inFlight: number): Promise<void> {
  const rounds = { node: [] as Rate[], bare: [] as Rate[] }
  const insert = await openInserts(inFlight)
  const append = appendBy(client, inFlight)
  for (let round = 0; round <= ROUNDS; round++) {
    const bare = await rateOf(inFlight, insert.one)
    const node = await rateOf(inFlight, append)
    if (round === 0) continue // the first round warms both up
    rounds.bare.push(bare)
    rounds.node.push(node)
  }
  await insert.close()
  const [node, bare] = [median(rounds.node), median(rounds.bare)]
  const ratio = (node.perSecond / bare.perSecond).toFixed(2)
  print(`single appends, ${inFlight} in flight`, `${describe(node)}; bare inserts ${describe(bare)}; ratio ${ratio}`)
}

/** The other way of appending, a call each, which is what the product takes. */
async function classicAppends(inFlight: number): Promise<void> {
  const classic = EventStoreDBClient.connectionString(stores.eventStoreUrl)
  Object.assign(classic, { supports: async () => false })
  const append = appendBy(classic, inFlight)
  await rateOf(inFlight, append)
  print(`single appends, ${inFlight} in flight, a call each`, describe(await rateOf(inFlight, append)))
  await classic.dispose()
}

function appendBy(writer: EventStoreDBClient, inFlight: number): (lane: number, n: number) => Promise<unknown> {
  const streams = Array.from({ length: inFlight }, () => `bench-${randomUUID()}`)
  return (lane, n) => writer.appendToStream(streams[lane] as string, eventOf(n), { expectedRevision: 'any' })
}

/** `busy`: the part of one core that this process, the client, took. At nearly 1 it is the client that limits the rate. */
type Rate = { readonly perSecond: number; readonly busy: number }

function describe({ perSecond: rate, busy }: Rate): string {
  return `${perSecond(rate, 1_000)} (client ${Math.round(busy * 100)} % of a core)`
}

function median(rates: readonly Rate[]): Rate {
  return rates.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(rates.length / 2)] as Rate
}

/** Operations a second of `inFlight` lanes that each begin the next when the last is done. */
async function rateOf(inFlight: number, operation: (lane: number, n: number) => Promise<unknown>): Promise<Rate> {
  let done = 0
  const started = performance.now()
  const used = process.cpuUsage()
  const until = started + ROUND_MS
  await Promise.all(
    Array.from({ length: inFlight }, async (_, lane) => {
      while (performance.now() < until) {
        await operation(lane, done)
        done++
      }
    }),
  )
  const ms = performance.now() - started
  const { user, system } = process.cpuUsage(used)
  return { perSecond: (done / ms) * 1_000, busy: (user + system) / 1_000 / ms }
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
