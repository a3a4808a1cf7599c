import type { IndexedEvent } from '../read-model/read-model.ts'
import type { LogEvent } from '../timeline/log-event.ts'

export type Counted = {
  readonly facts: readonly IndexedEvent[]
  readonly events: number
  readonly foreignEvents: number
  readonly recordedAt: string | null
}

/** Gives every event its dense index and a recorded time that never goes back, foreign events included. */
export function countEvents(events: readonly LogEvent[], from: Omit<Counted, 'facts'>): Counted {
  const facts: IndexedEvent[] = []
  let { foreignEvents, recordedAt } = from
  for (const [offset, { content, recordedAt: own }] of events.entries()) {
    recordedAt = recordedAt !== null && recordedAt > own ? recordedAt : own
    if (content.kind === 'FACT')
      facts.push({
        index: from.events + offset,
        event: content.event.recordedAt === recordedAt ? content.event : { ...content.event, recordedAt },
      })
    else if (content.kind !== 'PARKED') foreignEvents += 1
  }
  return { facts, events: from.events + events.length, foreignEvents, recordedAt }
}
