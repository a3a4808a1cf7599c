import type { UtcInstant } from '@outstanding/domain'

/**
 * A place in the log as a decimal string: opaque (never add or subtract), but ordered as a number.
 * Only places handed out by the same store mean anything.
 */
export type LogPosition = string

/** An event to append. `eventId` is a lower-case UUID; `data` and `metadata` are JSON objects, checked by `checkNewEvents`. */
export type NewEvent = {
  readonly eventId: string
  readonly type: string
  readonly data: object
  readonly metadata: object
}

/** An event as the log holds it, not yet checked against any schema: unknown types pass too. */
export type StoredEvent = {
  readonly stream: string
  /** From 0, without gaps, within the stream. */
  readonly revision: number
  readonly eventId: string
  readonly type: string
  readonly position: LogPosition
  /** The store's own time. */
  readonly recordedAt: UtcInstant
  /** Parsed JSON; the raw bytes where the event is not JSON. */
  readonly data: unknown
  /** Parsed JSON; `undefined` where there is none. */
  readonly metadata: unknown
}

/** The revision that the stream must be at: exact, or no stream at all. "Any" is not offered: it makes repeats unsafe. */
export type ExpectedRevision = number | 'NO_STREAM'

export type Appended = { readonly ok: true; readonly revision: number; readonly position: LogPosition }
export type AppendConflict = {
  readonly ok: false
  readonly conflict: { readonly expected: ExpectedRevision; readonly actual: ExpectedRevision }
}
export type AppendResult = Appended | AppendConflict

export type Direction = 'FORWARDS' | 'BACKWARDS'

/** `from` is a revision, inclusive, by default the first (backwards: the last). All events unless `maxCount` is given. */
export type ReadStreamOptions = {
  readonly from?: number
  readonly direction?: Direction
  readonly maxCount?: number
  readonly timeoutMs?: number
}

/** `after` is exclusive in both directions (backwards: events before it). `maxCount` 1 to 10,000, by default 1,000. */
export type ReadAllOptions = {
  readonly after?: LogPosition
  readonly direction?: Direction
  readonly maxCount?: number
  readonly timeoutMs?: number
}

/** A page of the whole log without its system events. `next` is the `after` of the next page, null at the end. */
export type LogPage = { readonly events: readonly StoredEvent[]; readonly next: LogPosition | null }

/**
 * What a subscription yields: what had arrived, in log order. `events` can be empty.
 * `through` is the place up to which nothing is missing (it also moves past system events): store it with the rows; null
 * while the log has shown nothing at all.
 * `caughtUp` is true if the store reported that there was nothing after `through`. It can occur several times.
 */
export type EventBatch = {
  readonly events: readonly StoredEvent[]
  readonly through: LogPosition | null
  readonly caughtUp: boolean
}

/** `after` is exclusive; from the beginning when absent. */
export type SubscribeOptions = {
  readonly after?: LogPosition
  readonly signal?: AbortSignal
  /** At most this many events a batch, by default 500; thousands for a rebuild. */
  readonly maxBatch?: number
  /** Waits up to 50 ms for a batch to become full: fewer and larger ones, for a rebuild. */
  readonly patient?: boolean
  /** Called for every interruption. The subscription continues by itself from the last position seen. */
  readonly onInterruption?: (interruption: { readonly attempt: number; readonly retryInMs: number; readonly reason: string }) => void
}

/** The log, as the rest of the house sees it. Every call has a timeout; an unreachable store throws `EventStoreError`. */
export type EventStore = {
  /**
   * Appends all events or none. An attempt whose outcome is unknown is repeated with the same ids at the same revision, which
   * the store recognises, until `timeoutMs` (default 10 s) is over. A conflict is a value.
   * Throws `EventStoreError` (`unavailable`, `timeout`: the outcome is unknown; `invalid`, `tooLarge`, `refused`: nothing was written).
   */
  append(
    stream: string,
    expectedRevision: ExpectedRevision,
    events: readonly NewEvent[],
    options?: { readonly timeoutMs?: number },
  ): Promise<AppendResult>
  /** Empty where the stream does not exist. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]>
  readAll(options?: ReadAllOptions): Promise<LogPage>
  /** The place of the very last event of the log, system events included; null when there is none. */
  head(options?: { readonly timeoutMs?: number }): Promise<LogPosition | null>
  /** Ends when `signal` is aborted or the store is closed. Use one per process and pass its batches on. */
  subscribeToAll(options?: SubscribeOptions): AsyncIterable<EventBatch>
  close(): Promise<void>
}

export type EventStoreErrorKind = 'unavailable' | 'timeout' | 'invalid' | 'tooLarge' | 'refused' | 'closed'

/** What exactly is wrong with the way to the store, where that is known. */
export type StoreFault =
  | 'MALFORMED_ADDRESS'
  | 'UNKNOWN_HOST'
  | 'NOTHING_LISTENS'
  | 'NO_ANSWER'
  | 'NO_EVENT_STORE'
  | 'TLS_REQUIRED'
  | 'TLS_NOT_SPOKEN'
  | 'UNKNOWN_AUTHORITY'
  | 'WRONG_CERTIFICATE'
  | 'WRONG_CREDENTIALS'
  | 'NO_RIGHT'

/** Faults that stay until somebody changes a setting: waiting does not help. */
const faultsOfSettings: ReadonlySet<StoreFault | undefined> = new Set<StoreFault>([
  'MALFORMED_ADDRESS',
  'NO_EVENT_STORE',
  'TLS_REQUIRED',
  'TLS_NOT_SPOKEN',
  'UNKNOWN_AUTHORITY',
  'WRONG_CERTIFICATE',
  'WRONG_CREDENTIALS',
  'NO_RIGHT',
])

/**
 * Infrastructure failed, or a caller broke the port's rules. The message is one sentence, with what to do; it names the address, never a
 * credential.
 */
export class EventStoreError extends Error {
  readonly kind: EventStoreErrorKind
  readonly fault: StoreFault | undefined

  constructor(kind: EventStoreErrorKind, message: string, { cause, fault }: { cause?: unknown; fault?: StoreFault | undefined } = {}) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'EventStoreError'
    this.kind = kind
    this.fault = fault
  }

  /** The store is away or slow, and the outcome of an append is unknown: the same command, with the same id, may be sent again. */
  get mayPass(): boolean {
    return this.kind === 'unavailable' || this.kind === 'timeout'
  }

  /** Whether to wait for the store, as at a start: it may come. False where a setting has to be changed first. */
  get waitingHelps(): boolean {
    return this.mayPass && !faultsOfSettings.has(this.fault)
  }
}

/** -1, 0 or 1, by the numbers that the positions stand for. */
export function comparePositions(a: LogPosition, b: LogPosition): -1 | 0 | 1 {
  if (a.length !== b.length) return a.length < b.length ? -1 : 1
  if (a === b) return 0
  return a < b ? -1 : 1
}
