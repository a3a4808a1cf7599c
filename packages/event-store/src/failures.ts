import type { Address } from './address.ts'
import { diagnose } from './diagnose.ts'
import type { StoreFault } from './port.ts'
import { EventStoreError } from './port.ts'

/** Failures of the store, its client or our own time limit, in the few kinds that we treat differently. */
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
  'stream-deleted': 'says that the stream was deleted, which must never be done to this log',
  'missing-required-metadata-property': 'misses a property of an event',
}

/** gRPC's own codes for who is not known, and for who is known and may not. */
const unauthenticated = 16
const permissionDenied = 7

/**
 * Sorts an error by its `type` (the client's own errors) or gRPC code (raw errors that slip through it). Whatever is not known for
 * certain to be final is passing: a repeat with the same ids at the same revision does no harm. `doing` completes "may not ...".
 */
export function classify(thrown: unknown, address: Address, doing = 'do this'): Failure {
  const error = (thrown ?? {}) as { type?: unknown; message?: unknown; actualVersion?: unknown; code?: unknown }
  const type = typeof error.type === 'string' ? error.type : ''
  if (type === 'wrong-expected-version') return { kind: 'conflict', actual: actualRevision(error.actualVersion) }
  if (type === 'stream-not-found') return { kind: 'streamNotFound' }
  const words = wordsOf(error.message, thrown)
  const storeError = (kind: EventStoreError['kind'], what: string, fault?: StoreFault): EventStoreError =>
    new EventStoreError(kind, `The event store at ${address.shown} ${what}`, { cause: thrown, fault })
  if (thrown instanceof EventStoreError) return { kind: 'final', error: thrown }
  if (type === 'maximum-append-size-exceeded') return { kind: 'final', error: storeError('tooLarge', `takes less in one append: ${words}`) }
  const access = accessFault(type, error.code)
  if (access === 'WRONG_CREDENTIALS') {
    return { kind: 'final', error: storeError('refused', 'does not know this user name or password. Check both', access) }
  }
  if (access === 'NO_RIGHT') return { kind: 'final', error: storeError('refused', mayNot(doing, address), access) }
  const final = finalWords[type]
  if (final) return { kind: 'final', error: storeError('refused', `${final}: ${words}`) }
  if (isLate(type, thrown)) {
    return { kind: 'passing', error: storeError('timeout', `did not answer in time: ${words}`, 'NO_ANSWER') }
  }
  return { kind: 'passing', error: storeError('unavailable', `cannot be reached: ${words}`) }
}

const wordsOf = (message: unknown, thrown: unknown): string => (typeof message === 'string' ? message : String(thrown))

const isLate = (type: string, thrown: unknown): boolean =>
  type === 'timeout' || type === 'deadline-exceeded' || thrown instanceof NoAnswerInTime

function accessFault(type: string, code: unknown): 'WRONG_CREDENTIALS' | 'NO_RIGHT' | undefined {
  if (code === unauthenticated) return 'WRONG_CREDENTIALS'
  return type === 'access-denied' || code === permissionDenied ? 'NO_RIGHT' : undefined
}

/** The longest that a failure waits to learn why; a machine that is there says so at once. */
const diagnosisMs = 1_000

/** The same failure with the reason that a connection of our own finds, and with what to do. */
export async function explained(error: EventStoreError, address: Address): Promise<EventStoreError> {
  if (!error.mayPass) return error
  const found = await diagnose(address, diagnosisMs)
  if (found === undefined) return error
  const message = `The event store at ${address.shown} cannot be reached: ${found.sentence}`
  // Where nothing can be reached, that our own time was over first says nothing more.
  const kind = found.fault === 'NO_ANSWER' ? error.kind : 'unavailable'
  return new EventStoreError(kind, message, { cause: error.cause, fault: found.fault })
}

function mayNot(doing: string, { user, tls }: Address): string {
  if (user === undefined) return `lets nobody ${doing} without a user. Put user:password@ before the host of its address`
  if (!tls) return `lets nobody ${doing} without a user, and the client sends user and password only with tls=true`
  return `does not let the user "${user}" ${doing}. An administrator of the event store can give this right`
}

function actualRevision(version: unknown): number | 'NO_STREAM' {
  return typeof version === 'bigint' && version >= 0n ? Number(version) : 'NO_STREAM'
}
