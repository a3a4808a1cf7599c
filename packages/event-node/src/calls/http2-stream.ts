import type { Writable } from 'node:stream'

/**
 * The HTTP/2 stream below a call. The library does not show it, so where a later version has it elsewhere this finds nothing, and
 * whoever asks does without.
 */
export function http2StreamOf(call: object): (Writable & { readonly session?: object }) | undefined {
  const { stream } = (call as { call?: { stream?: Writable } }).call ?? {}
  return typeof stream?.write === 'function' && typeof stream.writableLength === 'number' ? stream : undefined
}
