import { inflateRawSync } from 'node:zlib'
import { Unreadable } from '../unreadable.ts'

export type ZipLimits = { unpackedBytes: number; ratio: number; entries: number }
export const ZIP_LIMITS: ZipLimits = { unpackedBytes: 50 * 1024 * 1024, ratio: 100, entries: 5000 }

export type Entry = { name: string; packed: number; unpacked: number; method: number; offset: number }

/** Looks into a zip before anything unpacks it: what it claims to unpack to, and what its XML says of itself. */
export function guardZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Entry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = directoryOf(buffer)
  if (!entries.length) throw Unreadable('broken', 'the Word document is damaged: it is no readable zip archive')
  if (entries.length > limits.entries) throw Unreadable('tooLarge', `the archive holds more than ${limits.entries} files`)
  const claimed = entries.reduce((sum, e) => sum + e.unpacked, 0)
  if (claimed > limits.unpackedBytes)
    throw Unreadable('tooLarge', `the archive unpacks to more than ${Math.round(limits.unpackedBytes / 1048576)} MB`)
  for (const e of entries)
    if (e.unpacked > 1024 * 1024 && e.unpacked > e.packed * limits.ratio)
      throw Unreadable('tooLarge', `a file in the archive is packed more than ${limits.ratio} to 1, as in a zip bomb`)
  for (const e of entries) if (/\.(?:xml|rels)$/i.test(e.name)) checkXml(bytes, e, limits)
  return entries
}

function directoryOf(buffer: Buffer): Entry[] {
  let end = -1
  for (let i = buffer.length - 22; i >= Math.max(0, buffer.length - 66_000); i--)
    if (buffer.readUInt32LE(i) === 0x06054b50) {
      end = i
      break
    }
  if (end < 0) return []
  const count = buffer.readUInt16LE(end + 10)
  let at = buffer.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let i = 0; i < count && at + 46 <= buffer.length && buffer.readUInt32LE(at) === 0x02014b50; i++) {
    const nameLength = buffer.readUInt16LE(at + 28)
    entries.push({
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      unpacked: buffer.readUInt32LE(at + 24),
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      offset: buffer.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

/** What an entry unpacks to; the directory may lie about sizes, so it is unpacked under the limit. */
export function unpacked(bytes: Uint8Array, entry: Entry, limits: ZipLimits = ZIP_LIMITS): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > buffer.length) throw Unreadable('broken', 'the Word document is damaged')
  const start = entry.offset + 30 + buffer.readUInt16LE(entry.offset + 26) + buffer.readUInt16LE(entry.offset + 28)
  const packed = buffer.subarray(start, start + entry.packed)
  try {
    return entry.method === 8 ? inflateRawSync(packed, { maxOutputLength: limits.unpackedBytes }) : Buffer.from(packed)
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw tooLarge
      ? Unreadable('tooLarge', `the archive unpacks to more than ${Math.round(limits.unpackedBytes / 1048576)} MB`)
      : Unreadable('broken', 'the Word document is damaged: a part of it cannot be unpacked')
  }
}

/** A document type declaration in Word's XML is only ever an attack. */
function checkXml(bytes: Uint8Array, entry: Entry, limits: ZipLimits): void {
  if (/<!DOCTYPE|<!ENTITY/i.test(unpacked(bytes, entry, limits).toString('utf8', 0, 20_000)))
    throw Unreadable('broken', 'the Word document declares XML entities, which no word processor writes; it is not read')
}
