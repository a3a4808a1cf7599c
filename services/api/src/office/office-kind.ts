import type { OfficeKind } from '@outstanding/domain'
import { officeDecider, parseStream } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import type { Facts } from '../commands/facts.ts'
import { foldStream } from '../commands/fold-stream.ts'

/** Null where there is no such office. */
export async function officeKindOf(store: EventStore, office: string): Promise<OfficeKind | null> {
  if (parseStream(office)?.aggregate !== 'office') return null
  return (await foldStream(store, officeDecider, office))?.kind ?? null
}

/** The kind of the principal's office, however the principal is called; null where it is no office of ours. */
export const principalOfficeKind = async ({ store, onBehalfOf }: Facts): Promise<OfficeKind | null> =>
  onBehalfOf ? officeKindOf(store, onBehalfOf.id) : null
