import { cursorOver, readBytes, readText, readVarint, skipField } from './protobuf-reader.ts'
import { readEventId } from './event-id.ts'

/** An event as a client proposes it: absent parts are undefined, bytes share the request's memory. */
export type ProposedEvent = {
  readonly id: string | undefined
  readonly type: string | undefined
  readonly contentType: string | undefined
  readonly customMetadata: Buffer
  readonly data: Buffer
}

const NOTHING = Buffer.alloc(0)

/** Reads a ProposedMessage; its four fields have the same numbers in Append and BatchAppend. */
export function readProposedEvent(bytes: Buffer): ProposedEvent {
  const cursor = cursorOver(bytes)
  let id: string | undefined
  let type: string | undefined
  let contentType: string | undefined
  let customMetadata: Buffer = NOTHING
  let data: Buffer = NOTHING
  while (cursor.at < cursor.end) {
    const tag = readVarint(cursor)
    if (tag === 0x0a) id = readEventId(cursor)
    else if (tag === 0x12) {
      const [key, value] = readMapEntry(readBytes(cursor))
      if (key === 'type') type = value
      else if (key === 'content-type') contentType = value
    } else if (tag === 0x1a) customMetadata = readBytes(cursor)
    else if (tag === 0x22) data = readBytes(cursor)
    else skipField(cursor, tag)
  }
  return { id, type, contentType, customMetadata, data }
}

/** Reads one entry of a map of texts. */
export function readMapEntry(bytes: Buffer): [key: string, value: string] {
  const cursor = cursorOver(bytes)
  let key = ''
  let value = ''
  while (cursor.at < cursor.end) {
    const tag = readVarint(cursor)
    if (tag === 0x0a) key = readText(cursor)
    else if (tag === 0x12) value = readText(cursor)
    else skipField(cursor, tag)
  }
  return [key, value]
}
