import { randomUUID } from 'node:crypto'
import {
  binaryEvent,
  eventTypeFilter,
  jsonEvent,
  MaxAppendSizeExceededError,
  StreamNotFoundError,
  streamNameFilter,
  UnknownError,
} from '@eventstore/db-client'
import type { Position } from '@eventstore/db-client'
import { describe, expect, test } from 'vitest'
import {
  appendInTime,
  bytes,
  collect,
  eventually,
  failureOf,
  follow,
  json,
  jsonEvents,
  numbersOf,
  readAllOf,
  revisionsOf,
  streamFor,
  upTo,
} from './events.ts'
import { caseOfTheNode, MODES, storeUnderTest } from './store-under-test.ts'

const store = storeUnderTest()
const MIB = 1024 * 1024

/** What was seen of a real server beside the numbered cases; a letter after the number of the nearest. */
describe.each(MODES)('at the edges of appending: %s', (mode) => {
  const client = () => store.client({ mode })

  test('15 JSON that is no object, and metadata that is empty or bytes', async () => {
    const [writer, stream] = [client(), streamFor('15-values')]
    await writer.appendToStream(stream, [
      jsonEvent({ type: 'J', data: null as unknown as string }),
      jsonEvent({ type: 'J', data: 7 as unknown as string }),
      jsonEvent({ type: 'J', data: { x: 1 }, metadata: {} }),
      jsonEvent({ type: 'J', data: { x: 1 }, metadata: Buffer.from('raw') }),
    ])
    const events = (await readAllOf(writer, stream)).map(({ event }) => event)
    expect(events.map((event) => event?.data)).toEqual([null, 7, { x: 1 }, { x: 1 }])
    expect(events.slice(0, 3).map((event) => event?.metadata)).toEqual([undefined, undefined, {}])
    expect(Buffer.from(events[3]?.metadata as Uint8Array).toString()).toBe('raw')
  })

  test('22b no events: the expectation is checked, nothing is written', async () => {
    const [writer, missing, stream] = [client(), streamFor('22b'), streamFor('22b-there')]
    for (const expectedRevision of ['any', 'no_stream'] as const) {
      const { success, position } = await writer.appendToStream(missing, [], { expectedRevision })
      expect([success, typeof position?.commit]).toEqual([true, 'bigint'])
    }
    expect(await failureOf(writer.appendToStream(missing, [], { expectedRevision: 0n }))).toMatchObject({ actualVersion: 'no_stream' })
    await expect(readAllOf(writer, missing)).rejects.toBeInstanceOf(StreamNotFoundError)
    await writer.appendToStream(stream, jsonEvents(2))
    for (const expectedRevision of ['any', 1n, 'stream_exists'] as const) {
      expect((await writer.appendToStream(stream, [], { expectedRevision })).nextExpectedRevision).toBe(1n)
    }
    for (const expectedRevision of [0n, 7n, 'no_stream'] as const) {
      expect(await failureOf(writer.appendToStream(stream, [], { expectedRevision }))).toMatchObject({ actualVersion: 1n })
    }
    expect(await readAllOf(writer, stream)).toHaveLength(2)
  })

  test('22c an id may occur twice in one append, and is given back in lower case', async () => {
    const [writer, stream, id] = [client(), streamFor('22c'), randomUUID().toUpperCase()]
    expect((await writer.appendToStream(stream, [json(1, id), json(2, id)])).nextExpectedRevision).toBe(1n)
    expect((await readAllOf(writer, stream)).map(({ event }) => event?.id)).toEqual([id.toLowerCase(), id.toLowerCase()])
  })

  test('22d event types with blanks, a leading $, a thousand characters', async () => {
    const [writer, stream, types] = [client(), streamFor('22d'), ['a b', '$own', 't'.repeat(1_000)]]
    await writer.appendToStream(
      stream,
      types.map((type) => jsonEvent({ type, data: {} })),
    )
    expect((await readAllOf(writer, stream)).map(({ event }) => event?.type)).toEqual(types)
  })

  test('28 only the bytes of the data count, and the limit is that of the whole append', async () => {
    const [writer, stream] = [client(), streamFor('28-counts')]
    const heavy = binaryEvent({ type: 'T'.repeat(200), data: Buffer.alloc(MIB), metadata: Buffer.alloc(3_000_000) })
    expect((await appendInTime(() => writer.appendToStream(stream, heavy))).nextExpectedRevision).toBe(0n)
    expect(await failureOf(appendInTime(() => writer.appendToStream(stream, [bytes(MIB), bytes(1)])))).toBeInstanceOf(
      MaxAppendSizeExceededError,
    )
  })

  test('28b beyond what a message may have: an error, and the connection goes on', async () => {
    const [writer, stream] = [client(), streamFor('28b')]
    const failure = await failureOf(appendInTime(() => writer.appendToStream(stream, bytes(17_000_000))))
    expect([failure instanceof UnknownError, failure['code']]).toEqual([true, 8])
    expect((await writer.appendToStream(stream, json(0))).nextExpectedRevision).toBe(0n)
  })

  test('39c ids that stand elsewhere than where they were expected', async () => {
    const [writer, stream, events] = [client(), streamFor('39c'), jsonEvents(5)]
    await writer.appendToStream(stream, events)
    const append = (from: number, to: number, expectedRevision: bigint) =>
      writer.appendToStream(stream, events.slice(from, to), { expectedRevision })
    expect([(await append(1, 3, 0n)).nextExpectedRevision, (await append(1, 5, 0n)).nextExpectedRevision]).toEqual([2n, 4n])
    expect((await append(4, 5, 3n)).nextExpectedRevision).toBe(4n)
    expect(await failureOf(append(1, 3, 1n))).toMatchObject({ expectedVersion: 1n, actualVersion: 4n })
    const knownThenNew = writer.appendToStream(stream, [events[2] as (typeof events)[0], json(9)], { expectedRevision: 1n })
    expect(await failureOf(knownThenNew)).toMatchObject({ expectedVersion: 1n, actualVersion: 4n })
    expect(await readAllOf(writer, stream)).toHaveLength(5)
  })
})

test('22c 22d 22e what makes no event, in a classic append', async () => {
  const [writer, stream] = [store.client({ mode: 'classic' }), streamFor('no-event')]
  for (const event of [json(1, '00000000-0000-0000-0000-000000000000'), json(1, 'no-uuid'), jsonEvent({ type: '', data: {} })]) {
    expect(await failureOf(writer.appendToStream(stream, event))).toMatchObject({ type: 'unknown', code: 2 })
  }
  expect(await failureOf(writer.appendToStream('', json(1)))).toMatchObject({ type: 'unknown', code: 2 })
  await expect(readAllOf(writer, stream)).rejects.toBeInstanceOf(StreamNotFoundError)
})

describe('at the edges of reading', () => {
  test('48b no event asked for: an error', async () => {
    const [reader, stream] = [store.client(), streamFor('48b')]
    await reader.appendToStream(stream, json(0))
    for (const name of [stream, streamFor('48b-missing')]) {
      expect(await failureOf(collect(reader.readStream(name, { maxCount: 0 })))).toMatchObject({ type: 'unknown', code: 2 })
    }
    expect(await failureOf(collect(reader.readStream('')))).toMatchObject({ type: 'unknown', code: 2 })
  })

  test('49d a read that is cancelled: it ends, and the connection goes on', async () => {
    const [reader, stream] = [store.client(), streamFor('49d')]
    await reader.appendToStream(stream, jsonEvents(2_000))
    const read = reader.readStream(stream)
    const ended = new Promise((resolve) => read.once('end', resolve).once('close', resolve))
    read.once('data', () => void read.cancel())
    read.on('error', () => {})
    await ended
    expect(numbersOf(await collect(reader.readStream(stream, { maxCount: 10 })))).toEqual(upTo(10))
  })

  test('70e streams that a server keeps for itself and that nobody has written to', async () => {
    for (const name of [`$ce-${streamFor('none')}`, `$et-${streamFor('none')}`, '$settings']) {
      await expect(readAllOf(store.client(), name)).rejects.toBeInstanceOf(StreamNotFoundError)
    }
  })
})

describe('at the edges of subscribing', () => {
  test('56b an append made at the moment of the confirmation is delivered', async () => {
    const [client, id] = [store.client(), streamFor('56b')]
    const kinds = [
      (stream: string) => client.subscribeToStream(stream, { fromRevision: 'end' }),
      () => client.subscribeToAll({ fromPosition: 'end' }),
      (stream: string) => client.subscribeToAll({ fromPosition: 'end', filter: streamNameFilter({ prefixes: [stream] }) }),
    ]
    for (const [round, subscribe] of upTo(15).map((n) => [n, kinds[n % 3] as (typeof kinds)[0]] as const)) {
      const stream = `${id}-${round}`
      const subscription = subscribe(stream)
      const followed = follow(subscription, ({ event }) => event?.streamId === stream)
      await eventually('confirmation', () => followed.log.includes('confirmation'))
      await client.appendToStream(stream, json(round))
      await eventually('the event', () => followed.events.length === 1)
      await subscription.unsubscribe()
      expect([numbersOf(followed.events), followed.error]).toEqual([[round], undefined])
    }
  })

  test('60 an empty prefix lets everything through, system events too', async () => {
    const [client, stream] = [store.client(), streamFor('60-empty')]
    const { position } = await client.appendToStream(stream, json(0))
    const followed = follow(client.subscribeToAll({ fromPosition: position as Position, filter: eventTypeFilter({ prefixes: [''] }) }))
    await eventually('confirmation', () => followed.log.includes('confirmation'))
    await client.appendToStream(stream, jsonEvent({ type: '$own', data: { n: 1 } }))
    await eventually('the event', () => followed.events.some(({ event }) => event?.streamId === stream))
    expect(followed.events.filter(({ event }) => event?.streamId === stream).map(({ event }) => event?.type)).toEqual(['$own'])
  })

  caseOfTheNode('60 an expression that the node has no counterpart for is refused in words', async () => {
    for (const regex of ['(?x) a', '(?>a)', '\\p{IsGreek}', '(a)\\1', '[a-z-[b]]']) {
      const followed = follow(store.client().subscribeToAll({ filter: streamNameFilter({ regex }) }))
      await eventually('the refusal', () => followed.error !== undefined)
      expect(followed.error).toMatchObject({ code: 3, message: expect.stringContaining('does not support') })
    }
  })

  test('63 unsubscribing ends the subscription, and so does disposing of its client', async () => {
    const [client, stream] = [store.client(), streamFor('63-ends')]
    await client.appendToStream(stream, jsonEvents(3))
    for (const end of ['unsubscribe', 'dispose'] as const) {
      const subscription = client.subscribeToStream(stream)
      const followed = follow(subscription)
      const said: string[] = []
      for (const name of ['end', 'close'] as const) subscription.once(name, () => said.push(name))
      await eventually('to be caught up', () => followed.log.includes('caughtUp'))
      await (end === 'unsubscribe' ? subscription.unsubscribe() : client.dispose())
      await eventually('its end', () => said.length === 2)
      expect([said, followed.error, revisionsOf(followed.events)]).toEqual([['end', 'close'], undefined, [0, 1, 2]])
    }
  })

  test('63c a subscriber that does not read holds up no other call of its client', async () => {
    const [client, stream] = [store.client(), streamFor('63c')]
    for (const n of upTo(20)) await client.appendToStream(stream, jsonEvents(1_000, n * 1_000))
    const idle = client.subscribeToStream(stream)
    idle.on('error', () => {})
    idle.pause()
    const other = follow(client.subscribeToStream(stream, { fromRevision: 19_899n }))
    expect(await collect(client.readStream(stream, { maxCount: 100 }))).toHaveLength(100)
    await eventually('the last hundred', () => other.events.length === 100)
  })
})
