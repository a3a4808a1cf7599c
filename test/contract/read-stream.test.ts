import { binaryEvent, InvalidArgumentError, StreamNotFoundError, UnknownError } from '@eventstore/db-client'
import type { EventStoreDBClient, ReadStreamOptions } from '@eventstore/db-client'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { collect, failureOf, jsonEvents, numbersOf, readAllOf, revisionsOf, streamFor, upTo } from './events.ts'
import { ADDRESSES, storeUnderTest } from './store-under-test.ts'

const store = storeUnderTest()

describe.each(ADDRESSES)('E. reading a stream: %s address', (address) => {
  const ten = streamFor('ten')
  let client: EventStoreDBClient
  const revisions = async (options: ReadStreamOptions) => revisionsOf(await collect(client.readStream(ten, options)))

  beforeAll(async () => {
    await store.client({ address }).appendToStream(ten, jsonEvents(10))
  })
  beforeEach(() => {
    client = store.client({ address })
  })

  test('42 forwards: from the start, from a revision, no more than asked', async () => {
    expect(await revisions({})).toEqual(upTo(10))
    expect(await revisions({ fromRevision: 3n })).toEqual([3, 4, 5, 6, 7, 8, 9])
    expect(await revisions({ maxCount: 4 })).toEqual([0, 1, 2, 3])
    expect(await revisions({ fromRevision: 3n, maxCount: 4 })).toEqual([3, 4, 5, 6])
    expect(await revisions({ fromRevision: 9n })).toEqual([9])
    expect(await failureOf(revisions({ fromRevision: 'end' }))).toMatchObject({ type: 'unknown', code: 2 })
  })

  test('43 backwards: from the end, from a revision, from past the end, from the start', async () => {
    const direction = 'backwards'
    expect(await revisions({ direction, fromRevision: 'end' })).toEqual(upTo(10).toReversed())
    expect(await revisions({ direction, fromRevision: 3n })).toEqual([3, 2, 1, 0])
    expect(await revisions({ direction, fromRevision: 'start' })).toEqual([0])
    expect(await revisions({ direction, fromRevision: 100n, maxCount: 3 })).toEqual([9, 8, 7])
    expect(await revisions({ direction, fromRevision: 'end', maxCount: 2 })).toEqual([9, 8])
  })

  test('44 forwards past the end: nothing, and no error', async () => {
    expect(await revisions({ fromRevision: 10n })).toEqual([])
    expect(await revisions({ fromRevision: 1_000n })).toEqual([])
  })

  test('45 a stream that is missing', async () => {
    const streamName = streamFor('45')
    for (const options of [{}, { direction: 'backwards', fromRevision: 'end' }, { fromRevision: 5n }] satisfies ReadStreamOptions[]) {
      const failure = await failureOf(collect(client.readStream(streamName, options)))
      expect(failure).toBeInstanceOf(StreamNotFoundError)
      expect(failure).toMatchObject({ type: 'stream-not-found', streamName })
    }
    expect(await client.getStreamMetadata(streamName)).toEqual({ streamName })
  })

  test('47 revisions out of range: some the client refuses at once, the others the server', async () => {
    for (const fromRevision of [-1n, 2n ** 64n]) {
      expect(() => client.readStream(ten, { fromRevision })).toThrow(InvalidArgumentError)
    }
    for (const direction of ['forwards', 'backwards'] as const) {
      expect(await failureOf(revisions({ direction, fromRevision: 2n ** 63n }))).toBeInstanceOf(UnknownError)
    }
    expect(await failureOf(revisions({ fromRevision: 2n ** 64n - 1n }))).toBeInstanceOf(UnknownError)
    expect(await revisions({ direction: 'backwards', fromRevision: 2n ** 64n - 1n, maxCount: 2 })).toEqual([9, 8])
    expect(await revisions({ fromRevision: 2n ** 63n - 1n })).toEqual([])
    expect(await revisions({ direction: 'backwards', fromRevision: 2n ** 63n - 1n, maxCount: 2 })).toEqual([9, 8])
  })

  test.each([31, 32, 33, 64, 500, 1_001])('48 a stream of %i: whole and in order, both ways', async (count) => {
    const stream = streamFor('48')
    await client.appendToStream(stream, jsonEvents(count))
    expect(numbersOf(await readAllOf(client, stream))).toEqual(upTo(count))
    const backwards = await collect(client.readStream(stream, { direction: 'backwards', fromRevision: 'end' }))
    expect(numbersOf(backwards)).toEqual(upTo(count).toReversed())
    expect(await collect(client.readStream(stream, { maxCount: 32 }))).toHaveLength(Math.min(32, count))
  })

  test('49 links: resolved, unresolvable and malformed ones, and links left alone', async () => {
    const [target, links] = [streamFor('49-target'), streamFor('49')]
    await client.appendToStream(target, jsonEvents(2))
    const texts = [`1@${target}`, `7@${target}`, `0@${streamFor('49-missing')}`, 'no link']
    await client.appendToStream(
      links,
      texts.map((text) => binaryEvent({ type: '$>', data: Buffer.from(text) })),
    )
    const describeEvents = async (options: ReadStreamOptions) =>
      (await collect(client.readStream(links, options))).map(({ event, link, commitPosition }) => ({
        event: event && `${event.revision}@${event.streamId} ${event.type}`,
        link: link && `${link.revision}@${link.streamId} ${link.type}`,
        isPositionOf: commitPosition === link?.position?.commit ? 'link' : commitPosition === event?.position?.commit ? 'event' : 'neither',
      }))
    const resolved = [
      { event: `1@${target} Thing`, link: `0@${links} $>`, isPositionOf: 'link' },
      { event: undefined, link: `1@${links} $>`, isPositionOf: 'link' },
      { event: undefined, link: `2@${links} $>`, isPositionOf: 'link' },
      { event: `3@${links} $>`, link: undefined, isPositionOf: 'event' },
    ]
    const plain = upTo(4).map((n) => ({ event: `${n}@${links} $>`, link: undefined, isPositionOf: 'event' }))
    expect(await describeEvents({ resolveLinkTos: true })).toEqual(resolved)
    expect(await describeEvents({ resolveLinkTos: true, direction: 'backwards', fromRevision: 'end' })).toEqual(resolved.toReversed())
    expect(await describeEvents({})).toEqual(plain)
  })

  // Beside the numbered cases: the server takes any name that is not empty.
  test.each(['a/b', 'with blank', 'zażółć', '🦔', `"quoted" 'name' [x]`, 'a:b@c', '$system', 'n'.repeat(1_000)])(
    'the stream name %j is taken as it is',
    async (name) => {
      const stream = `${name}${streamFor('name')}`
      await client.appendToStream(stream, jsonEvents(1), { expectedRevision: 'no_stream' })
      expect((await readAllOf(client, stream)).map(({ event }) => event?.streamId)).toEqual([stream])
      expect(await failureOf(client.appendToStream(stream, jsonEvents(1), { expectedRevision: 5n }))).toMatchObject({
        streamName: stream,
        actualVersion: 0n,
      })
    },
  )
})
