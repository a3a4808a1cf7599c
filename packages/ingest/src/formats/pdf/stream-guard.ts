import { inflateSync } from 'node:zlib'
import { Unreadable } from '../unreadable.ts'

const UNPACKED = 128 * 1024 * 1024
const SUSPICIOUS = 256 * 1024
const STREAM = Buffer.from('stream')
const END = Buffer.from('endstream')

/**
 * Looks into the packed streams of a PDF before anything unpacks them: one that would fill the memory is refused. Only streams that are
 * large, or packed twice, can do so; pictures are never decoded.
 */
export function guardStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf(STREAM); at >= 0; at = file.indexOf(STREAM, at + 6)) {
    const end = file.indexOf(END, at)
    if (end < 0) return
    const head = file.toString('latin1', Math.max(0, at - 400), at)
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1)
    const layers = (dictionary.match(/\/FlateDecode|\/Fl\b/g) ?? []).length
    if (layers > 1 || (layers === 1 && end - at > SUSPICIOUS)) unpack(file.subarray(at + 6, end), layers)
    at = end + 3
  }
}

function unpack(packed: Buffer, layers: number): void {
  let data = packed[0] === 13 && packed[1] === 10 ? packed.subarray(2) : packed.subarray(1)
  for (let i = 0; i < layers; i++) {
    try {
      data = inflateSync(data, { maxOutputLength: UNPACKED })
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
        throw Unreadable('tooLarge', `a part of the PDF unpacks to more than ${UNPACKED / 1048576} MB, as in a bomb`)
      return
    }
  }
}
