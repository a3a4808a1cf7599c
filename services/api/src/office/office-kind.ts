import type { OfficeKind } from '@outstanding/domain'
import { officeDecider, parseStream } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { foldStream } from '../commands/fold-stream.ts'

/** Null where there is no such office. */
export async function officeKindOf(store: EventStore, office: string): Promise<OfficeKind | null> {
  if (parseStream(office)?.aggregate !== 'office') return null
  return (await foldStream(store, officeDecider, office))?.kind ?? null
}
