import { removalIn } from '@outstanding/domain'
import type { EntryKeys, EventStore, StoredEvent } from '@outstanding/event-store'
import { openEvent, openEvents } from '@outstanding/event-store'

/** An event as the log holds it, the same with its texts, and the earlier entries whose texts it removes, without them. */
export type OpenedEvent = { readonly stored: StoredEvent; readonly opened: StoredEvent; readonly rewrites: readonly StoredEvent[] }

/** Gives the events of a batch their texts. The log decides what is removed, whether or not its key is still there. */
export async function openTexts(
  events: readonly StoredEvent[],
  { store, keys }: { readonly store: EventStore; readonly keys: Pick<EntryKeys, 'find'> },
): Promise<readonly OpenedEvent[]> {
  const opened = await openEvents(keys, events)
  const result: OpenedEvent[] = []
  for (const [index, stored] of events.entries())
    result.push({ stored, opened: opened[index] ?? stored, rewrites: await removedBy(stored, store) })
  return result
}

/** An id is plain, so it needs no key to say what a removal names. */
async function removedBy({ stream, type, data }: StoredEvent, store: EventStore): Promise<readonly StoredEvent[]> {
  const removal = removalIn({ type, data })
  if (removal === null) return []
  const events = await store.readStream(stream)
  return events.filter(({ eventId }) => eventId === removal.entry).map((entry) => openEvent(entry, 'REMOVED'))
}
