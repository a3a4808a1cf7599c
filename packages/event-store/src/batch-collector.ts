import type { EventBatch, LogPosition, StoredEvent } from './port.ts'
import type { ClientResolvedEvent } from './stored-event.ts'
import { positionOf, toStoredEvent } from './stored-event.ts'

/** What we use of the client's subscription, which is a Transform stream of objects. */
export type EventSource = {
  on(name: 'data', listener: (resolved: ClientResolvedEvent) => void): unknown
  on(name: 'caughtUp' | 'end' | 'close', listener: () => void): unknown
  on(name: 'error', listener: (error: unknown) => void): unknown
  pause(): unknown
  resume(): unknown
  readonly readableLength: number
}

/** The longest that an event waits for company while more keep coming. */
const flushAfterMs = 50

/** One event's way from the socket to us takes up to two turns of the event loop. */
const quietTurnsToFlush = 2

/**
 * Fills an array in a synchronous `data` listener and hands it over when two turns of the event loop brought nothing more, when it is
 * full, or after 50 ms; with `patient`, only when it is full or after 50 ms. A full array pauses the source, so a slow reader holds
 * back the server and not our memory. `next` gives null when the source has ended or `end` was called, and throws what the source
 * failed with once all that had arrived is handed over.
 */
export function collectBatches(
  source: EventSource,
  { maxBatch, patient = false }: { readonly maxBatch: number; readonly patient?: boolean },
): { next(): Promise<EventBatch | null>; end(): void } {
  let events: StoredEvent[] = []
  let through: LogPosition | null = null
  let seen = 0
  let taken = 0
  let firstAt = 0
  let full = false
  let caughtUp = false
  let ready = false
  let checking = false
  let over: { readonly error?: unknown } | null = null
  let wake: (() => void) | undefined

  const flush = (): void => {
    ready = true
    wake?.()
  }
  const check = (before: number, quietTurns: number): void => {
    const quiet = seen === before ? quietTurns + 1 : 0
    if (quiet === quietTurnsToFlush || performance.now() - firstAt >= flushAfterMs) {
      checking = false
      return flush()
    }
    const now = seen
    setImmediate(() => check(now, quiet))
  }
  const arrived = (): void => {
    if (full || checking) return
    checking = true
    firstAt = performance.now()
    const now = seen
    if (patient) setTimeout(() => check(now, 0), flushAfterMs)
    else setImmediate(() => check(now, 0))
  }
  const end = (why: { readonly error?: unknown }): void => {
    over ??= why
    flush()
  }

  source.on('data', (resolved) => {
    seen += 1
    const position = positionOf(resolved)
    if (position !== undefined) through = String(position)
    const stored = toStoredEvent(resolved)
    if (stored) events.push(stored)
    arrived()
    if (events.length < maxBatch || full) return
    full = true
    source.pause()
    flush()
  })
  source.on('caughtUp', () => {
    caughtUp = true
    arrived()
  })
  source.on('error', (error) => end({ error }))
  source.on('end', () => end({}))
  source.on('close', () => end({}))

  const take = (): EventBatch => {
    // What was pushed before the mark may still stand in the source's own buffer: the mark waits for it.
    const atEnd = caughtUp && source.readableLength === 0
    const batch = { events, through, caughtUp: atEnd }
    events = []
    taken = seen
    ready = false
    if (atEnd) caughtUp = false
    if (full) {
      full = false
      source.resume()
    }
    return batch
  }

  return {
    end: () => end({}),
    async next() {
      for (;;) {
        if (ready && (seen > taken || (caughtUp && source.readableLength === 0))) return take()
        if (over && 'error' in over) throw over.error
        if (over) return null
        ready = false
        await new Promise<void>((resolve) => (wake = resolve))
        wake = undefined
      }
    },
  }
}
