import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import type { Faults } from '../../../test/support/event-node.ts'
import { startFaultyEventNode, startTestEventNode } from '../../../test/support/event-node.ts'
import { connectEventStore } from './eventstoredb.ts'
import type { EventStore, NewEvent, SubscribeOptions } from './port.ts'

const ended: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ended.splice(0).toReversed()) await end()
})

async function faulty(faults: Faults): Promise<EventStore> {
  const node = await startFaultyEventNode(faults)
  const store = connectEventStore(node.url)
  ended.push(
    () => node.stop(),
    () => store.close(),
  )
  return store
}

const many = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, n) => ({ eventId: randomUUID(), type: 'ThemeAssigned', data: { n }, metadata: {} }))
const newStream = (): string => `test-${randomUUID()}`

/** A fault that happens the first `times` times it is asked for. */
function first<T>(times: number, fault: T): { ask: () => T | undefined; asked: () => number } {
  let asked = 0
  return { ask: () => ((asked += 1) <= times ? fault : undefined), asked: () => asked }
}

async function collect(store: EventStore, count: number, options: SubscribeOptions = {}): Promise<readonly number[]> {
  const ending = new AbortController()
  const seen: number[] = []
  for await (const batch of store.subscribeToAll({ ...options, signal: ending.signal })) {
    seen.push(...batch.events.map((event) => (event.data as { n: number }).n))
    if (seen.length >= count) ending.abort()
  }
  return seen
}

describe('appends whose outcome is unknown', () => {
  test.each(['answer-timeout', 'drop-connection'] as const)('%s after the commit: repeated, stored once', async (what) => {
    const fault = first(2, what)
    const store = await faulty({ afterCommit: ({ stream }) => (stream.startsWith('test-') ? fault.ask() : undefined) })
    const stream = newStream()
    expect(await store.append(stream, 'NO_STREAM', many(3))).toMatchObject({ ok: true, revision: 2 })
    expect(fault.asked()).toBe(3)
    expect(await store.readStream(stream)).toHaveLength(3)
  })

  test('no answer at all: our own time is over, the repeat finds the events', async () => {
    const fault = first(1, 'stay-silent' as const)
    const store = await faulty({ afterCommit: ({ stream }) => (stream.startsWith('test-') ? fault.ask() : undefined) })
    const stream = newStream()
    expect(await store.append(stream, 'NO_STREAM', many(2), { timeoutMs: 12_000 })).toMatchObject({ ok: true, revision: 1 })
    expect(await store.readStream(stream)).toHaveLength(2)
  })

  test('never an answer: an error that says so, in time, and a later repeat succeeds', async () => {
    let silent = true
    const store = await faulty({ afterCommit: ({ stream }) => (silent && stream.startsWith('test-') ? 'stay-silent' : undefined) })
    const [stream, events] = [newStream(), many(2)]
    const started = performance.now()
    await expect(store.append(stream, 'NO_STREAM', events, { timeoutMs: 600 })).rejects.toMatchObject({ kind: 'timeout' })
    expect(performance.now() - started).toBeLessThan(5_000)
    silent = false
    expect(await store.append(stream, 'NO_STREAM', events)).toMatchObject({ ok: true, revision: 1 })
    expect(await store.readStream(stream)).toHaveLength(2)
  })

  test('a dropped connection fails none of the others in flight', async () => {
    const fault = first(1, 'drop-connection' as const)
    const store = await faulty({ afterCommit: ({ stream }) => (stream.startsWith('test-') ? fault.ask() : undefined) })
    const streams = Array.from({ length: 20 }, newStream)
    const results = await Promise.all(streams.map((stream) => store.append(stream, 'NO_STREAM', many(2))))
    expect(results.every((result) => result.ok && result.revision === 1)).toBe(true)
    for (const stream of streams) expect(await store.readStream(stream)).toHaveLength(2)
  })
})

describe('a node that is not the leader', () => {
  test('sends us to the leader, and the append arrives once', async () => {
    const leader = await startFaultyEventNode({})
    ended.push(() => leader.stop())
    const leaderPort = Number(new URL(leader.url.replace('esdb', 'http')).port)
    const refusal = first(1, { leaderHost: '127.0.0.1', leaderPort })
    const store = await faulty({ refuseAsFollower: () => refusal.ask() })
    const stream = newStream()
    expect(await store.append(stream, 'NO_STREAM', many(1))).toMatchObject({ ok: true, revision: 0 })
    expect(refusal.asked()).toBe(1)
    // The client now talks to the leader: what was written is there.
    expect(await store.readStream(stream)).toHaveLength(1)
  })
})

describe('a subscription that is interrupted', () => {
  test('as too slow, again and again: every event once, and the interruptions are reported', async () => {
    const fault = first(3, true)
    const store = await faulty({ abortAsTooSlow: () => fault.ask() ?? false })
    const stream = newStream()
    const interruptions: string[] = []
    const collected = collect(store, 60, { onInterruption: ({ reason }) => interruptions.push(reason) })
    for (let n = 0; n < 60; n += 1) {
      await store.append(stream, n === 0 ? 'NO_STREAM' : n - 1, [
        { eventId: randomUUID(), type: 'ThemeAssigned', data: { n }, metadata: {} },
      ])
    }
    expect(await collected).toEqual(Array.from({ length: 60 }, (_, n) => n))
    expect(interruptions).toHaveLength(3)
    expect(interruptions[0]).toContain('Consumer too slow')
  })

  test(
    'by a node that ends slow consumers: goes on from the last event taken, without gap or repetition',
    { timeout: 120_000 },
    async () => {
      const node = await startTestEventNode({ EVENT_NODE_ABORT_SLOW_CONSUMERS: '1' })
      const store = connectEventStore(node.url)
      ended.push(
        () => node.stop(),
        () => store.close(),
      )
      const [rounds, aRound, stream] = [3, 6_000, newStream()]
      const write = async (from: number): Promise<void> => {
        for (let n = from; n < from + aRound; n += 500) {
          const events = many(500).map((event, index) => ({ ...event, data: { n: n + index, filling: 'x'.repeat(1_000) } }))
          await store.append(stream, n === 0 ? 'NO_STREAM' : n - 1, events)
        }
      }
      const [seen, interruptions]: [number[], string[]] = [[], []]
      const ending = new AbortController()
      const options = {
        signal: ending.signal,
        maxBatch: 100,
        onInterruption: ({ reason }: { reason: string }) => interruptions.push(reason),
      }
      let round = 0
      for await (const { events, caughtUp } of store.subscribeToAll(options)) {
        seen.push(...events.map((event) => (event.data as { n: number }).n))
        if (!caughtUp || seen.length < round * aRound) continue
        // It is live: what is written now, while this reader stands still, is more than a server keeps for it.
        if (round < rounds) await write(aRound * round++)
        else ending.abort()
      }
      expect(seen).toEqual(Array.from({ length: rounds * aRound }, (_, n) => n))
      expect(interruptions.length).toBeGreaterThan(0)
      expect(interruptions.filter((reason) => !reason.includes('Consumer too slow'))).toEqual([])
    },
  )

  test('by a node that is killed and starts again: goes on from the last event seen', { timeout: 60_000 }, async () => {
    const node = await startTestEventNode()
    const store = connectEventStore(node.url)
    ended.push(
      () => node.stop(),
      () => store.close(),
    )
    const stream = newStream()
    await store.append(stream, 'NO_STREAM', many(30))
    const collected = collect(store, 60)
    await node.kill()
    await expect(store.append(stream, 29, many(1), { timeoutMs: 300 })).rejects.toMatchObject({ kind: 'unavailable' })
    await expect(store.head({ timeoutMs: 300 })).rejects.toThrow(`localhost:${node.port}`)
    await node.restart()
    expect(await store.append(stream, 29, many(30))).toMatchObject({ ok: true, revision: 59 })
    const numbers = Array.from({ length: 30 }, (_, n) => n)
    expect(await collected).toEqual([...numbers, ...numbers])
  })
})

describe('a store that is not there', () => {
  test('fails in time, naming the address and no credentials', async () => {
    const store = connectEventStore('esdb://admin:hush-hush@127.0.0.1:9?tls=false')
    ended.push(() => store.close())
    const failed = await store.head({ timeoutMs: 500 }).catch((error: unknown) => error)
    expect(failed).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('127.0.0.1:9') })
    expect(String(failed)).not.toContain('hush')
  })

  test('an address that is none is refused without being quoted', () => {
    expect(() => connectEventStore('esdb://admin:hush@host:notaport')).toThrow(/not understood|must look like/)
    expect(() => connectEventStore('esdb://admin:hush@host:notaport')).not.toThrow(/hush/)
  })

  test('ends its subscription when it is closed', async () => {
    const store = connectEventStore('esdb://127.0.0.1:9?tls=false')
    const all = (async () => {
      for await (const batch of store.subscribeToAll()) throw new Error(`unexpected batch ${batch.through}`)
    })()
    await new Promise((resolve) => setTimeout(resolve, 100))
    await store.close()
    await all
  })
})
