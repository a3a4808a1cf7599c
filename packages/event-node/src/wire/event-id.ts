import type { Cursor } from './protobuf-reader.ts'
import { cursorOver, readBytes, readText, readUint64, readVarint, skipField } from './protobuf-reader.ts'

const TEXTUAL = /^[{(]?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})[)}]?$/

export const ZERO_ID = '00000000-0000-0000-0000-000000000000'

/** Reads a UUID message, textual or structured, to lower-case text; undefined where it is no UUID. */
export function readEventId(cursor: Cursor): string | undefined {
  const message = cursorOver(readBytes(cursor))
  let id: string | undefined
  while (message.at < message.end) {
    const tag = readVarint(message)
    if (tag === 0x12) id = normaliseId(readText(message))
    else if (tag === 0x0a) id = readStructured(cursorOver(readBytes(message)))
    else skipField(message, tag)
  }
  return id
}

/** A UUID in any of its usual spellings as lower-case text with dashes; undefined where it is none. */
export function normaliseId(text: string): string | undefined {
  const match = TEXTUAL.exec(text.trim().toLowerCase())
  return match ? match.slice(1, 6).join('-') : undefined
}

/** The two signed halves of a UUID, most significant first, as the structured form carries them. */
export function structuredHalves(id: string): { most: bigint; least: bigint } {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  return { most: bytes.readBigInt64BE(0), least: bytes.readBigInt64BE(8) }
}

function readStructured(message: Cursor): string {
  const bytes = Buffer.alloc(16)
  while (message.at < message.end) {
    const tag = readVarint(message)
    if (tag === 0x08) bytes.writeBigUInt64BE(readUint64(message), 0)
    else if (tag === 0x10) bytes.writeBigUInt64BE(readUint64(message), 8)
    else skipField(message, tag)
  }
  return normaliseId(bytes.toString('hex')) as string
}
