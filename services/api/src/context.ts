import type { EventStore } from '@outstanding/event-store'
import type { Log } from '@outstanding/runtime'
import type { Reading } from './reading/reading.ts'
import type { Viewer } from './identity/viewer.ts'

/** What one request brings before any of it is parsed. */
export type RequestContext = {
  readonly viewer: Viewer
  /** Ours or the caller's (`x-correlation-id`, a UUID): goes into every event, log line and error of the request. */
  readonly correlationId: string
  readonly traceparent?: string
}

/** What a resolver may use. */
export type Context = RequestContext & {
  readonly store: EventStore
  readonly reading: Reading
  readonly log: Log
  /** The London day on which the request is handled. */
  readonly today: string
}
