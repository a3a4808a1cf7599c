import { canonicalJson } from '../json/canonical-json.ts'
import type { Hash } from '../merkle/hashes.ts'
import { hashLeaf } from '../merkle/hashes.ts'

/**
 * One event of the log as its leaf covers it, whatever its type. `revision` counts from 0; `created` is the store's time in UTC
 * with milliseconds. `data` and `metadata` are JSON values, or bytes where the store holds no JSON; `metadata` is null or
 * undefined where the event has none.
 */
export type LeafEvent = {
  readonly stream: string
  readonly revision: number
  readonly eventId: string
  readonly type: string
  readonly created: string
  readonly data: unknown
  readonly metadata: unknown
}

/**
 * The bytes that are hashed, and what a bundle carries: canonical JSON of `{v, stream, revision, eventId, type, created, data,
 * metadata}`, the revision as a decimal string. Bytes stand in base64 as `dataBase64` or `metadataBase64` in place of the
 * member without that ending, so that no JSON can be taken for them.
 */
export function leafContent(event: LeafEvent): string {
  const { stream, revision, eventId, type, created, data, metadata } = event
  const text = { eventId, ...part('metadata', metadata), revision: String(revision), stream, type, v: 1 }
  return canonicalJson({ created, ...part('data', data), ...text })
}

export const leafHash = (event: LeafEvent): Hash => hashLeaf(Buffer.from(leafContent(event)))

const part = (name: 'data' | 'metadata', value: unknown): object =>
  value instanceof Uint8Array ? { [`${name}Base64`]: Buffer.from(value).toString('base64') } : { [name]: value ?? null }
