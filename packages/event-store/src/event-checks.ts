import type { EventMetadata, FactType, ReadingCheck } from '@outstanding/domain'
import { eventDeclarations, eventMetadata, fieldsRefusal, readingCheckOf } from '@outstanding/domain'

const dataChecks: ReadonlyMap<string, ReadingCheck> = new Map(
  Object.entries(eventDeclarations).map(([type, fields]) => [type, readingCheckOf(fields)]),
)
const metadataCheck = readingCheckOf(eventMetadata)

/** Why the data cannot be read as an event of the type, in its newest version; null where it can. */
export const dataFault = (type: FactType, data: unknown): string | null => dataChecks.get(type)?.(data, 'data') ?? null

/** Why the metadata cannot be read; null where it can. */
export const metadataFault = (metadata: unknown): string | null => metadataCheck(metadata, 'metadata')

/** Why the metadata may not be written: the same, and ids, slugs and lengths as they must be today. */
export const newMetadataFault = (metadata: EventMetadata): string | null => {
  const refusal = fieldsRefusal(eventMetadata, metadata, 'metadata.')
  return refusal === null ? metadataFault(metadata) : `${refusal.rejection.field}: ${refusal.rejection.message}`
}
