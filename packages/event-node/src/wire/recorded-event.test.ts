import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EventToRecord } from './recorded-event.ts'
import { decodeFrame, encodeFrame, frameSubject } from './recorded-event.ts'
import { encodeResolved, withStructuredIds } from './read-answer.ts'
import { structuredHalves } from './event-id.ts'
import { streams } from './stubs.ts'

const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array))
const anyEvent: fc.Arbitrary<EventToRecord> = fc.record({
  id: fc.uuid(),
  stream: fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }).map((text) => Buffer.from(text)),
  revision: fc.oneof(fc.nat(), fc.maxSafeInteger().map(Math.abs), fc.constant('tombstone' as const)),
  type: fc.string({ minLength: 1, unit: 'binary' }).map((text) => Buffer.from(text).toString()),
  isJson: fc.boolean(),
  created: fc.nat().map((n) => `${1_700_000_000_000 + n}0000`),
  customMetadata: bytes,
  data: bytes,
})
const position = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })

test('a frame is the message that the generated classes read, with every part as it was', () => {
  fc.assert(
    fc.property(anyEvent, position, (event, at) => {
      const read = streams.ReadResp.deserializeBinary(encodeFrame(event, at)).getEvent()
      const recorded = read?.getEvent()
      expect(read?.getCommitPosition()).toBe(String(at))
      expect(recorded?.getId()?.getString()).toBe(event.id)
      expect(Buffer.from(recorded?.getStreamIdentifier()?.getStreamName_asU8() ?? [])).toEqual(event.stream)
      expect(recorded?.getStreamRevision()).toBe(event.revision === 'tombstone' ? '9223372036854775807' : String(event.revision))
      expect([recorded?.getCommitPosition(), recorded?.getPreparePosition()]).toEqual([String(at), String(at)])
      expect(Object.fromEntries(recorded?.getMetadataMap().getEntryList() ?? [])).toEqual({
        type: event.type,
        created: event.created,
        'content-type': event.isJson ? 'application/json' : 'application/octet-stream',
      })
      expect(Buffer.from(recorded?.getCustomMetadata_asU8() ?? [])).toEqual(event.customMetadata)
      expect(Buffer.from(recorded?.getData_asU8() ?? [])).toEqual(event.data)
    }),
  )
})

test('what is read out of a frame is what was put in', () => {
  fc.assert(
    fc.property(anyEvent, position, (event, at) => {
      const frame = encodeFrame(event, at)
      const { id, stream, type, isJson, created, customMetadata, data } = event
      const revision = event.revision === 'tombstone' ? 2n ** 63n - 1n : BigInt(event.revision)
      expect(decodeFrame(frame)).toEqual({
        id,
        stream,
        revision,
        position: at,
        type,
        isJson,
        created: BigInt(created),
        customMetadata,
        data,
      })
      expect(frameSubject(frame)).toEqual({ stream: stream.toString(), type })
    }),
  )
})

test('a resolved link carries both events and the position of the link', () => {
  fc.assert(
    fc.property(anyEvent, fc.option(anyEvent, { nil: undefined }), position, (link, target, at) => {
      const resolved = encodeResolved(encodeFrame(link, at), target && encodeFrame(target, 7), at)
      const read = streams.ReadResp.deserializeBinary(resolved).getEvent()
      expect(read?.getLink()?.getId()?.getString()).toBe(link.id)
      expect(read?.getEvent()?.getId()?.getString()).toBe(target?.id)
      expect(read?.getCommitPosition()).toBe(String(at))
    }),
  )
})

test('ids in the structured form are the two halves of the textual one', () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      const read = streams.ReadResp.deserializeBinary(withStructuredIds(encodeFrame(event, 9)))
      const id = read.getEvent()?.getEvent()?.getId()?.getStructured()
      const { most, least } = structuredHalves(event.id)
      expect([id?.getMostSignificantBits(), id?.getLeastSignificantBits()]).toEqual([String(most), String(least)])
    }),
  )
})
