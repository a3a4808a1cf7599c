import type { EventMetadata, Recorded } from '@outstanding/domain'
import { z } from 'zod'
import { eventIdOf } from './ids/streams.ts'
import { withoutUndefined } from './json/json-rules.ts'
import type { NewEvent, StoredEvent } from './port.ts'
import { EventStoreError } from './port.ts'
import type { DomainFact } from './schemas/by-type.ts'
import { isFactType, schemasByType } from './schemas/by-type.ts'
import { metadataSchema } from './schemas/metadata.ts'
import { currentVersion, upcast } from './upcasters.ts'

/** Why an event of the log cannot be read as a fact: a newer program wrote it, or it is damaged. */
export type Undecodable = {
  readonly ok: false
  readonly reason: 'UNKNOWN_TYPE' | 'NEWER_VERSION' | 'INVALID'
  readonly message: string
}
export type Decoded = { readonly ok: true; readonly event: Recorded<DomainFact> } | Undecodable

/** Metadata without what the codec adds itself. */
export type MetadataOfCommand = Omit<EventMetadata, 'schemaVersion' | 'index'>

/**
 * The events of a command, ready to append: ids from the command's id, shapes checked (the append checks the JSON itself).
 * Throws `EventStoreError` `invalid` for what the schemas refuse: a domain that decides such a fact has a bug.
 */
export function encodeFacts(stream: string, facts: readonly DomainFact[], metadata: MetadataOfCommand): readonly NewEvent[] {
  return facts.map((fact, index) => {
    const data = withoutUndefined(fact.data)
    const full = withoutUndefined({ ...metadata, schemaVersion: currentVersion(fact.type), index })
    check(schemasByType[fact.type], data, `${fact.type} data`)
    check(metadataSchema, full, `${fact.type} metadata`)
    return { eventId: eventIdOf(metadata.commandId, stream, index), type: fact.type, data, metadata: full }
  })
}

/** A stored event as a fact, upcast to today's version. Unknown types and newer versions are told apart from damage. */
export function decodeEvent(stored: StoredEvent): Decoded {
  const { stream, revision, eventId, type, position, recordedAt } = stored
  if (!isFactType(type)) return undecodable('UNKNOWN_TYPE', stored, 'its type is not known')
  const metadata = metadataSchema.safeParse(stored.metadata)
  if (!metadata.success) return undecodable('INVALID', stored, `its metadata: ${z.prettifyError(metadata.error)}`)
  const upcasted = upcast(type, metadata.data.schemaVersion, stored.data, metadata.data.effectiveOn)
  if (!upcasted) return undecodable('NEWER_VERSION', stored, `version ${metadata.data.schemaVersion} is not known here`)
  const data = schemasByType[type].safeParse(upcasted.data)
  if (!data.success) return undecodable('INVALID', stored, `its data: ${z.prettifyError(data.error)}`)
  const event = { type, data: data.data, eventId, stream, revision, position, recordedAt, metadata: metadata.data }
  // The schema was looked up by the type, so type and data belong together; the agreement test proves the shapes.
  return { ok: true, event: event as Recorded<DomainFact> }
}

function check(schema: z.ZodType, value: object, what: string): void {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new EventStoreError('invalid', `${what} does not fit its schema: ${z.prettifyError(parsed.error)}`)
}

function undecodable(reason: Undecodable['reason'], { type, stream, revision }: StoredEvent, why: string): Undecodable {
  return { ok: false, reason, message: `Event ${revision} of ${stream} (${type}) cannot be read: ${why}` }
}
