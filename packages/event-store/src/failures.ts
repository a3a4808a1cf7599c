import { EventStoreError } from './port.ts'

/** What the store, its client or our own clock said, in the few kinds that make a difference to us. */
export type Failure =
  | { readonly kind: 'conflict'; readonly actual: number | 'NO_STREAM' }
  | { readonly kind: 'streamNotFound' }
  | { readonly kind: 'final'; readonly error: EventStoreError }
  | { readonly kind: 'passing'; readonly error: EventStoreError }

/** Thrown by our own timers, never by the client. */
export class NoAnswerInTime extends Error {
  constructor(ms: number) {
    super(`no answer within ${ms} ms`)
    this.name = 'NoAnswerInTime'
  }
}

const finalWords: Readonly<Record<string, string>> = {
  'access-denied': 'refused access',
  'stream-deleted': 'says that the stream was deleted, which must never be done to this log',
  'missing-required-metadata-property': 'misses a property of an event',
}

/**
 * Sorts an error by its `type` (the client's own errors) or gRPC code (raw errors that slip through it). Whatever is not known for
 * certain to be final is passing: a repeat with the same ids at the same revision does no harm.
 */
export function classify(thrown: unknown, address: string): Failure {
  const error = (thrown ?? {}) as { type?: unknown; message?: unknown; actualVersion?: unknown; code?: unknown }
  const type = typeof error.type === 'string' ? error.type : ''
  if (type === 'wrong-expected-version') return { kind: 'conflict', actual: actualRevision(error.actualVersion) }
  if (type === 'stream-not-found') return { kind: 'streamNotFound' }
  const words = typeof error.message === 'string' ? error.message : String(thrown)
  const said = (kind: EventStoreError['kind'], what: string): EventStoreError =>
    new EventStoreError(kind, `The event store at ${address} ${what}`, thrown)
  if (thrown instanceof EventStoreError) return { kind: 'final', error: thrown }
  if (type === 'maximum-append-size-exceeded') return { kind: 'final', error: said('tooLarge', `takes less in one append: ${words}`) }
  const final = finalWords[type]
  if (final) return { kind: 'final', error: said('refused', `${final}: ${words}`) }
  if (type === 'timeout' || type === 'deadline-exceeded' || thrown instanceof NoAnswerInTime) {
    return { kind: 'passing', error: said('timeout', `did not answer in time: ${words}`) }
  }
  return { kind: 'passing', error: said('unavailable', `cannot be reached: ${words}`) }
}

function actualRevision(version: unknown): number | 'NO_STREAM' {
  return typeof version === 'bigint' && version >= 0n ? Number(version) : 'NO_STREAM'
}
