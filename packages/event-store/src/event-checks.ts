import type { EventMetadata, DecodeCheck, Registry, Rejection, Source } from '@outstanding/domain'
import { eventMetadata, fieldsRefusal, decodeCheckOf } from '@outstanding/domain'
import { withoutUndefined } from './json/json-rules.ts'

const metadataCheck = decodeCheckOf(eventMetadata)

/** Why data cannot be read as an event of a type, in its newest version; null where it can. The checks are prepared once. */
export function dataFaults({ declarations }: Pick<Registry, 'declarations'>): (type: string, data: unknown) => string | null {
  const checks = new Map<string, DecodeCheck>(Object.entries(declarations).map(([type, fields]) => [type, decodeCheckOf(fields)]))
  return (type, data) => checks.get(type)?.(data, 'data') ?? null
}

/** Why the metadata cannot be read; null where it can. */
export const metadataFault = (metadata: unknown): string | null => metadataCheck(metadata, 'metadata')

/** What is wrong with the source that a command states; null where nothing is, or none is stated. */
export const sourceRejection = (source: Source | undefined): Rejection | null =>
  fieldsRefusal({ source: eventMetadata.source }, { source: source && withoutUndefined(source) })?.rejection ?? null

/** Why the metadata may not be written: what cannot be read, and ids, slugs and lengths as they must be today. */
export const newMetadataFault = (metadata: EventMetadata): string | null => {
  const refusal = fieldsRefusal(eventMetadata, metadata, 'metadata.')
  return refusal === null ? metadataFault(metadata) : `${refusal.rejection.field}: ${refusal.rejection.message}`
}
