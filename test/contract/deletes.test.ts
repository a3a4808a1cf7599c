import { binaryEvent, jsonEvent, StreamDeletedError, StreamNotFoundError, WrongExpectedVersionError } from '@eventstore/db-client'
import type { AppendExpectedRevision, EventStoreDBClient, Position, ReadStreamOptions, ResolvedEvent } from '@eventstore/db-client'
import { describe, expect, test } from 'vitest'
import {
  collect,
  delay,
  eventually,
  eventuallyEqual,
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
import { MODES, storeUnderTest } from './store-under-test.ts'

/** The event node does these only if allowed; our own log never needs them. */
const store = storeUnderTest({ EVENT_NODE_ALLOW_DELETES: '1' })

const EXPECTATIONS: readonly AppendExpectedRevision[] = ['any', 'no_stream', 0n, 'stream_exists']

describe.each(MODES)('H. deleted streams: %s', (mode) => {
  const client = () => store.client({ mode })

  test('14 STREAM_EXISTS and NO_STREAM both hold for a stream that only has metadata', async () => {
    const [writer, stream] = [client(), streamFor('14')]
    for (const [n, expectedRevision] of (['stream_exists', 'no_stream'] as const).entries()) {
      await writer.setStreamMetadata(`${stream}-${n}`, { maxCount: 7 })
      expect((await writer.appendToStream(`${stream}-${n}`, json(0), { expectedRevision })).nextExpectedRevision).toBe(0n)
    }
  })

  test('27 a tombstoned stream refuses every append', async () => {
    const [writer, streamName] = [client(), streamFor('27')]
    await writer.appendToStream(streamName, json(0))
    await writer.tombstoneStream(streamName)
    for (const expectedRevision of EXPECTATIONS) {
      const failure = await failureOf(writer.appendToStream(streamName, json(1), { expectedRevision }))
      expect(failure).toBeInstanceOf(StreamDeletedError)
      expect(failure).toMatchObject({ type: 'stream-deleted', streamName })
    }
  })

  test.each(['any', 'no_stream', 1n] as const)(
    '65 soft deleted, then written to again with %s: the numbers go on',
    async (expectedRevision) => {
      const [writer, stream] = [client(), streamFor('65')]
      await writer.appendToStream(stream, jsonEvents(2))
      await writer.deleteStream(stream)
      // A server answers a write when it is committed; what it means for readers may take a moment longer.
      await eventuallyEqual(() => readsAsMissing(writer, stream), true)
      await eventuallyEqual(() => textOfMetadata(writer, stream), '{"$tb":9223372036854775807}')
      expect((await writer.appendToStream(stream, jsonEvents(3, 2), { expectedRevision })).nextExpectedRevision).toBe(4n)
      await eventuallyEqual(
        async () => ((await readsAsMissing(writer, stream)) ? [] : revisionsOf(await readAllOf(writer, stream))),
        [2, 3, 4],
      )
      await eventuallyEqual(() => textOfMetadata(writer, stream), '{"$tb":2}')
    },
  )

  test('65 soft deleted: what conflicts, and what was written before is known without a position', async () => {
    const [writer, stream, events] = [client(), streamFor('65-other'), jsonEvents(2)]
    await writer.appendToStream(stream, events, { expectedRevision: 'no_stream' })
    await writer.deleteStream(stream)
    expect(await failureOf(writer.appendToStream(stream, json(2), { expectedRevision: 'stream_exists' }))).toBeInstanceOf(
      StreamDeletedError,
    )
    for (const expectedRevision of [0n, 5n]) {
      expect(await failureOf(writer.appendToStream(stream, json(2), { expectedRevision }))).toMatchObject({
        expectedVersion: expectedRevision,
        actualVersion: 1n,
      })
    }
    const { nextExpectedRevision, position } = await writer.appendToStream(stream, events, { expectedRevision: 'no_stream' })
    expect({ nextExpectedRevision, position }).toEqual({ nextExpectedRevision: 1n, position: undefined })
    for (const expected of ['any', 'no_stream', 1n] as const)
      expect(await writer.deleteStream(stream, { expectedRevision: expected })).toBeDefined()
    await expect(readAllOf(writer, stream)).rejects.toBeInstanceOf(StreamNotFoundError)
  })
})

describe('H. deletes, tombstones and metadata', () => {
  const client = () => store.client()

  test('46 reading a tombstoned stream, or its metadata', async () => {
    const [reader, streamName] = [client(), streamFor('46')]
    await reader.appendToStream(streamName, json(0))
    await reader.tombstoneStream(streamName)
    for (const options of [{}, { direction: 'backwards', fromRevision: 'end' }] satisfies ReadStreamOptions[]) {
      const failure = await failureOf(collect(reader.readStream(streamName, options)))
      expect(failure).toBeInstanceOf(StreamDeletedError)
      expect(failure).toMatchObject({ code: 9, streamName })
    }
    expect(await failureOf(reader.getStreamMetadata(streamName))).toMatchObject({ type: 'stream-deleted', streamName: `$$${streamName}` })
  })

  test('53 a tombstone and a soft delete as $all shows them', async () => {
    const [reader, stream] = [client(), streamFor('53')]
    const { position } = await reader.appendToStream(stream, json(0))
    await reader.deleteStream(stream)
    await reader.tombstoneStream(stream)
    const all = await collect(reader.readAll({ ...(position && { fromPosition: position }) }))
    const own = all
      .filter(({ event }) => event?.streamId.endsWith(stream))
      .map(({ event }) => [event?.type, event?.revision, event?.isJson])
    expect(own).toEqual([
      ['Thing', 0n, true],
      ['$metadata', 0n, true],
      ['$streamDeleted', 2n ** 63n - 1n, false],
    ])
  })

  test('58 a live subscriber gets the tombstone, then the error; a later one the error', async () => {
    const [reader, stream] = [client(), streamFor('58')]
    await reader.appendToStream(stream, json(0))
    const live = follow(reader.subscribeToStream(stream))
    await eventually('to be caught up', () => live.log.includes('caughtUp'))
    await reader.tombstoneStream(stream)
    await eventually('the error', () => live.error !== undefined)
    expect(live.log).toEqual(['confirmation', 'event', 'caughtUp', 'event', 'error'])
    expect(live.error).toBeInstanceOf(StreamDeletedError)
    const late = follow(reader.subscribeToStream(stream))
    await eventually('the error', () => late.error !== undefined)
    expect(late.log).toEqual(['error'])
  })

  test('58 a live subscription goes on over a soft delete; a new one begins at the first visible event', async () => {
    const [reader, stream] = [client(), streamFor('58-soft')]
    await reader.appendToStream(stream, jsonEvents(2))
    const live = follow(reader.subscribeToStream(stream))
    await eventually('to be caught up', () => live.log.includes('caughtUp'))
    await reader.deleteStream(stream)
    const ofDeleted = follow(reader.subscribeToStream(stream))
    await eventually('confirmation', () => ofDeleted.log.includes('confirmation'))
    await delay(200)
    expect(ofDeleted.log).toEqual(['confirmation'])
    await reader.appendToStream(stream, json(2))
    await eventually('the new event', () => live.events.length === 3 && ofDeleted.log.includes('caughtUp'))
    expect([numbersOf(live.events), numbersOf(ofDeleted.events)]).toEqual([upTo(3), [2]])
  })

  test('65 a metadata write revives a soft-deleted stream, its old events stay hidden', async () => {
    const [writer, stream] = [client(), streamFor('65-metadata')]
    await writer.appendToStream(stream, jsonEvents(3))
    await writer.deleteStream(stream)
    await writer.setStreamMetadata(stream, { mine: 1 })
    await eventuallyEqual(() => textOfMetadata(writer, stream), '{"mine":1,"$tb":3}')
    await eventuallyEqual(() => readsAsMissing(writer, stream), false)
    expect(await readAllOf(writer, stream)).toEqual([])
    expect(await failureOf(writer.appendToStream(stream, json(3), { expectedRevision: 'no_stream' }))).toMatchObject({ actualVersion: 2n })
    await writer.appendToStream(stream, json(3))
    expect(revisionsOf(await readAllOf(writer, stream))).toEqual([3])
  })

  test('66 and 67 a delete that conflicts, with its expectation and the truth as numbers', async () => {
    const [writer, missing, stream] = [client(), streamFor('66'), streamFor('67')]
    for (const [expectedRevision, expectedVersion] of [
      ['any', -2n],
      ['no_stream', -1n],
      [0n, 0n],
    ] as const) {
      const failure = await failureOf(writer.deleteStream(missing, { expectedRevision }))
      expect(failure).toBeInstanceOf(WrongExpectedVersionError)
      expect(failure).toMatchObject({ streamName: missing, code: 9, expectedVersion, actualVersion: -1n })
    }
    await writer.setStreamMetadata(missing, { cacheControl: 10 })
    expect(await writer.deleteStream(missing, { expectedRevision: 'no_stream' })).toBeDefined()
    await writer.appendToStream(stream, jsonEvents(2))
    for (const [expectedRevision, expectedVersion] of [
      [5n, 5n],
      [0n, 0n],
      ['no_stream', -1n],
    ] as const) {
      expect(await failureOf(writer.deleteStream(stream, { expectedRevision }))).toMatchObject({ expectedVersion, actualVersion: 1n })
      expect(await failureOf(writer.tombstoneStream(stream, { expectedRevision }))).toMatchObject({ expectedVersion, actualVersion: 1n })
    }
    // The client sends STREAM_EXISTS, though its types leave it out.
    const exists = 'stream_exists' as 'any'
    expect(await failureOf(writer.tombstoneStream(streamFor('67-missing'), { expectedRevision: exists }))).toMatchObject({
      expectedVersion: -4n,
    })
    expect(await writer.deleteStream(stream, { expectedRevision: 1n })).toBeDefined()
  })

  test('68 a tombstone is final, also for a stream that never was, and for its metadata', async () => {
    const [writer, stream] = [client(), streamFor('68')]
    await writer.tombstoneStream(stream, { expectedRevision: 'no_stream' })
    for (const attempt of [() => writer.tombstoneStream(stream), () => writer.deleteStream(stream), () => readAllOf(writer, stream)]) {
      expect(await failureOf(attempt())).toMatchObject({ type: 'stream-deleted', streamName: stream })
    }
    for (const attempt of [() => writer.setStreamMetadata(stream, { maxCount: 1 }), () => writer.getStreamMetadata(stream)]) {
      expect(await failureOf(attempt())).toMatchObject({ type: 'stream-deleted', streamName: `$$${stream}` })
    }
  })

  test('69 what $maxCount, $tb and $maxAge hide from readers and subscribers of the stream, not from $all', async () => {
    const [writer, stream] = [client(), streamFor('69')]
    const { position } = await writer.appendToStream(stream, jsonEvents(10))
    const revisions = async (options: ReadStreamOptions = {}) => revisionsOf(await collect(writer.readStream(stream, options)))
    const becomes = (expected: number[]) => eventuallyEqual(() => revisions(), expected)
    await writer.setStreamMetadata(stream, { maxCount: 3 })
    await becomes([7, 8, 9])
    expect(await revisions({ maxCount: 2 })).toEqual([7, 8])
    expect(await revisions({ direction: 'backwards', fromRevision: 8n })).toEqual([8, 7])
    expect(await revisions({ direction: 'backwards', fromRevision: 3n })).toEqual([])
    const followed = follow(writer.subscribeToStream(stream))
    await eventually('to be caught up', () => followed.log.includes('caughtUp'))
    expect(revisionsOf(followed.events)).toEqual([7, 8, 9])
    await writer.setStreamMetadata(stream, { truncateBefore: 4 })
    await becomes([4, 5, 6, 7, 8, 9])
    await writer.setStreamMetadata(stream, { truncateBefore: 20 })
    await becomes([])
    await writer.setStreamMetadata(stream, {})
    await becomes(upTo(10))
    const maxAge = 4
    await delay(maxAge * 1_000 + 300)
    await writer.setStreamMetadata(stream, { maxAge })
    await becomes([])
    // On a slow machine an event may be too old before it is read: then the next one is seen.
    let last = 9
    await eventuallyEqual(async () => {
      last = Number((await writer.appendToStream(stream, json(last + 1))).nextExpectedRevision)
      return (await revisions()).at(-1) === last
    }, true)
    expect((await revisions()).filter((revision) => revision < 10)).toEqual([])
    const inAll = await collect(writer.readAll({ fromPosition: position as Position }))
    expect(revisionsOf(inAll.filter(({ event }) => event?.streamId === stream))).toEqual(upTo(last + 1).slice(9))
    const first = (await collect(writer.readAll({ direction: 'backwards', fromPosition: position as Position, maxCount: 2_000 }))).slice(
      0,
      2_000,
    )
    expect(numbersOf(first.filter(({ event }) => event?.streamId === stream))).toEqual(upTo(9).toReversed())
  })

  test('70 metadata as it was set; one bad value empties the whole; a link to what is hidden stays unresolved', async () => {
    const [writer, stream] = [client(), streamFor('70')]
    const metadata = {
      maxCount: 7,
      maxAge: 100,
      truncateBefore: 1,
      cacheControl: 5,
      acl: { readRoles: ['a', 'b'] },
      custom: { deep: [1, 'ż'] },
    }
    expect(await writer.getStreamMetadata(stream)).toEqual({ streamName: stream })
    await writer.setStreamMetadata(stream, metadata)
    expect((await writer.getStreamMetadata(stream)).metadata).toEqual(metadata)
    await writer.setStreamMetadata(stream, { maxCount: 2 })
    await writer.appendToStream(stream, jsonEvents(5))
    expect(await readAllOf(writer, stream)).toHaveLength(2)
    expect(await readAllOf(writer, `$$${stream}`)).toHaveLength(1)
    for (const data of [{ $maxCount: '3' }, { $maxCount: 0 }, { $maxCount: 2, $tb: 'x' }, [1]]) {
      await writer.appendToStream(`$$${stream}`, jsonEvent({ type: '$metadata', data }))
      expect(await readAllOf(writer, stream)).toHaveLength(5)
    }
    await writer.setStreamMetadata(stream, { truncateBefore: 3 })
    const links = `${stream}-links`
    await writer.appendToStream(
      links,
      [1, 4].map((n) => binaryEvent({ type: '$>', data: Buffer.from(`${n}@${stream}`) })),
    )
    const resolved: ResolvedEvent[] = await collect(writer.readStream(links, { resolveLinkTos: true }))
    expect(resolved.map(({ event }) => event?.revision)).toEqual([undefined, 4n])
  })
})

/** Whether the stream reads as missing. */
async function readsAsMissing(client: EventStoreDBClient, stream: string): Promise<boolean> {
  return readAllOf(client, stream).then(
    () => false,
    (error: unknown) => {
      if (error instanceof StreamNotFoundError) return true
      throw error
    },
  )
}

async function textOfMetadata(client: EventStoreDBClient, stream: string): Promise<string> {
  const [event] = await collect(client.readStream(`$$${stream}`, { direction: 'backwards', fromRevision: 'end', maxCount: 1 }))
  // The client parses JSON, which loses the last digits of large numbers: put those back that we know of.
  return JSON.stringify(event?.event?.data).replace('9223372036854776000', '9223372036854775807')
}
