import { AccessDeniedError, binaryEvent, jsonEvent, StreamDeletedError, UnknownError } from '@eventstore/db-client'
import type { EventData, Position } from '@eventstore/db-client'
import { describe, expect, test } from 'vitest'
import {
  collect,
  eventually,
  eventuallyEqual,
  failureOf,
  follow,
  json,
  jsonEvents,
  readAllOf,
  revisionsOf,
  streamFor,
  upTo,
} from './events.ts'
import { caseWithUsers, MODES, storeUnderTest } from './store-under-test.ts'

const store = storeUnderTest({ EVENT_NODE_ALLOW_DELETES: '1' })
const client = () => store.client()

describe('at the edges of deleting', () => {
  test('22f a name beyond ASCII: what would carry it in a trailer is an error without a reason, a batch append says it', async () => {
    const [writer, classic, stream] = [client(), store.client({ mode: 'classic' }), `zażółć-${streamFor('22f')}`]
    await writer.appendToStream(stream, json(0))
    const withoutReason = async (attempt: Promise<unknown>) => {
      const failure = await failureOf(attempt)
      expect([failure instanceof UnknownError, failure['code']]).toEqual([true, 2])
    }
    await withoutReason(writer.deleteStream(stream, { expectedRevision: 7n }))
    await writer.tombstoneStream(stream)
    await withoutReason(readAllOf(writer, stream))
    await withoutReason(classic.appendToStream(stream, json(1)))
    expect(await failureOf(writer.appendToStream(stream, json(1)))).toMatchObject({ type: 'stream-deleted', streamName: stream })
  })

  test('49 links to a deleted and to a tombstoned stream stay unresolved, in $all and in subscriptions too', async () => {
    const [writer, stream] = [client(), streamFor('49-gone')]
    const [deleted, tombstoned] = [`${stream}-deleted`, `${stream}-tombstoned`]
    for (const name of [deleted, tombstoned]) await writer.appendToStream(name, json(0))
    const { position } = await writer.appendToStream(
      stream,
      [deleted, tombstoned].map((name) => binaryEvent({ type: '$>', data: Buffer.from(`0@${name}`) })),
    )
    await writer.deleteStream(deleted)
    await writer.tombstoneStream(tombstoned)
    const shown = ({ event, link }: { event?: { revision: bigint }; link?: { revision: bigint } }) => [event?.revision, link?.revision]
    const unresolved = [
      [undefined, 0n],
      [undefined, 1n],
    ]
    await eventuallyEqual(async () => (await collect(writer.readStream(stream, { resolveLinkTos: true }))).map(shown), unresolved)
    const followed = follow(writer.subscribeToStream(stream, { resolveLinkTos: true }))
    await eventually('both', () => followed.events.length === 2)
    expect(followed.events.map(shown)).toEqual(unresolved)
    const all = await collect(writer.readAll({ direction: 'backwards', fromPosition: 'end', resolveLinkTos: true, maxCount: 500 }))
    const own = all.filter(({ link }) => link?.streamId === stream && link.position?.commit === position?.commit)
    expect(own.map(shown)).toEqual([[undefined, 1n]])
  })

  test('65d a soft delete replaces the metadata; what is set after it is kept', async () => {
    const [writer, stream] = [client(), streamFor('65d')]
    await writer.setStreamMetadata(stream, { maxCount: 5, custom: 1 } as never)
    await writer.appendToStream(stream, jsonEvents(3))
    await writer.deleteStream(stream)
    await writer.appendToStream(stream, json(3))
    await eventuallyEqual(async () => (await writer.getStreamMetadata(stream)).metadata, { truncateBefore: 3 })
    await eventuallyEqual(async () => revisionsOf(await readAllOf(writer, stream)), [3])
  })

  test('68b a metastream and a system stream can be deleted', async () => {
    const [writer, stream] = [client(), streamFor('68b')]
    await writer.appendToStream(`$${stream}`, json(0))
    await writer.setStreamMetadata(stream, { maxCount: 5 })
    expect(await writer.deleteStream(`$${stream}`)).toBeDefined()
    expect(await writer.deleteStream(`$$${stream}`)).toBeDefined()
    expect(await writer.tombstoneStream(`$$${stream}`)).toBeDefined()
  })

  caseWithUsers('68b where there are users nobody writes to, deletes or tombstones a stream named $all', async () => {
    for (const mode of MODES) {
      const writer = store.client({ mode })
      for (const attempt of [
        () => writer.appendToStream('$all', json(0)),
        () => writer.deleteStream('$all'),
        () => writer.tombstoneStream('$all'),
      ]) {
        expect(await failureOf(attempt())).toBeInstanceOf(AccessDeniedError)
      }
    }
  })

  test('69b $tb beyond the end hides what is appended later, too, from readers of the stream', async () => {
    const [writer, stream] = [client(), streamFor('69b')]
    const { position } = await writer.appendToStream(stream, jsonEvents(10))
    await writer.setStreamMetadata(stream, { truncateBefore: 20 })
    await eventuallyEqual(async () => revisionsOf(await readAllOf(writer, stream)), [])
    expect((await writer.appendToStream(stream, json(10))).nextExpectedRevision).toBe(10n)
    expect(await readAllOf(writer, stream)).toEqual([])
    expect(await failureOf(writer.appendToStream(stream, json(11), { expectedRevision: 'no_stream' }))).toMatchObject({
      actualVersion: 10n,
    })
    await writer.setStreamMetadata(stream, { truncateBefore: 2, maxCount: 2 })
    await eventuallyEqual(async () => revisionsOf(await readAllOf(writer, stream)), [9, 10])
    const followed = follow(writer.subscribeToStream(stream))
    await eventually('to be caught up', () => followed.log.includes('caughtUp'))
    expect(revisionsOf(followed.events)).toEqual([9, 10])
    const all = await collect(writer.readAll({ fromPosition: position as Position }))
    expect(revisionsOf(all.filter(({ event }) => event?.streamId === stream))).toEqual([9, 10])
  })

  const metadata = (data: unknown) => jsonEvent({ type: '$metadata', data: data as Record<string, unknown> })
  test.each<[string, EventData, number]>([
    ['no JSON', { ...binaryEvent({ type: '$metadata', data: Buffer.from('{oops') }), contentType: 'application/json' } as never, 5],
    ['$maxCount -1', metadata({ $maxCount: -1 }), 5],
    ['$maxCount 2.5', metadata({ $maxCount: 2.5 }), 5],
    ['$maxCount 2 in an event of another type', jsonEvent({ type: 'Foo', data: { $maxCount: 2 } }), 2],
    ['$maxCount 2 as bytes', binaryEvent({ type: '$metadata', data: Buffer.from('{"$maxCount":2}') }), 5],
    ['$tb as JavaScript writes 2^63-1', metadata({ $tb: 2 ** 63 }), 5],
  ])('70b metadata with %s', async (_title, event, visible) => {
    const [writer, stream] = [client(), streamFor('70b')]
    await writer.appendToStream(stream, jsonEvents(5))
    await writer.appendToStream(`$$${stream}`, event)
    await eventuallyEqual(async () => revisionsOf(await readAllOf(writer, stream)), upTo(5).slice(5 - visible))
    expect((await writer.appendToStream(stream, json(5))).nextExpectedRevision).toBe(5n)
  })

  test('70c metadata of a soft-deleted stream, read and written back, revives the stream without its old events', async () => {
    const [writer, stream] = [client(), streamFor('70c')]
    await writer.appendToStream(stream, jsonEvents(3))
    await writer.deleteStream(stream)
    await eventuallyEqual(async () => (await writer.getStreamMetadata(stream)).metadata?.truncateBefore, 9223372036854776000)
    await writer.setStreamMetadata(stream, { truncateBefore: 9223372036854776000 })
    await eventuallyEqual(async () => readAllOf(writer, stream).catch((error: Error) => error.message), [])
  })

  test('27 a tombstone of a stream that never was is final for subscribers, too', async () => {
    const [writer, stream] = [client(), streamFor('27-subscribers')]
    await writer.tombstoneStream(stream)
    const late = follow(writer.subscribeToStream(stream))
    await eventually('the error', () => late.error !== undefined)
    expect(late.error).toBeInstanceOf(StreamDeletedError)
  })
})
