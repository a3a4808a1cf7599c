import { categoryOf } from '@outstanding/domain'
import type { StoredEvent } from '@outstanding/event-store'
import { decodeEvent } from '@outstanding/event-store'
import type { Event, LogEvent, ReadModel } from '@outstanding/projection'
import { categoriesOf } from '@outstanding/projection'
import type { NewLeaf } from '@outstanding/transparency-log'
import { leafHash } from '@outstanding/transparency-log'
import type { OpenedEvent } from './open-texts.ts'

/** An event as the read models and the transparency log take it. */
export type WrittenEvent = LogEvent & NewLeaf

export type ToEvents = {
  /** What a stored event is to both. One that defeats this very code cannot be read either, and is named as such. */
  toWrittenEvent(event: OpenedEvent): WrittenEvent
  /** What it is to the read models alone. An event in a stream of ours that cannot be read is never passed over. */
  toLogEvent(event: OpenedEvent): LogEvent
}

/** For some read models: streams that none of them reads are none of ours. */
export function toEventsOf(models: readonly ReadModel[]): ToEvents {
  const categories = categoriesOf(models)

  function contentOf(stored: StoredEvent): LogEvent['content'] {
    if (!categories.has(categoryOf(stored.stream))) return { kind: 'FOREIGN' }
    const decoded = decodeEvent(stored)
    return decoded.ok ? { kind: 'FACT', event: decoded.event } : { kind: 'UNREADABLE', reason: decoded.message }
  }
  const rewriting = (rewrites: readonly StoredEvent[]): Pick<LogEvent, 'rewrites'> =>
    rewrites.length === 0 ? {} : { rewrites: rewrites.flatMap((entry) => factIn(contentOf(entry))) }
  return {
    toWrittenEvent({ stored, opened, rewrites }) {
      try {
        return { ...toLeaf(stored), type: stored.type, content: contentOf(opened), ...rewriting(rewrites) }
      } catch (error) {
        const reason = `it cannot be read: ${error instanceof Error ? error.message : String(error)}`
        return { ...placeOf(stored), hash: Buffer.alloc(0), content: { kind: 'UNREADABLE', reason } }
      }
    },
    toLogEvent: ({ stored, opened, rewrites }) => ({ ...placeOf(stored), content: contentOf(opened), ...rewriting(rewrites) }),
  }
}

const factIn = (content: LogEvent['content']): readonly Event[] => (content.kind === 'FACT' ? [content.event] : [])

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
