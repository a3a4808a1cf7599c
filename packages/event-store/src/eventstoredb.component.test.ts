import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestEventNode } from '../../../test/support/event-node.ts'
import { startTestEventNode } from '../../../test/support/event-node.ts'
import { connectEventStore } from './eventstoredb.ts'
import type { EventBatch, EventStore, LogPosition, NewEvent, StoredEvent } from './port.ts'
import { comparePositions } from './port.ts'

let node: TestEventNode
let store: EventStore
beforeAll(async () => {
  node = await startTestEventNode()
  store = connectEventStore(node.url)
})
afterAll(async () => {
  await store?.close()
  await node?.stop()
})

const themed = (theme: string): NewEvent => ({ eventId: randomUUID(), type: 'ThemeAssigned', data: { theme }, metadata: { theme } })
const many = (count: number): NewEvent[] => Array.from({ length: count }, (_, n) => themed(String(n)))
const newStream = (): string => `test-${randomUUID()}`
const revisions = (events: readonly StoredEvent[]): number[] => events.map((event) => event.revision)

describe('appending', () => {
  test('gives the last revision and its position; what is read is what was written', async () => {
    const stream = newStream()
    const events = many(3)
    const appended = await store.append(stream, 'NO_STREAM', events)
    const read = await store.readStream(stream)
    expect(appended).toEqual({ ok: true, revision: 2, position: read[2]?.position })
    expect(read.map(({ eventId, type, data, metadata }) => ({ eventId, type, data, metadata }))).toEqual(events)
    expect(revisions(read)).toEqual([0, 1, 2])
    expect(Math.abs(Date.parse(read[0]?.recordedAt ?? '') - Date.now())).toBeLessThan(60_000)
    expect(await store.append(stream, 2, [themed('more')])).toMatchObject({ ok: true, revision: 3 })
  })

  test('a conflict is a value that says where the stream is', async () => {
    const stream = newStream()
    expect(await store.append(stream, 4, many(1))).toEqual({ ok: false, conflict: { expected: 4, actual: 'NO_STREAM' } })
    await store.append(stream, 'NO_STREAM', many(2))
    expect(await store.append(stream, 'NO_STREAM', many(1))).toEqual({ ok: false, conflict: { expected: 'NO_STREAM', actual: 1 } })
    expect(await store.append(stream, 0, many(1))).toEqual({ ok: false, conflict: { expected: 0, actual: 1 } })
  })

  test('of two writers at the same revision exactly one wins', async () => {
    const stream = newStream()
    const results = await Promise.all(Array.from({ length: 8 }, () => store.append(stream, 'NO_STREAM', many(2))))
    expect(results.filter((result) => result.ok).length).toBe(1)
    expect(await store.readStream(stream)).toHaveLength(2)
  })

  test('the same events at the same revision again are the same append', async () => {
    const stream = newStream()
    const events = many(2)
    const first = await store.append(stream, 'NO_STREAM', events)
    await store.append(stream, 1, many(1))
    expect(await store.append(stream, 'NO_STREAM', events)).toEqual(first)
    expect(await store.readStream(stream)).toHaveLength(3)
  })

  test('what our port refuses does not reach the store', async () => {
    await expect(store.append('with space', 'NO_STREAM', many(1))).rejects.toMatchObject({ kind: 'invalid' })
    await expect(store.append(newStream(), 'NO_STREAM', [])).rejects.toMatchObject({ kind: 'invalid' })
    const huge = Array.from({ length: 11 }, () => themed('x'.repeat(100_000)))
    await expect(store.append(newStream(), 'NO_STREAM', huge)).rejects.toMatchObject({ kind: 'tooLarge' })
  })
})

describe('reading', () => {
  test('a stream that does not exist is empty', async () => {
    expect(await store.readStream(newStream())).toEqual([])
    expect(await store.readStream(newStream(), { direction: 'BACKWARDS', maxCount: 1 })).toEqual([])
  })

  test('forwards and backwards, from a revision, some or all, over several pages', async () => {
    const stream = newStream()
    await store.append(stream, 'NO_STREAM', many(1500))
    await store.append(stream, 1499, many(700))
    const all = Array.from({ length: 2200 }, (_, n) => n)
    expect(revisions(await store.readStream(stream))).toEqual(all)
    expect(revisions(await store.readStream(stream, { direction: 'BACKWARDS' }))).toEqual(all.toReversed())
    expect(revisions(await store.readStream(stream, { from: 5, maxCount: 3 }))).toEqual([5, 6, 7])
    expect(revisions(await store.readStream(stream, { from: 2, direction: 'BACKWARDS' }))).toEqual([2, 1, 0])
    expect(revisions(await store.readStream(stream, { from: 9999 }))).toEqual([])
    expect(revisions(await store.readStream(stream, { direction: 'BACKWARDS', maxCount: 1 }))).toEqual([2199])
    expect(revisions(await store.readStream(stream, { maxCount: 0 }))).toEqual([])
  })

  test('the whole log, page by page in both directions, each event once and no system event', async () => {
    const pages = async (direction: 'FORWARDS' | 'BACKWARDS', maxCount: number) => {
      const events: StoredEvent[] = []
      for (let after: LogPosition | undefined; ;) {
        const page = await store.readAll({ direction, maxCount, ...(after === undefined ? {} : { after }) })
        events.push(...page.events)
        if (page.next === null) return events
        after = page.next
      }
    }
    const forwards = await pages('FORWARDS', 997)
    expect(forwards.length).toBeGreaterThan(2200)
    expect(new Set(forwards.map((event) => event.eventId)).size).toBe(forwards.length)
    expect(forwards.toSorted((a, b) => comparePositions(a.position, b.position))).toEqual(forwards)
    expect(forwards.some((event) => event.type.startsWith('$'))).toBe(false)
    expect((await pages('BACKWARDS', 1000)).toReversed()).toEqual(forwards)
    expect(await store.head()).toBe(forwards.at(-1)?.position)
  })

  test('hundreds of short reads use up no calls', async () => {
    const stream = newStream()
    await store.append(stream, 'NO_STREAM', many(10))
    const reads = await Promise.all(Array.from({ length: 300 }, () => store.readStream(stream, { maxCount: 1 })))
    expect(reads.every((read) => read.length === 1)).toBe(true)
    expect(await store.readStream(stream)).toHaveLength(10)
  })
})

describe('subscribing to the whole log', () => {
  /** Takes batches until `enough`, then ends the subscription. */
  async function take(
    after: LogPosition | undefined,
    enough: (events: readonly StoredEvent[], batch: EventBatch) => boolean,
    maxBatch?: number,
  ) {
    const ending = new AbortController()
    const events: StoredEvent[] = []
    const batches: EventBatch[] = []
    for await (const batch of store.subscribeToAll({
      signal: ending.signal,
      ...(after === undefined ? {} : { after }),
      ...(maxBatch ? { maxBatch } : {}),
    })) {
      batches.push(batch)
      events.push(...batch.events)
      if (enough(events, batch)) ending.abort()
    }
    return { events, batches }
  }

  test('gives the history in batches of at most the size asked for, then says that it has caught up', async () => {
    const head = await store.head()
    const { events, batches } = await take(undefined, (_, batch) => batch.caughtUp, 200)
    expect(Math.max(...batches.map((batch) => batch.events.length))).toBe(200)
    expect(batches.at(-1)).toMatchObject({ caughtUp: true, through: head })
    expect(batches.filter((batch) => batch.caughtUp)).toHaveLength(1)
    expect(new Set(events.map((event) => event.eventId)).size).toBe(events.length)
    expect(events).toHaveLength((await store.readAll({ maxCount: 10_000 })).events.length)
  })

  test('after a place gives what came later, and goes on live without a gap while others write', async () => {
    const after = (await store.head()) ?? undefined
    const [before, during] = [newStream(), newStream()]
    await store.append(before, 'NO_STREAM', many(50))
    const writing = (async () => {
      for (let n = 0; n < 100; n += 1) await store.append(during, n === 0 ? 'NO_STREAM' : n - 1, many(1))
    })()
    const { events } = await take(after, (seen) => seen.length === 150)
    await writing
    expect(revisions(events.filter((event) => event.stream === before))).toEqual(Array.from({ length: 50 }, (_, n) => n))
    expect(revisions(events.filter((event) => event.stream === during))).toEqual(Array.from({ length: 100 }, (_, n) => n))
  })

  test('every place handed out is a place to go on from', async () => {
    const after = (await store.head()) ?? undefined
    const stream = newStream()
    await store.append(stream, 'NO_STREAM', many(40))
    const { batches } = await take(after, (seen) => seen.length === 40, 7)
    for (const batch of batches) {
      const rest = 39 - (batch.events.at(-1)?.revision ?? -1)
      if (rest === 0) continue
      const { events } = await take(batch.through ?? undefined, (seen) => seen.length >= rest)
      expect(revisions(events)).toEqual(Array.from({ length: rest }, (_, n) => 40 - rest + n))
    }
  })

  test('an append is seen within moments', async () => {
    const after = (await store.head()) ?? undefined
    const stream = newStream()
    const seen: number[] = []
    let sent = 0
    setTimeout(() => {
      sent = performance.now()
      store.append(stream, 'NO_STREAM', many(1)).catch(() => {})
    }, 50)
    await take(after, () => seen.push(performance.now()) > 0 && sent > 0 && seen.length > 0 && performance.now() - sent >= 0)
    expect((seen.at(-1) ?? Infinity) - sent).toBeLessThan(5_000)
  })

  test('a reader that is slow holds back the server and loses nothing', async () => {
    const after = (await store.head()) ?? undefined
    const stream = newStream()
    await store.append(stream, 'NO_STREAM', many(2000))
    const ending = new AbortController()
    const seen: number[] = []
    for await (const batch of store.subscribeToAll({ signal: ending.signal, maxBatch: 100, ...(after === undefined ? {} : { after }) })) {
      seen.push(...revisions(batch.events))
      if (seen.length >= 2000) ending.abort()
      else await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(seen).toEqual(Array.from({ length: 2000 }, (_, n) => n))
  })
})

describe('one client a process', () => {
  test('a second store of the same address shares it, another address is refused', async () => {
    const second = connectEventStore(node.url)
    expect(await second.head()).toBe(await store.head())
    await second.close()
    expect(await store.head()).not.toBeNull()
    expect(() => connectEventStore('esdb://127.0.0.1:1?tls=false')).toThrow('another event store')
  })

  test('after close nothing is sent', async () => {
    const second = connectEventStore(node.url)
    await second.close()
    await expect(second.head()).rejects.toMatchObject({ kind: 'closed' })
  })
})
