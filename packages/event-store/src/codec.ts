import type { DomainFact, EventMetadata, Fact, Recorded, Registry } from '@outstanding/domain'
import { dataFaults, metadataFault, newMetadataFault } from './event-checks.ts'
import { eventIdOf } from './ids/streams.ts'
import { withoutUndefined } from './json/json-rules.ts'
import type { NewEvent, StoredEvent } from './port.ts'
import { EventStoreError } from './port.ts'
import type { Upcasters } from './upcasters.ts'
import { currentVersion, upcast, upcasters } from './upcasters.ts'

/** Why an event of the log cannot be read as a fact: a newer program wrote it, or it is damaged. */
export type Undecodable = {
  readonly ok: false
  readonly reason: 'UNKNOWN_TYPE' | 'NEWER_VERSION' | 'INVALID'
  readonly message: string
}
export type Decoded<F extends AnyFact = DomainFact> = { readonly ok: true; readonly event: Recorded<F> } | Undecodable
type AnyFact = Fact<string, object>

/** Metadata without what the codec adds itself. */
export type MetadataOfCommand = Omit<EventMetadata, 'schemaVersion' | 'index'>

export type Codec<F extends AnyFact> = {
  /**
   * The events of a command, ready to append: ids from the command's id, shapes checked (the append checks the JSON itself).
   * Throws `EventStoreError` `invalid` for what does not fit the event's declaration: a domain that decides such a fact has a bug.
   */
  encodeFacts(stream: string, facts: readonly F[], metadata: MetadataOfCommand): readonly NewEvent[]
  /** A stored event as a fact, upcast to today's version. Distinguishes unknown types and newer versions from damage. */
  decodeEvent(stored: StoredEvent): Decoded<F>
}

/** The codec of the events that the aggregates of a registry declare. */
export function codecOf<F extends AnyFact>(
  registry: Pick<Registry, 'declarations' | 'isFactType'>,
  steps: Upcasters = upcasters,
): Codec<F> {
  const dataFault = dataFaults(registry)
  return {
    encodeFacts: (stream, facts, metadata) =>
      facts.map((fact, index) => {
        const data = withoutUndefined(fact.data)
        const full = withoutUndefined({ ...metadata, schemaVersion: currentVersion(fact.type, steps), index })
        check(dataFault(fact.type, data), fact.type)
        check(newMetadataFault(full), fact.type)
        return { eventId: eventIdOf(metadata.commandId, stream, index), type: fact.type, data, metadata: full }
      }),
    decodeEvent(stored) {
      const { stream, revision, eventId, type, position, recordedAt } = stored
      if (!registry.isFactType(type)) return undecodable('UNKNOWN_TYPE', stored, 'its type is not known')
      const unreadable = metadataFault(stored.metadata)
      if (unreadable !== null) return undecodable('INVALID', stored, unreadable)
      // The checks say that the shapes are those of the types.
      const metadata = stored.metadata as EventMetadata
      const upcasted = upcast(type, { version: metadata.schemaVersion, data: stored.data, effectiveOn: metadata.effectiveOn }, steps)
      if (!upcasted) return undecodable('NEWER_VERSION', stored, `version ${metadata.schemaVersion} is not known here`)
      const damaged = dataFault(type, upcasted.data)
      if (damaged !== null) return undecodable('INVALID', stored, damaged)
      const event = { type, data: upcasted.data, eventId, stream, revision, position, recordedAt, metadata }
      return { ok: true, event: event as unknown as Recorded<F> }
    },
  }
}

function check(fault: string | null, type: string): void {
  if (fault !== null) throw new EventStoreError('invalid', `${type} cannot be written: ${fault}`)
}

function undecodable(reason: Undecodable['reason'], { type, stream, revision }: StoredEvent, why: string): Undecodable {
  return { ok: false, reason, message: `Event ${revision} of ${stream} (${type}) cannot be read: ${why}` }
}
