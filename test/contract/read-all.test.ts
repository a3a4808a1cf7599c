import type { EventStoreDBClient, Position, ReadAllOptions, ResolvedEvent } from '@eventstore/db-client'
import { describe, expect, test } from 'vitest'
import { collect, failureOf, json, jsonEvents, numbersOf, streamFor, upTo } from './events.ts'
import { ADDRESSES, storeUnderTest } from './store-under-test.ts'

const store = storeUnderTest()
const PAGE = 100

describe.each(ADDRESSES)('F. reading $all: %s address', (address) => {
  const client = () => store.client({ address })

  test('50 events of several streams in the order of their commits', async () => {
    const [reader, stream] = [client(), streamFor('50')]
    const first = await reader.appendToStream(`${stream}-0`, json(0))
    for (const n of upTo(12).slice(1)) await reader.appendToStream(`${stream}-${n % 3}`, json(n))
    const own = await ownEvents(reader, stream, { fromPosition: first.position })
    expect(numbersOf(own)).toEqual(upTo(12))
    const commits = own.map(({ event }) => event?.position?.commit as bigint)
    expect(commits).toEqual(commits.toSorted((a, b) => (a < b ? -1 : 1)))
    expect(new Set(commits).size).toBe(12)
    const fromStart = await collect(reader.readAll({ maxCount: 1 }))
    expect(fromStart[0]?.event?.position?.commit).toBeGreaterThan(0n)
  })

  test('51 forwards from a position with its event, backwards without it; within one append too', async () => {
    const [reader, stream] = [client(), streamFor('51')]
    const results = []
    for (const n of upTo(3)) results.push(await reader.appendToStream(stream, json(n)))
    const middle = results[1]?.position as Position
    expect(numbersOf(await ownEvents(reader, stream, { fromPosition: middle }))).toEqual([1, 2])
    expect(numbersOf(await ownEventsBefore(reader, stream, middle, 1))).toEqual([0])
    const batch = `${stream}-batch`
    await reader.appendToStream(batch, jsonEvents(3))
    const second = (await collect(reader.readStream(batch)))[1]?.event?.position as Position
    expect(numbersOf(await ownEvents(reader, batch, { fromPosition: second }))).toEqual([1, 2])
    expect(numbersOf(await ownEventsBefore(reader, batch, second, 1))).toEqual([0])
  })

  test('52 the ends: backwards from the end newest first; beyond either end nothing', async () => {
    const [reader, stream] = [client(), streamFor('52')]
    await reader.appendToStream(stream, jsonEvents(3))
    expect(numbersOf(await ownEventsBefore(reader, stream, 'end', 3))).toEqual([2, 1, 0])
    expect(await collect(reader.readAll({ fromPosition: 'end' }))).toEqual([])
    expect(await collect(reader.readAll({ direction: 'backwards', fromPosition: 'start' }))).toEqual([])
  })

  test('54 invented positions: refused or empty, and the server goes on', async () => {
    const [reader, stream] = [client(), streamFor('54')]
    const { position } = await reader.appendToStream(stream, json(0))
    const { commit } = position as Position
    const at = (value: bigint): Position => ({ commit: value, prepare: value })
    for (const direction of ['forwards', 'backwards'] as const) {
      for (const fromPosition of [at(commit - 1n), at(2n ** 63n), { commit: commit - 1n, prepare: commit }]) {
        expect(await failureOf(collect(reader.readAll({ fromPosition, direction })))).toMatchObject({ code: expect.toBeOneOf([2, 3]) })
      }
    }
    for (const beyond of [commit + 1_000_000_000n, 2n ** 63n - 1n]) {
      expect(await collect(reader.readAll({ fromPosition: at(beyond) }))).toEqual([])
      expect(await failureOf(collect(reader.readAll({ fromPosition: at(beyond), direction: 'backwards' })))).toMatchObject({ code: 2 })
    }
    expect(await failureOf(collect(reader.readAll({ fromPosition: at(5n) })))).toMatchObject({ code: expect.toBeOneOf([2, 3]) })
    const lowerPrepare = await collect(reader.readAll({ fromPosition: { commit, prepare: 0n }, maxCount: 1 }))
    expect(lowerPrepare[0]?.event?.streamId).toBe(stream)
    expect(numbersOf(await ownEvents(reader, stream, { fromPosition: position }))).toEqual([0])
  })
})

/** A server has events of others too: only those whose stream's name begins so. */
async function ownEvents(reader: EventStoreDBClient, prefix: string, options: ReadAllOptions): Promise<ResolvedEvent[]> {
  return (await collect(reader.readAll(options))).filter(({ event }) => event?.streamId.startsWith(prefix))
}

/** The first `count` of one's own events that a read backwards comes to, however many of others stand between them. */
async function ownEventsBefore(
  reader: EventStoreDBClient,
  prefix: string,
  from: Position | 'end',
  count: number,
): Promise<ResolvedEvent[]> {
  const own: ResolvedEvent[] = []
  for (let fromPosition = from, isLast = false; own.length < count && !isLast;) {
    const page = await collect(reader.readAll({ direction: 'backwards', fromPosition, maxCount: PAGE }))
    own.push(...page.filter(({ event }) => event?.streamId.startsWith(prefix)))
    isLast = page.length < PAGE
    fromPosition = page.at(-1)?.event?.position ?? fromPosition
  }
  return own.slice(0, count)
}
