import {
  AccessDeniedError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client'
import { describe, expect, test } from 'vitest'
import { appendInTime, bytes, failureOf, json, jsonEvents, readAllOf, streamFor } from './events.ts'
import { storeUnderTest, WAYS } from './store-under-test.ts'

const store = storeUnderTest()
const MIB = 1024 * 1024

describe.each(WAYS)('C. errors on append: $mode, $address address', ({ mode, address }) => {
  const client = () => store.client({ mode, address })

  test('23 NO_STREAM on a stream that exists', async () => {
    const [writer, streamName] = [client(), streamFor('23')]
    await writer.appendToStream(streamName, jsonEvents(3))
    const failure = await failureOf(writer.appendToStream(streamName, json(3), { expectedRevision: 'no_stream' }))
    expect(failure).toBeInstanceOf(WrongExpectedVersionError)
    expect(failure).toMatchObject({ type: 'wrong-expected-version', streamName, expectedVersion: 'no_stream', actualVersion: 2n })
  })

  test('24 a revision that is too high', async () => {
    const [writer, streamName] = [client(), streamFor('24')]
    await writer.appendToStream(streamName, json(0))
    const failure = await failureOf(writer.appendToStream(streamName, json(1), { expectedRevision: 5n }))
    expect(failure).toMatchObject({ type: 'wrong-expected-version', streamName, expectedVersion: 5n, actualVersion: 0n })
  })

  test('25 an exact revision of a stream that is missing', async () => {
    const [writer, streamName] = [client(), streamFor('25')]
    for (const expectedRevision of [0n, 5n]) {
      const failure = await failureOf(writer.appendToStream(streamName, json(0), { expectedRevision }))
      expect(failure).toMatchObject({
        type: 'wrong-expected-version',
        streamName,
        expectedVersion: expectedRevision,
        actualVersion: 'no_stream',
      })
    }
  })

  test('26 STREAM_EXISTS on a stream that is missing', async () => {
    const streamName = streamFor('26')
    const failure = await failureOf(client().appendToStream(streamName, json(0), { expectedRevision: 'stream_exists' }))
    expect(failure).toMatchObject({
      type: 'wrong-expected-version',
      streamName,
      expectedVersion: 'stream_exists',
      actualVersion: 'no_stream',
    })
  })

  test('28 more data than one append may carry: refused whole, and the connection goes on', async () => {
    const [writer, stream] = [client(), streamFor('28')]
    await appendInTime(() => writer.appendToStream(`${stream}-at`, bytes(MIB)))
    await writer.appendToStream(`${stream}-halves`, [bytes(MIB / 2), bytes(MIB / 2)])
    for (const events of [[bytes(MIB + 1)], [bytes(MIB / 2 + 1), bytes(MIB / 2 + 1)], [bytes(5_000_000)]]) {
      const failure = await failureOf(appendInTime(() => writer.appendToStream(stream, events)))
      expect(failure).toBeInstanceOf(MaxAppendSizeExceededError)
      expect(failure).toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: MIB })
    }
    await expect(readAllOf(writer, stream)).rejects.toBeInstanceOf(StreamNotFoundError)
    expect((await writer.appendToStream(stream, json(0))).nextExpectedRevision).toBe(0n)
  })

  test('29 a deadline that is already past: refused, and nothing is written', async () => {
    const [writer, stream] = [client(), streamFor('29')]
    await writer.appendToStream(`${stream}-first`, json(0))
    const failure = await failureOf(writer.appendToStream(stream, json(0), { deadline: -5_000 }))
    expect(failure).toBeInstanceOf(DeadlineExceededError)
    await expect(readAllOf(writer, stream)).rejects.toBeInstanceOf(StreamNotFoundError)
  })

  // Beside the numbered cases: what the event node refuses because nothing in our log is ever deleted or hidden.
  test.runIf(process.env['EVENTSTORE_URL'] === undefined)('what would delete or hide events is refused with access denied', async () => {
    const [writer, stream] = [client(), streamFor('refused')]
    await writer.appendToStream(stream, json(0))
    for (const attempt of [
      () => writer.appendToStream(`$$${stream}`, json(0)),
      () => writer.setStreamMetadata(stream, { maxCount: 1 }),
      () => writer.deleteStream(stream),
      () => writer.tombstoneStream(stream),
    ]) {
      expect(await failureOf(attempt())).toBeInstanceOf(AccessDeniedError)
    }
    expect(await readAllOf(writer, stream)).toHaveLength(1)
  })
})
