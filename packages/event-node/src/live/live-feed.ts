import type { Frame } from '../wire/recorded-event.ts'

/** A committed event in memory; a tombstone's revision is 2^63, the nearest a number comes to 2^63-1. */
export type LiveEvent = { readonly position: number; readonly streamId: number; readonly revision: number; readonly frame: Frame }

/** The newest committed events, which live subscribers read without asking the database. */
export type LiveFeed = {
  /** Position of the newest committed event. */
  head(): number
  /** Whether every event after this position is still in memory. */
  reaches(position: number): boolean
  /** At most `limit` events after this position, in order. Only where `reaches` holds. */
  after(position: number, limit: number): readonly LiveEvent[]
  /** Adds newly committed events and wakes all waiting readers. */
  publish(events: readonly LiveEvent[]): void
  /** Resolves when there is an event after this position, or when the asker is woken. An asker waits for one thing at a time. */
  changed(position: number, asker: object): Promise<void>
  /** Wakes one reader only, so that a reader that has gone costs the others no turn. */
  wake(asker: object): void
  wakeAll(): void
  /** Forgets all events. Readers continue from the database. */
  restartAt(position: number): void
}

const MAX_EVENTS = 8_192
const MAX_BYTES = 16 * 1024 * 1024

export function createLiveFeed(lastPosition: number): LiveFeed {
  let events: LiveEvent[] = []
  let start = 0
  let bytes = 0
  let floor = lastPosition
  let head = lastPosition
  const waiting = new Map<object, () => void>()

  function wakeAll(): void {
    const woken = [...waiting.values()]
    waiting.clear()
    for (const wake of woken) wake()
  }

  function shed(): void {
    while (events.length - start > MAX_EVENTS || (bytes > MAX_BYTES && start < events.length)) {
      const oldest = events[start++] as LiveEvent
      bytes -= oldest.frame.length
      floor = oldest.position
    }
    if (start < MAX_EVENTS) return
    events = events.slice(start)
    start = 0
  }

  /** The index of the first event after the position. */
  function indexAfter(position: number): number {
    let low = start
    let high = events.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((events[middle] as LiveEvent).position > position) high = middle
      else low = middle + 1
    }
    return low
  }

  return {
    head: () => head,
    reaches: (position) => position >= floor,
    after(position, limit) {
      const index = indexAfter(position)
      return events.slice(index, index + limit)
    },
    publish(added) {
      for (const event of added) {
        events.push(event)
        bytes += event.frame.length
        head = event.position
      }
      shed()
      wakeAll()
    },
    changed(position, asker) {
      if (head > position) return Promise.resolve()
      return new Promise((resolve) => waiting.set(asker, resolve))
    },
    wake(asker) {
      const wake = waiting.get(asker)
      waiting.delete(asker)
      wake?.()
    },
    wakeAll,
    restartAt(position) {
      events = []
      start = 0
      bytes = 0
      floor = position
      head = position
      wakeAll()
    },
  }
}
