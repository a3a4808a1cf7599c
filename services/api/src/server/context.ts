import type { Snapshot } from '@outstanding/projection'
import type { EventStore } from '@outstanding/event-store'
import type { Log } from '@outstanding/runtime'
import type { Exported, PlacedEvent } from '@outstanding/transparency-log'
import type { HoldsFor } from './answers/kept-answers.ts'
import type { Reach } from './answers/reach.ts'
import type { Standing } from './answers/standing.ts'
import type { Beside } from './beside/beside.ts'
import type { Viewer } from './identity/viewer.ts'
import type { People } from './identity/people.ts'
import type { Listeners } from '../audit/event-feed/listeners.ts'
import type { Progress } from '../as-of/progress.ts'
import type { ReadSession } from '../as-of/read-session.ts'
import type { Verification } from '../audit/transparency/read-verification.ts'

/** The key under which an answer would be kept, and for how long it holds: null until its execution finds that it may be kept. */
export type Keeping = { readonly key: string; holdsFor: HoldsFor | null }

/** What one request brings before any of it is parsed. */
export type RequestContext = {
  readonly viewer: Viewer
  /** Whether the token still stands for the viewer: it may expire or be ended while a subscription goes on. Always true signed out. */
  readonly stillSignedIn: () => Promise<boolean>
  /** Ours or the caller's (`x-correlation-id`, a UUID): goes into every event, log line and error of the request. */
  readonly correlationId: string
  readonly traceparent?: string
  /** The body as it was sent; empty where there is none. */
  readonly body: Uint8Array
  /** Set if nobody is signed in: the answer may be kept for the next visitor who asks the same. Null otherwise. */
  readonly keeping: Keeping | null
  /** The time at which an example entry is to be recorded, while an empty embedded log is being seeded (`outstanding-recorded-at`). */
  readonly seededAt?: string
}

/** What a resolver may use. */
export type Context = RequestContext & {
  readonly store: EventStore
  readonly readSession: ReadSession
  /** For what is computed of a whole history. */
  readonly beside: Beside
  readonly people: People
  /** Destroys the key of an entry's texts. */
  readonly destroyText: (entry: string) => Promise<void>
  readonly progress: Progress
  /** Of the rows that a view shows. */
  readonly standingOf: (snapshot: Snapshot) => Promise<Standing>
  /** How far this request has reached. */
  readonly reach: Reach
  /** What is public of the transparency log. */
  readonly verification: () => Promise<Verification>
  /** Whether this very event is among those that the read models were built from. */
  readonly holds: (event: PlacedEvent) => Promise<boolean>
  /** The bundles that hold the event at an index and were written before a time (UTC). */
  readonly exportsHolding: (index: number, before: string) => Promise<readonly Exported[]>
  /** Places for subscriptions; see `listeners.ts`. */
  readonly listeners: Listeners
  readonly log: Log
  /** The London day on which the request is handled. */
  readonly today: string
  /** Aborted when the API closes: subscriptions end. */
  readonly ending: AbortSignal
}
