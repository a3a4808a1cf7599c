import type { EventStore, StoredEvent } from '@outstanding/event-store'

/** A place of the log: its dense index, and its position. */
type Place = { readonly index: number; readonly position: string }
type Until = { readonly end: number; readonly signal: AbortSignal; readonly eventsAtOnce: number }
type Events = { readonly start: number; readonly events: readonly StoredEvent[] }

/** The events behind a place (null: from the first on) up to the index `end`, with the index of each batch's first; fewer where the log ends. */
export async function* eventsBehind(store: EventStore, last: Place | null, { end, signal, eventsAtOnce }: Until): AsyncGenerator<Events> {
  let start = (last?.index ?? -1) + 1
  for await (const { events, caughtUp } of store.subscribeToAll({ after: last?.position, signal, maxBatch: eventsAtOnce })) {
    const wanted = events.slice(0, end - start)
    if (wanted.length > 0) yield { start, events: wanted }
    start += wanted.length
    if (start >= end || caughtUp) return
  }
}
