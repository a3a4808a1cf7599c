import type { EventMetadata, Recorded } from '@outstanding/domain'
import type { Decoded, StoredEvent } from '@outstanding/event-store'
import { upcast } from '@outstanding/event-store/upcasters'

/**
 * A stored event as a fact, without the schemas, which need a package: for the verifier that has none. What is no fact of ours
 * makes the replay fail with a message that names the event.
 */
export function plainFact({ type, data, metadata, ...place }: StoredEvent): Decoded {
  const marks = metadata as EventMetadata | null
  if (typeof marks?.schemaVersion !== 'number' || typeof marks.effectiveOn !== 'string')
    return unreadable('INVALID', place, 'its metadata is not that of a fact')
  const upcasted = upcast(type, { version: marks.schemaVersion, data, effectiveOn: marks.effectiveOn })
  if (!upcasted) return unreadable('NEWER_VERSION', place, `this release does not know version ${marks.schemaVersion}`)
  return { ok: true, event: { type, data: upcasted.data, ...place, metadata: marks } as Recorded<never> }
}

const unreadable = (
  reason: 'INVALID' | 'NEWER_VERSION',
  { stream, revision }: Pick<StoredEvent, 'stream' | 'revision'>,
  why: string,
): Decoded => ({ ok: false, reason, message: `Event ${revision} of ${stream} cannot be read: ${why}` })
