/** A place in a protobuf message; the read functions move it on. Slices share the message's memory. */
export type Cursor = { readonly bytes: Buffer; at: number; readonly end: number }

const LENGTH_DELIMITED = 2

export function cursorOver(bytes: Buffer): Cursor {
  return { bytes, at: 0, end: bytes.length }
}

/** A varint of at most 53 bits: tags, lengths, enums, booleans. */
export function readVarint(cursor: Cursor): number {
  let value = 0
  let factor = 1
  for (let count = 0; count < 10; count++) {
    const byte = nextByte(cursor)
    value += (byte & 0x7f) * factor
    if (byte < 0x80) return value
    factor *= 128
  }
  throw new Error('A varint is longer than ten bytes.')
}

/** An unsigned 64-bit varint. */
export function readUint64(cursor: Cursor): bigint {
  let value = 0n
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = nextByte(cursor)
    value |= BigInt(byte & 0x7f) << shift
    if (byte < 0x80) return BigInt.asUintN(64, value)
  }
  throw new Error('A varint is longer than ten bytes.')
}

/** The bytes of a length-delimited field, without a copy. */
export function readBytes(cursor: Cursor): Buffer {
  const length = readVarint(cursor)
  const start = cursor.at
  if (start + length > cursor.end) throw new Error('A protobuf field runs past the end of its message.')
  cursor.at = start + length
  return cursor.bytes.subarray(start, cursor.at)
}

export function readText(cursor: Cursor): string {
  return readBytes(cursor).toString('utf8')
}

/** Steps over a field that the reader does not know. */
export function skipField(cursor: Cursor, tag: number): void {
  const wireType = tag & 7
  if (wireType === 0) readUint64(cursor)
  else if (wireType === 1) cursor.at += 8
  else if (wireType === LENGTH_DELIMITED) readBytes(cursor)
  else if (wireType === 5) cursor.at += 4
  else throw new Error(`A protobuf field has the unknown wire type ${wireType}.`)
}

function nextByte(cursor: Cursor): number {
  if (cursor.at >= cursor.end) throw new Error('A protobuf message ends within a varint.')
  return cursor.bytes[cursor.at++] as number
}
