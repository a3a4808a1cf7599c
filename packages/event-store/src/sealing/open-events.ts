import type { StoredEvent } from '../port.ts'
import type { EntryKeys } from './entry-keys.ts'
import { openEvent } from './sealed-event.ts'
import { isSealed } from './without-texts.ts'

/** The events with their texts, for who has the keys. One question for all of them. */
export async function openEvents(keys: Pick<EntryKeys, 'find'>, events: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
  const sealed = events.filter(isSealed)
  if (sealed.length === 0) return events
  const found = await keys.find(sealed.map(({ eventId }) => eventId))
  let next = 0
  return events.map((event) => (isSealed(event) ? openEvent(event, found[next++] ?? 'MISSING') : event))
}
