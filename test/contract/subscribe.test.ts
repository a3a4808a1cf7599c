import {
  binaryEvent,
  eventTypeFilter,
  excludeSystemEvents,
  jsonEvent,
  StreamNotFoundError,
  streamNameFilter,
  UnknownError,
} from '@eventstore/db-client'
import type { EventStoreDBClient, Filter, Position, ResolvedEvent, SubscribeToAllOptions } from '@eventstore/db-client'
import { describe, expect, test } from 'vitest'
import {
  bytes,
  collect,
  delay,
  eventually,
  failureOf,
  follow,
  json,
  jsonEvents,
  numberOf,
  numbersOf,
  readAllOf,
  revisionsOf,
  streamFor,
  upTo,
} from './events.ts'
import { resuming } from './resuming.ts'
import { ADDRESSES, caseWithProcess, storeUnderTest } from './store-under-test.ts'

const store = storeUnderTest()

describe.each(ADDRESSES)('G. subscriptions: %s address', (address) => {
  const client = () => store.client({ address })

  // Fifty thousand once; over gossip it is the same connection once it is found.
  const [batches, singles] = address === 'gossip' ? [4, 100] : [99, 500]
  const total = batches * 500 + singles
  test(`55 history, then live, while a writer goes on: ${total} events without gap or repetition`, async () => {
    const [writer, stream] = [client(), streamFor('55')]
    const { position } = await writer.appendToStream(stream, jsonEvents(500))
    const filter = streamNameFilter({ prefixes: [stream] })
    const placeOf = (last: ResolvedEvent | undefined) => last?.event?.position
    const isOwn = ({ event }: ResolvedEvent) => event?.streamId === stream
    // A server may end any of them with "Consumer too slow": what counts is that each, begun again where it was, is whole.
    const followed = [
      resuming((last) => writer.subscribeToStream(stream, { fromRevision: last?.event?.revision ?? 'start' })),
      resuming((last) => writer.subscribeToAll({ fromPosition: placeOf(last) ?? 'start', filter })),
      // The position of an append is that of its last event, and subscriptions begin after it.
      resuming((last) => writer.subscribeToAll({ fromPosition: placeOf(last) ?? position }), isOwn),
    ]
    const expected = [upTo(total), upTo(total), upTo(total).slice(500)]
    for (let batch = 1; batch < batches; batch++) await writer.appendToStream(stream, jsonEvents(500, batch * 500))
    await Promise.all(upTo(singles).map((n) => writer.appendToStream(stream, json(batches * 500 + n), { deadline: 60_000 })))
    const isWhole = () => followed.every(({ events }, index) => events.length >= (expected[index] as number[]).length)
    await eventually('all events', isWhole, 120_000)
    await delay(100)
    expect(followed.map(({ events }) => numbersOf(events))).toEqual(expected)
    expect(followed.flatMap(({ errors }) => errors).filter(({ type }) => type !== 'timeout')).toEqual([])
    await Promise.all(followed.map((one) => one.stop()))
  })

  test('56 from the end only what comes; from a revision or a position what comes after it', async () => {
    const [writer, stream] = [client(), streamFor('56')]
    await writer.appendToStream(stream, jsonEvents(5))
    const position = await positionOf(writer, stream, 2n)
    const ofStream = ({ event }: ResolvedEvent) => event?.streamId === stream
    const followed = [
      follow(writer.subscribeToStream(stream, { fromRevision: 'end' })),
      follow(writer.subscribeToAll({ fromPosition: 'end' }), ofStream),
      follow(writer.subscribeToStream(stream, { fromRevision: 2n })),
      follow(writer.subscribeToAll({ fromPosition: position }), ofStream),
      follow(writer.subscribeToStream(stream)),
      follow(writer.subscribeToStream(stream, { fromRevision: 4n })),
      follow(writer.subscribeToStream(stream, { fromRevision: 50n })),
    ]
    await eventually('all to be caught up', () => followed.every((one) => one.log.includes('caughtUp')))
    await writer.appendToStream(stream, json(5))
    await eventually('the live event', () =>
      followed.slice(0, -1).every((one) => one.events.length > 0 && numbersOf(one.events).at(-1) === 5),
    )
    expect(followed.map((one) => numbersOf(one.events))).toEqual([[5], [5], [3, 4, 5], [3, 4, 5], upTo(6), [5], []])
    expect(followed[2]?.log).toEqual(['confirmation', 'event', 'event', 'caughtUp', 'event'])
    expect(followed[0]?.log).toEqual(['confirmation', 'caughtUp', 'event'])
  })

  test('57 a stream that is missing, then its first events', async () => {
    const [writer, stream] = [client(), streamFor('57')]
    const fromStart = follow(writer.subscribeToStream(stream))
    const fromEnd = follow(writer.subscribeToStream(stream, { fromRevision: 'end' }))
    const from3 = follow(writer.subscribeToStream(stream, { fromRevision: 3n }))
    await eventually('confirmations', () => [fromStart, fromEnd, from3].every((one) => one.log.includes('confirmation')))
    await delay(300)
    expect(fromStart.log).toEqual(['confirmation'])
    await writer.appendToStream(stream, jsonEvents(2))
    await eventually('both events, and to be caught up', () => fromStart.log.length === 4 && fromEnd.log.length === 4)
    expect(fromStart.log).toEqual(['confirmation', 'event', 'event', 'caughtUp'])
    expect(fromEnd.log).toEqual(['confirmation', 'caughtUp', 'event', 'event'])
    expect(from3.log).toEqual(['confirmation', 'caughtUp'])
  })

  test('59 one confirmation first, and caught up after the history, with or without events', async () => {
    const [writer, stream] = [client(), streamFor('59')]
    await writer.appendToStream(stream, jsonEvents(100))
    const history = follow(writer.subscribeToStream(stream))
    const empty = follow(writer.subscribeToAll({ filter: streamNameFilter({ prefixes: [streamFor('59-nothing')] }) }))
    const fromEnd = follow(writer.subscribeToAll({ fromPosition: 'end', filter: streamNameFilter({ prefixes: [stream] }) }))
    await eventually('all to be caught up', () => [history, empty, fromEnd].every((one) => one.log.includes('caughtUp')))
    expect(history.log).toEqual(['confirmation', ...Array.from({ length: 100 }, () => 'event'), 'caughtUp'])
    expect([empty.log, fromEnd.log]).toEqual([
      ['confirmation', 'caughtUp'],
      ['confirmation', 'caughtUp'],
    ])
  })

  test('60 filters by stream and by type, by prefix and by expression', async () => {
    const [writer, id] = [client(), streamFor('60')]
    const event = (type: string, n: number) => jsonEvent({ type: `${type}${id}`, data: { n } })
    const start = await writer.appendToStream(`start-${id}`, json(0))
    await writer.appendToStream(`a-${id}`, [event('One', 1), event('Two', 2)])
    await writer.appendToStream(`b-${id}`, [event('One', 3), event('one', 4)])
    await writer.appendToStream(`c-${id}`, event('Other', 5))
    const last = await writer.appendToStream(`end-${id}`, json(6))
    const numbers = (filter: Filter) => filteredNumbers(writer, id, { fromPosition: start.position, filter }, last.position as Position)
    expect(await numbers(streamNameFilter({ prefixes: [`a-${id}`] }))).toEqual([1, 2])
    expect(await numbers(streamNameFilter({ prefixes: [`a-${id}`, `b-${id}`] }))).toEqual([1, 2, 3, 4])
    expect(await numbers(streamNameFilter({ prefixes: [`A-${id}`] }))).toEqual([])
    expect(await numbers(streamNameFilter({ regex: `^[ab]-${id}` }))).toEqual([1, 2, 3, 4])
    expect(await numbers(streamNameFilter({ regex: `-${id.slice(-8)}` }))).toEqual([1, 2, 3, 4, 5, 6])
    expect(await numbers(eventTypeFilter({ prefixes: [`One${id}`, `Two${id}`] }))).toEqual([1, 2, 3])
    expect(await numbers(eventTypeFilter({ regex: `^One${id}$` }))).toEqual([1, 3])
    expect(await numbers(eventTypeFilter({ regex: `(?i)^one${id}$` }))).toEqual([1, 3, 4])
    expect(await numbers(excludeSystemEvents())).toEqual([1, 2, 3, 4, 5, 6])
    expect(await numbers(streamNameFilter({ prefixes: [] }))).toEqual([])
    const bad = follow(writer.subscribeToAll({ filter: streamNameFilter({ regex: '([' }) }))
    await eventually('the refusal of a bad expression', () => bad.error !== undefined)
    expect(bad.error).toBeInstanceOf(UnknownError)
  })

  test('60 expressions mean what they mean to the server: letters and digits of every script, categories, line ends', async () => {
    const [writer, id] = [client(), streamFor('60-regex')]
    const types = ['Straße', 'żółć', 'Łódź', 'a٣b', 'line\n', 'x-y']
    const start = await writer.appendToStream(`start-${id}`, json(0))
    await writer.appendToStream(
      `s-${id}`,
      types.map((type, n) => jsonEvent({ type, data: { n } })),
    )
    const last = await writer.appendToStream(`end-${id}`, json(6))
    const matched = async (regex: string) =>
      filteredNumbers(writer, id, { fromPosition: start.position, filter: eventTypeFilter({ regex }) }, last.position as Position)
    expect(await matched('^\\w+$')).toEqual([0, 1, 2, 3, 4, 6])
    expect(await matched('^\\p{Lu}\\p{Ll}+$')).toEqual([0, 2, 6])
    expect(await matched('^\\D+$')).toEqual([0, 1, 2, 4, 5, 6])
    expect(await matched('e$')).toEqual([0, 4])
    expect(await matched('e\\z')).toEqual([0])
  })

  test('61 checkpoints: in order, often enough, and none from which an event is lost', async () => {
    const [writer, id] = [client(), streamFor('61')]
    const start = await writer.appendToStream(`start-${id}`, json(0))
    for (const n of upTo(10)) {
      await writer.appendToStream(`other-${id}`, jsonEvents(100))
      await writer.appendToStream(`own-${id}`, json(n))
    }
    const checkpoints: Position[] = []
    const seen: number[] = []
    const filter = streamNameFilter({
      prefixes: [`own-${id}`],
      maxSearchWindow: 10,
      checkpointInterval: 2,
      checkpointReached: async (_subscription, position) => void checkpoints.push(position),
    })
    const first = writer.subscribeToAll({ fromPosition: start.position as Position, filter })
    first.on('data', (event) => seen.push(numberOf(event)))
    await eventually('all events', () => seen.length === 10)
    await first.unsubscribe()
    expect(checkpoints.length).toBeGreaterThanOrEqual(45)
    const commits = checkpoints.map((checkpoint) => checkpoint.commit)
    expect(commits).toEqual(commits.toSorted((a, b) => (a < b ? -1 : 1)))
    const own = await ownPositions(writer, `own-${id}`)
    for (const checkpoint of checkpoints.filter((_, index) => index % 9 === 0)) {
      const resumed: number[] = []
      const after = writer.subscribeToAll({ fromPosition: checkpoint, filter: streamNameFilter({ prefixes: [`own-${id}`] }) })
      after.on('data', (event) => resumed.push(numberOf(event)))
      const before = own.filter((commit) => commit <= checkpoint.commit).length
      await eventually('the rest of the events', () => resumed.length === 10 - before)
      await after.unsubscribe()
      expect(resumed).toEqual(upTo(10).slice(before))
    }
  })

  test('62 a slow consumer: told that it is too slow or served on, but nothing is lost', async () => {
    const [writer, stream] = [client(), streamFor('62')]
    await writer.appendToStream(stream, json(0))
    const followed = resuming((last) => writer.subscribeToStream(stream, { fromRevision: last?.event?.revision ?? 'start' }))
    await eventually('the first event', () => followed.events.length === 1)
    const slow = followed.current()
    slow.pause()
    await appendBytes(writer, stream, 10)
    await delay(500)
    slow.resume()
    await eventually('the rest', () => followed.events.length >= 5_001)
    expect(revisionsOf(followed.events)).toEqual(upTo(5_001))
    const tooSlow = { type: 'timeout', code: 10, message: expect.stringContaining('Consumer too slow') }
    expect(followed.errors).toEqual(followed.errors.map(() => expect.objectContaining(tooSlow)))
    await followed.stop()
  })

  test('63 unsubscribing: no error, and the server takes as many subscriptions again', async () => {
    const [subscriber, stream] = [store.client({ address, parameters: { keepAliveInterval: 10_063 } }), streamFor('63')]
    for (const subscribers of [80, 80]) {
      const subscriptions = upTo(subscribers).map(() => subscriber.subscribeToStream(stream, { fromRevision: 'end' }))
      const followed = subscriptions.map((subscription) => follow(subscription))
      await eventually('confirmations', () => followed.every((one) => one.log.includes('confirmation')))
      await Promise.all(subscriptions.map((subscription) => subscription.unsubscribe()))
      // A call is freed once the server has heard of its end, which is before it hears of anything asked later on the connection.
      expect(await failureOf(readAllOf(subscriber, stream))).toBeInstanceOf(StreamNotFoundError)
      expect(followed.filter((one) => one.error !== undefined)).toEqual([])
    }
    const last = follow(subscriber.subscribeToStream(stream, { fromRevision: 'end' }))
    await eventually('confirmation', () => last.log.includes('confirmation'))
    await subscriber.dispose()
    expect(last.error).toBeUndefined()
  })

  test('links are resolved in subscriptions too', async () => {
    const [writer, stream] = [client(), streamFor('49-subscription')]
    await writer.appendToStream(`${stream}-target`, json(7))
    await writer.appendToStream(stream, binaryEvent({ type: '$>', data: Buffer.from(`0@${stream}-target`) }))
    const followed = follow(writer.subscribeToStream(stream, { resolveLinkTos: true }))
    await eventually('the linked event', () => followed.events.length === 1)
    expect(numbersOf(followed.events)).toEqual([7])
    expect(followed.events[0]?.link?.streamId).toBe(stream)
  })
})

describe('G. a node that is set to end the subscriptions of slow consumers', () => {
  const strict = storeUnderTest({ EVENT_NODE_ABORT_SLOW_CONSUMERS: '1' })

  caseWithProcess(
    '62 ABORTED, after the events before it, of a stream, of $all and with a filter; begun again, each is whole',
    async () => {
      const [writer, stream] = [strict.client(), streamFor('62-abort')]
      const { position } = await writer.appendToStream(stream, json(0))
      const place = (last: ResolvedEvent | undefined) => ({ fromPosition: last?.event?.position ?? position })
      const filter = streamNameFilter({ prefixes: [stream] })
      const followed = [
        resuming((last) => writer.subscribeToStream(stream, { fromRevision: last?.event?.revision ?? 0n })),
        resuming(
          (last) => writer.subscribeToAll(place(last)),
          ({ event }) => event?.streamId === stream,
        ),
        resuming((last) => writer.subscribeToAll({ ...place(last), filter })),
      ]
      await writer.appendToStream(stream, json(1))
      await eventually('the first live event', () => followed.every(({ events }) => events.length === 1))
      const slow = followed.map((one) => one.current())
      for (const one of slow) one.pause()
      await appendBytes(writer, stream, 6)
      await delay(500)
      for (const one of slow) one.resume()
      await eventually('the rest', () => followed.every(({ events }) => events.length >= 3_001))
      for (const { events, errors } of followed) {
        expect(revisionsOf(events)).toEqual(upTo(3_002).slice(1))
        expect(errors[0]).toMatchObject({ type: 'timeout', code: 10, message: expect.stringContaining('Consumer too slow') })
      }
      await Promise.all(followed.map((one) => one.stop()))
    },
  )
})

describe.each(['SIGKILL', 'SIGTERM'] as const)('G. the server ends by %s', (signal) => {
  caseWithProcess('64 a subscription ends with an error, and resumed from its last event it is complete', async () => {
    const [before, stream] = [store.client(), streamFor('64')]
    await before.appendToStream(stream, jsonEvents(500))
    const first = follow(before.subscribeToStream(stream))
    await eventually('the history', () => first.events.length === 500)
    if (signal === 'SIGKILL') await store.process().kill()
    // A restart ends the running process by SIGTERM first.
    await store.process().restart()
    await eventually('the error', () => first.error !== undefined)
    expect(first.error).toMatchObject({ type: 'unavailable', code: 14 })
    const after = store.client()
    await after.appendToStream(stream, jsonEvents(10, 500))
    const resumed = follow(after.subscribeToStream(stream, { fromRevision: 499n }))
    await eventually('the rest', () => resumed.events.length === 10)
    expect([...numbersOf(first.events), ...numbersOf(resumed.events)]).toEqual(upTo(510))
  })
})

/** So many times 500 events of 1 KiB. */
async function appendBytes(client: EventStoreDBClient, stream: string, times: number): Promise<void> {
  for (const _ of upTo(times)) {
    await client.appendToStream(
      stream,
      Array.from({ length: 500 }, () => bytes(1024)),
    )
  }
}

async function positionOf(client: EventStoreDBClient, stream: string, revision: bigint): Promise<Position> {
  const [event] = await collect(client.readStream(stream, { fromRevision: revision, maxCount: 1 }))
  return event?.event?.position as Position
}

async function ownPositions(client: EventStoreDBClient, stream: string): Promise<bigint[]> {
  return (await readAllOf(client, stream)).map(({ event }) => event?.position?.commit as bigint)
}

/** The numbers of a case's own events that a filter lets through up to a position; the server may hold others'. */
async function filteredNumbers(client: EventStoreDBClient, id: string, options: SubscribeToAllOptions, end: Position): Promise<number[]> {
  const followed = follow(client.subscribeToAll(options), ({ event }) => event?.streamId.includes(id) === true)
  await eventually('the end of the history', () => followed.log.includes('caughtUp'))
  return numbersOf(followed.events.filter(({ event }) => (event?.position?.commit as bigint) <= end.commit))
}
