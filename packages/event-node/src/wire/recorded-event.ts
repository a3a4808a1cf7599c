import { readMapEntry } from './proposed-event.ts'
import type { Cursor } from './protobuf-reader.ts'
import { cursorOver, readBytes, readText, readUint64, readVarint, skipField } from './protobuf-reader.ts'
import {
  fieldSize,
  longMaxFieldSize,
  varintFieldSize,
  writeBytesField,
  writeFieldStart,
  writeLongMaxField,
  writeVarintField,
} from './protobuf-writer.ts'

/**
 * A frame is a whole ReadResp message that carries one event: it is made once, when the event is written, stored as it
 * is and sent as it is to every reader that does not ask for links to be resolved.
 */
export type Frame = Buffer

/** What a frame is made of. `revision` 'tombstone' stands for 2^63-1; `created` is in 100 ns since 1970. */
export type EventToRecord = {
  readonly id: string
  readonly stream: Buffer
  readonly revision: number | 'tombstone'
  readonly type: string
  readonly isJson: boolean
  readonly created: string
  readonly customMetadata: Buffer
  readonly data: Buffer
}

/** What can be read out of a frame; slices share its memory. */
export type RecordedEvent = {
  readonly id: string
  readonly stream: Buffer
  readonly revision: bigint
  readonly position: number
  readonly type: string
  readonly isJson: boolean
  readonly created: bigint
  readonly customMetadata: Buffer
  readonly data: Buffer
}

const NOTHING: Buffer = Buffer.alloc(0)
const JSON_CONTENT = mapEntry('content-type', 'application/json')
const BINARY_CONTENT = mapEntry('content-type', 'application/octet-stream')

export function encodeFrame(event: EventToRecord, position: number): Frame {
  const { id, stream, revision, type, created, customMetadata, data } = event
  const typeEntry = mapEntry('type', type)
  const createdEntry = mapEntry('created', created)
  const content = event.isJson ? JSON_CONTENT : BINARY_CONTENT
  const identifier = fieldSize(stream.length)
  const recorded =
    fieldSize(fieldSize(id.length)) +
    fieldSize(identifier) +
    (revision === 'tombstone' ? longMaxFieldSize() : varintFieldSize(revision)) +
    2 * varintFieldSize(position) +
    fieldSize(typeEntry.length) +
    fieldSize(createdEntry.length) +
    fieldSize(content.length) +
    fieldSize(customMetadata.length) +
    fieldSize(data.length)
  const readEvent = fieldSize(recorded) + varintFieldSize(position)
  const frame = Buffer.allocUnsafe(fieldSize(readEvent))
  let at = writeFieldStart(frame, 0, 1, readEvent)
  at = writeFieldStart(frame, at, 1, recorded)
  at = writeFieldStart(frame, at, 1, fieldSize(id.length))
  at = writeFieldStart(frame, at, 2, id.length)
  at += frame.write(id, at, 'latin1')
  at = writeFieldStart(frame, at, 2, identifier)
  at = writeBytesField(frame, at, 3, stream)
  at = revision === 'tombstone' ? writeLongMaxField(frame, at, 3) : writeVarintField(frame, at, 3, revision)
  at = writeVarintField(frame, at, 4, position)
  at = writeVarintField(frame, at, 5, position)
  at = writeBytesField(frame, at, 6, typeEntry)
  at = writeBytesField(frame, at, 6, createdEntry)
  at = writeBytesField(frame, at, 6, content)
  at = writeBytesField(frame, at, 7, customMetadata)
  at = writeBytesField(frame, at, 8, data)
  writeVarintField(frame, at, 3, position)
  return frame
}

/** The RecordedEvent message within a frame. */
export function recordedBytes(frame: Frame): Buffer {
  const cursor = cursorOver(frame)
  readVarint(cursor)
  readVarint(cursor)
  readVarint(cursor)
  return readBytes(cursor)
}

export function decodeFrame(frame: Frame): RecordedEvent {
  const cursor = cursorOver(recordedBytes(frame))
  const metadata = new Map<string, string>()
  const fields = { id: '', stream: frame, revision: 0n, position: 0, customMetadata: NOTHING, data: frame }
  while (cursor.at < cursor.end) {
    const tag = readVarint(cursor)
    if (tag === 0x0a) fields.id = innerField(cursor).toString('latin1')
    else if (tag === 0x12) fields.stream = innerField(cursor)
    else if (tag === 0x18) fields.revision = readUint64(cursor)
    else if (tag === 0x28) fields.position = readVarint(cursor)
    else if (tag === 0x32) metadata.set(...readMapEntry(readBytes(cursor)))
    else if (tag === 0x3a) fields.customMetadata = readBytes(cursor)
    else if (tag === 0x42) fields.data = readBytes(cursor)
    else skipField(cursor, tag)
  }
  return {
    ...fields,
    type: metadata.get('type') ?? '',
    isJson: metadata.get('content-type') === 'application/json',
    created: BigInt(metadata.get('created') ?? 0),
  }
}

/** The stream and the type of a frame's event, which is all that filters and links look at. */
export function frameSubject(frame: Frame): { stream: string; type: string } {
  const cursor = cursorOver(recordedBytes(frame))
  let stream = ''
  while (cursor.at < cursor.end) {
    const tag = readVarint(cursor)
    if (tag === 0x12) stream = innerField(cursor).toString('utf8')
    else if (tag === 0x32) {
      const entry = cursorOver(readBytes(cursor))
      readVarint(entry)
      if (readText(entry) !== 'type') continue
      readVarint(entry)
      return { stream, type: readText(entry) }
    } else skipField(cursor, tag)
  }
  return { stream, type: '' }
}

function innerField(cursor: Cursor): Buffer {
  const inner = cursorOver(readBytes(cursor))
  readVarint(inner)
  return readBytes(inner)
}

function mapEntry(key: string, value: string): Buffer {
  const valueLength = Buffer.byteLength(value)
  const entry = Buffer.allocUnsafe(fieldSize(key.length) + fieldSize(valueLength))
  let at = writeFieldStart(entry, 0, 1, key.length)
  at += entry.write(key, at, 'latin1')
  at = writeFieldStart(entry, at, 2, valueLength)
  entry.write(value, at, 'utf8')
  return entry
}
