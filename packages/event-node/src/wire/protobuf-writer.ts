/**
 * Functions that write protobuf fields into a buffer made to measure: each `...Size` says how many bytes its `write...`
 * takes, each `write...` gives the offset after it. Field numbers below 16 only, so that a tag is one byte.
 */
export function varintSize(value: number): number {
  let size = 1
  for (let rest = value; rest >= 128; rest /= 128) size++
  return size
}

export function writeVarint(into: Buffer, at: number, value: number): number {
  let rest = value
  while (rest >= 128) {
    into[at++] = (rest % 128) | 0x80
    rest = Math.floor(rest / 128)
  }
  into[at] = rest
  return at + 1
}

/** Bytes of a length-delimited field: tag, length, content. */
export function fieldSize(contentLength: number): number {
  return 1 + varintSize(contentLength) + contentLength
}

export function writeFieldStart(into: Buffer, at: number, field: number, contentLength: number): number {
  into[at] = (field << 3) | 2
  return writeVarint(into, at + 1, contentLength)
}

export function writeBytesField(into: Buffer, at: number, field: number, content: Buffer): number {
  const start = writeFieldStart(into, at, field, content.length)
  content.copy(into, start)
  return start + content.length
}

export function writeVarintField(into: Buffer, at: number, field: number, value: number): number {
  into[at] = field << 3
  return writeVarint(into, at + 1, value)
}

export function varintFieldSize(value: number): number {
  return 1 + varintSize(value)
}

/** The largest signed 64-bit number, the revision of a tombstone, which no JavaScript number holds. */
export const LONG_MAX = 9223372036854775807n

const LONG_MAX_VARINT = Buffer.from('ffffffffffffffff7f', 'hex')

export function longMaxFieldSize(): number {
  return 1 + LONG_MAX_VARINT.length
}

export function writeLongMaxField(into: Buffer, at: number, field: number): number {
  into[at] = field << 3
  LONG_MAX_VARINT.copy(into, at + 1)
  return at + 1 + LONG_MAX_VARINT.length
}
