import canonicalize from 'canonicalize'
import type { Hash } from '../merkle/hashes.ts'
import { hashLeaf } from '../merkle/hashes.ts'

/**
 * One event of the log as its leaf covers it, whatever its type. `revision` counts from 0; `created` is the store's time in UTC
 * with milliseconds. `data` and `metadata` are JSON values; `metadata` is null where the event has none.
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

/** RFC 8785 canonical JSON of the event: the bytes that are hashed, and a line of a bundle. */
export function leafContent(event: LeafEvent): string {
  const { stream, revision, eventId, type, created, data, metadata } = event
  const text = canonicalize({ v: 1, stream, revision: String(revision), eventId, type, created, data, metadata: metadata ?? null })
  if (text === undefined) throw new TypeError(`Event ${revision} of ${stream} has no canonical form.`)
  return text
}

export const leafHash = (event: LeafEvent): Hash => hashLeaf(Buffer.from(leafContent(event)))
