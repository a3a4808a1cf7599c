import { categoryOf } from '@outstanding/domain'
import type { StoredEvent } from '@outstanding/event-store'
import { decodeEvent } from '@outstanding/event-store'
import type { LogEvent } from '@outstanding/projection'
import { categoriesOf } from '@outstanding/projection'
import { allReadModels } from '@outstanding/read-models'
import type { NewLeaf } from '@outstanding/transparency-log'
import { leafHash } from '@outstanding/transparency-log'

/** An event as the read models and the transparency log take it. */
export type WrittenEvent = LogEvent & NewLeaf

/** What a stored event is to both. One that defeats this very code cannot be read either, and is named as such. */
export function toWrittenEvent(stored: StoredEvent): WrittenEvent {
  try {
    return { ...toLeaf(stored), type: stored.type, reading: readingOf(stored) }
  } catch (error) {
    const { stream, revision, eventId, type, position, recordedAt } = stored
    const reason = `it cannot be read: ${error instanceof Error ? error.message : String(error)}`
    return { stream, revision, eventId, type, position, recordedAt, hash: Buffer.alloc(0), reading: { kind: 'UNREADABLE', reason } }
  }
}

/** What it is to the read models alone. An event in a stream of ours that cannot be read is never passed over. */
export function toLogEvent(stored: StoredEvent): LogEvent {
  const { stream, revision, eventId, type, position, recordedAt } = stored
  return { stream, revision, eventId, type, position, recordedAt, reading: readingOf(stored) }
}

/** Every event of the log is a leaf, whatever its stream and type. */
export function toLeaf({ stream, revision, eventId, type, position, recordedAt, data, metadata }: StoredEvent): NewLeaf {
  const hash = leafHash({ stream, revision, eventId, type, created: recordedAt, data, metadata })
  return { hash, stream, revision, eventId, position, recordedAt }
}

const knownCategories = categoriesOf(allReadModels)

function readingOf(stored: StoredEvent): LogEvent['reading'] {
  if (!knownCategories.has(categoryOf(stored.stream))) return { kind: 'FOREIGN' }
  const decoded = decodeEvent(stored)
  return decoded.ok ? { kind: 'FACT', event: decoded.event } : { kind: 'UNREADABLE', reason: decoded.message }
}
