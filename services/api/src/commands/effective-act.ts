import type { DomainFact, Recorded } from '@outstanding/domain'
import { effectiveEntries } from '@outstanding/domain'
import type { EventStore, StoredEvent } from '@outstanding/event-store'
import { decodeEvent } from '@outstanding/event-store'

/** An act as recorded, null where it was made void since: what had not followed from it by then stays undone. */
export async function effectiveAct<F extends DomainFact>(
  store: EventStore,
  { stream, eventId }: Pick<StoredEvent, 'stream' | 'eventId'>,
): Promise<Recorded<F> | null> {
  const events = (await store.readStream(stream)).flatMap((stored) => {
    const decoded = decodeEvent(stored)
    // The stream's name says which aggregate it is, and nobody else writes to it.
    return decoded.ok ? [decoded.event as Recorded<F>] : []
  })
  const stands = effectiveEntries(events, null, null).some((entry) => entry.eventId === eventId)
  return (stands ? events.find((entry) => entry.eventId === eventId) : null) ?? null
}
