import { isStreamName } from '@outstanding/domain'
import { isUuid } from './ids/uuid-v5.ts'
import { faultOf, survives } from './json/json-rules.ts'
import type { ExpectedRevision, NewEvent } from './port.ts'
import { EventStoreError } from './port.ts'

/** What every supported server takes in one append; kept a little below it. */
export const maxAppendBytes = 1_000_000

const typePattern = /^[A-Za-z][A-Za-z0-9]{0,99}$/

/**
 * Throws `EventStoreError` (`invalid`, `tooLarge`) before anything is sent: an empty type or a malformed id would make a real server
 * answer twice, and an empty append would "succeed" on a stream that does not exist.
 */
export function checkAppend(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): void {
  if (!isStreamName(stream)) throw invalid(`a stream name may hold letters, digits and _ . : - only`)
  if (expected !== 'NO_STREAM' && !(Number.isSafeInteger(expected) && expected >= 0)) throw invalid('the expected revision must be exact')
  if (events.length === 0) throw invalid('an append needs at least one event')
  let bytes = 0
  for (const event of events) bytes += checkedSize(event)
  if (bytes > maxAppendBytes) {
    throw new EventStoreError('tooLarge', `${bytes} bytes in one append; at most ${maxAppendBytes} are taken`)
  }
  if (new Set(events.map((event) => event.eventId)).size !== events.length) throw invalid('two events have the same id')
}

function checkedSize(event: NewEvent): number {
  if (!typePattern.test(event.type)) throw invalid('an event type is a word of letters and digits')
  if (!isUuid(event.eventId)) throw invalid('an event id is a UUID, and not the one of zeros')
  for (const [name, value] of [
    ['data', event.data],
    ['metadata', event.metadata],
  ] as const) {
    const fault = faultOf(value, name)
    if (fault) throw invalid(`${event.type}, ${fault.path}: ${fault.rule}`)
    if (!survives(value)) throw invalid(`${event.type}, ${name}: does not survive canonicalisation`)
  }
  return Buffer.byteLength(JSON.stringify(event.data)) + Buffer.byteLength(JSON.stringify(event.metadata)) + 2 * event.type.length
}

const invalid = (message: string): EventStoreError => new EventStoreError('invalid', message)
