import type { StoredEvent } from '@outstanding/event-store'
import { decodeEvent } from '@outstanding/event-store'
import type { LogEvent } from '@outstanding/read-models'
import { categoryOf, knownCategories } from '@outstanding/read-models'

/** What a stored event is to the read models. An event in a stream of ours that cannot be read is never passed over. */
export function toLogEvent(stored: StoredEvent): LogEvent {
  const { stream, revision, eventId, type, position, recordedAt } = stored
  return { stream, revision, eventId, type, position, recordedAt, reading: readingOf(stored) }
}

function readingOf(stored: StoredEvent): LogEvent['reading'] {
  if (!knownCategories.has(categoryOf(stored.stream))) return { kind: 'FOREIGN' }
  const decoded = decodeEvent(stored)
  return decoded.ok ? { kind: 'FACT', event: decoded.event } : { kind: 'UNREADABLE', reason: decoded.message }
}
