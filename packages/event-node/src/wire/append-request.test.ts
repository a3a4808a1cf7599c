import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ANY, NO_STREAM, readAppendRequest, readBatchAppendRequest, STREAM_EXISTS } from './append-request.ts'
import { normaliseId } from './event-id.ts'
import { empty, shared, streams } from './stubs.ts'

const bytes = fc.uint8Array({ maxLength: 300 })
const proposed = fc.record({ id: fc.uuid(), type: fc.string(), contentType: fc.string(), metadata: bytes, data: bytes })
const revision = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })

describe('a batch append as the generated classes write it', () => {
  test('is read whole', () => {
    fc.assert(
      fc.property(
        fc.array(proposed, { maxLength: 5 }),
        fc.uuid(),
        bytes,
        revision,
        fc.boolean(),
        (events, correlation, stream, expected, isFinal) => {
          const request = new streams.BatchAppendReq().setCorrelationId(new shared.UUID().setString(correlation)).setIsFinal(isFinal)
          const options = new streams.BatchAppendReq.Options().setStreamPosition(String(expected))
          options.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(stream))
          request.setOptions(options)
          for (const event of events) request.addProposedMessages(fill(new streams.BatchAppendReq.ProposedMessage(), event))
          const read = readBatchAppendRequest(Buffer.from(request.serializeBinary()))
          expect(read.isFinal).toBe(isFinal)
          expect(shared.UUID.deserializeBinary(read.correlationId).getString()).toBe(correlation)
          expect(read.options).toEqual({ stream: Buffer.from(stream), expected, deadline: undefined })
          expect(read.events).toEqual(
            events.map(({ id, type, contentType, metadata, data }) => ({
              id,
              type,
              contentType,
              customMetadata: Buffer.from(metadata),
              data: Buffer.from(data),
            })),
          )
        },
      ),
    )
  })

  test.each([
    ['setNoStream', NO_STREAM],
    ['setAny', ANY],
    ['setStreamExists', STREAM_EXISTS],
  ] as const)('%s', (set, expected) => {
    const options = new streams.BatchAppendReq.Options()
    options[set](new empty.Empty())
    expect(readBatchAppendRequest(Buffer.from(new streams.BatchAppendReq().setOptions(options).serializeBinary())).options?.expected).toBe(
      expected,
    )
  })

  test('a fragment without options has none, and an event may lack every part', () => {
    const request = new streams.BatchAppendReq()
    request.addProposedMessages(new streams.BatchAppendReq.ProposedMessage())
    const { options, events } = readBatchAppendRequest(Buffer.from(request.serializeBinary()))
    expect(options).toBeUndefined()
    expect(events).toEqual([
      { id: undefined, type: undefined, contentType: undefined, customMetadata: Buffer.alloc(0), data: Buffer.alloc(0) },
    ])
  })
})

describe('a classic append', () => {
  test('begins with options, then brings events; a structured id is the same id', () => {
    fc.assert(
      fc.property(proposed, (event) => {
        const message = fill(new streams.AppendReq.ProposedMessage(), event)
        const raw = Buffer.from(event.id.replaceAll('-', ''), 'hex')
        message.setId(
          new shared.UUID().setStructured(
            new shared.UUID.Structured()
              .setMostSignificantBits(String(raw.readBigInt64BE(0)))
              .setLeastSignificantBits(String(raw.readBigInt64BE(8))),
          ),
        )
        const read = readAppendRequest(Buffer.from(new streams.AppendReq().setProposedMessage(message).serializeBinary()))
        expect('event' in read && read.event).toMatchObject({ id: event.id, type: event.type, data: Buffer.from(event.data) })
      }),
    )
    const options = new streams.AppendReq.Options().setRevision('12')
    options.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from('zażółć')))
    const read = readAppendRequest(Buffer.from(new streams.AppendReq().setOptions(options).serializeBinary()))
    expect(read).toMatchObject({ options: { stream: Buffer.from('zażółć'), expected: 12n } })
    expect(readAppendRequest(Buffer.alloc(0))).toEqual({ nothing: true })
  })

  test('bytes that are no message are an error, not an endless loop', () => {
    fc.assert(
      fc.property(bytes, (noise) => {
        for (const read of [readAppendRequest, readBatchAppendRequest]) {
          try {
            read(Buffer.from(noise))
          } catch (error) {
            expect(error).toBeInstanceOf(Error)
          }
        }
      }),
    )
  })
})

test.each([
  ['AAAAAAAA-1111-2222-3333-BBBBBBBBBBBB', 'aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb'],
  ['{aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb}', 'aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb'],
  ['aaaaaaaa111122223333bbbbbbbbbbbb', 'aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb'],
  ['no id', undefined],
  ['', undefined],
])('the id %j is read as %j', (text, id) => {
  expect(normaliseId(text)).toBe(id)
})

type Message = InstanceType<typeof streams.AppendReq.ProposedMessage> | InstanceType<typeof streams.BatchAppendReq.ProposedMessage>
function fill<M extends Message>(
  message: M,
  event: { id: string; type: string; contentType: string; metadata: Uint8Array; data: Uint8Array },
): M {
  message.setId(new shared.UUID().setString(event.id))
  message.getMetadataMap().set('type', event.type).set('content-type', event.contentType)
  message.setCustomMetadata(event.metadata)
  message.setData(event.data)
  return message
}
