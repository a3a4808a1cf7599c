import type { Writable } from 'node:stream'

/** What is used of it. `closed`: its end was received, though what it brought may still be read. */
export type Http2Stream = Writable & { readonly session?: object }

/**
 * The HTTP/2 stream below a call. The library does not show it, so where a later version has it elsewhere this finds nothing, and
 * the caller goes without.
 */
export function http2StreamOf(call: object): Http2Stream | undefined {
  const { stream } = (call as { call?: { stream?: Http2Stream } }).call ?? {}
  return typeof stream?.write === 'function' && typeof stream.writableLength === 'number' ? stream : undefined
}
