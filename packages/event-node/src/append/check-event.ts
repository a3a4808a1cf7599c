import { ZERO_ID } from '../wire/event-id.ts'
import type { ProposedEvent } from '../wire/proposed-event.ts'
import type { NewEvent } from './write-request.ts'

/** What is wrong with a proposed event. */
export type EventFault = 'no type' | 'no content-type' | 'empty type' | 'bad id'

/** Data bytes that one append may carry; like the real server's, the limit does not count types and metadata. */
export const MAXIMUM_APPEND_SIZE = 1024 * 1024

export function checkEvent(event: ProposedEvent): NewEvent | EventFault {
  if (event.type === undefined) return 'no type'
  if (event.contentType === undefined) return 'no content-type'
  if (event.type === '') return 'empty type'
  if (event.id === undefined || event.id === ZERO_ID) return 'bad id'
  const { id, type, customMetadata, data } = event
  return { id, type, isJson: event.contentType === 'application/json', customMetadata, data }
}

/** Bytes that an event keeps in memory, near enough. */
export function memoryOf(event: NewEvent): number {
  return 200 + event.type.length + event.customMetadata.length + event.data.length
}
