import type { Registry } from '@outstanding/domain'
import { eventMetadata, removedText, replaceTexts } from '@outstanding/domain'
import { faultOf } from '../json/json-rules.ts'
import type { NewEvent, StoredEvent } from '../port.ts'
import { EventStoreError } from '../port.ts'
import { openBox, sealBox } from './box.ts'
import type { FoundKey } from './entry-keys.ts'
import { boxOf, filled, unreadableText } from './without-texts.ts'

type Declarations = Pick<Registry, 'declarations' | 'isFactType'>
type Data = Readonly<Record<string, unknown>>
type Place = Pick<StoredEvent, 'stream' | 'eventId' | 'type'>

/** None of the three can hold a space. */
const placeOf = ({ stream, eventId, type }: Place): string => `${stream} ${eventId} ${type}`

/**
 * The event with all its free texts in one box, `metadata.sealed`, and `{ sealed: n }` in the place of each. `corrected` are the types of
 * what a correction corrects, from the outermost inwards. An event that is none of ours stays as it is.
 */
export function sealEvent(
  stream: string,
  event: NewEvent,
  { registry: { declarations, isFactType }, corrected, key }: { registry: Declarations; corrected: readonly string[]; key: Buffer },
): NewEvent {
  const { type } = event
  if (!isFactType(type)) return event
  refuseUnwritable(event)
  const texts: string[] = []
  const replace = (text: string) => ({ sealed: texts.push(text) - 1 })
  const inner = corrected.flatMap((name) => (isFactType(name) ? [declarations[name] ?? {}] : []))
  const metadata = replaceTexts(eventMetadata, event.metadata as Data, replace)
  const data = replaceTexts(declarations[type] ?? {}, event.data as Data, replace, inner)
  const box = sealBox(JSON.stringify(texts), placeOf({ stream, ...event }), key)
  return { ...event, data, metadata: { ...metadata, sealed: { algorithm: 'A256GCM', box } } }
}

/** The append checks what it is given; inside the box it cannot look. */
function refuseUnwritable({ type, data, metadata }: NewEvent): void {
  const fault = faultOf(data, 'data') ?? faultOf(metadata, 'metadata')
  if (fault) throw new EventStoreError('invalid', `${type}, ${fault.path}: ${fault.rule}`)
}

/** The event as it was before it was sealed; where its key is gone, a text that says so stands in the place of each of its texts. */
export function openEvent(stored: StoredEvent, key: FoundKey): StoredEvent {
  const box = boxOf(stored.metadata)
  if (box === null) return stored
  if (typeof key === 'string') return filled(stored, key === 'REMOVED' ? removedText : unreadableText)
  const opened = openBox(box, placeOf(stored), key)
  return filled(stored, opened === null ? unreadableText : (JSON.parse(opened) as readonly string[]))
}
