import { categoryOf } from '@outstanding/domain'
import type { StoredEvent } from '@outstanding/event-store'
import { decodeEvent } from '@outstanding/event-store'
import type { LogEvent, ReadModel } from '@outstanding/projection'
import { categoriesOf } from '@outstanding/projection'
import type { NewLeaf } from '@outstanding/transparency-log'
import { leafHash } from '@outstanding/transparency-log'

/** An event as the read models and the transparency log take it. */
export type WrittenEvent = LogEvent & NewLeaf

export type ToEvents = {
  /** What a stored event is to both. One that defeats this very code cannot be read either, and is named as such. */
  toWrittenEvent(stored: StoredEvent): WrittenEvent
  /** What it is to the read models alone. An event in a stream of ours that cannot be read is never passed over. */
  toLogEvent(stored: StoredEvent): LogEvent
}

/** For some read models: streams that none of them reads are none of ours. */
export function toEventsOf(models: readonly ReadModel[]): ToEvents {
  const categories = categoriesOf(models)

  function contentOf(stored: StoredEvent): LogEvent['content'] {
    if (!categories.has(categoryOf(stored.stream))) return { kind: 'FOREIGN' }
    const decoded = decodeEvent(stored)
    return decoded.ok ? { kind: 'FACT', event: decoded.event } : { kind: 'UNREADABLE', reason: decoded.message }
  }
  return {
    toWrittenEvent(stored) {
      try {
        return { ...toLeaf(stored), type: stored.type, content: contentOf(stored) }
      } catch (error) {
        const reason = `it cannot be read: ${error instanceof Error ? error.message : String(error)}`
        return { ...placeOf(stored), hash: Buffer.alloc(0), content: { kind: 'UNREADABLE', reason } }
      }
    },
    toLogEvent: (stored) => ({ ...placeOf(stored), content: contentOf(stored) }),
  }
}

const placeOf = ({ stream, revision, eventId, type, position, recordedAt }: StoredEvent) => ({
  stream,
  revision,
  eventId,
  type,
  position,
  recordedAt,
})

/** Every event of the log is a leaf, whatever its stream and type. */
export function toLeaf({ stream, revision, eventId, type, position, recordedAt, data, metadata }: StoredEvent): NewLeaf {
  const hash = leafHash({ stream, revision, eventId, type, created: recordedAt, data, metadata })
  return { hash, stream, revision, eventId, position, recordedAt }
}
