import type { ItemOfOffice, RecommendationState } from '@outstanding/domain'
import { parseStream, recommendationDecider, trackingOf } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { foldStream } from '../commands/fold-stream.ts'

/** An item and whether the office owns it, by the log itself; null where there is no such recommendation. */
export async function itemOfOffice(
  store: EventStore,
  id: string,
  office: string,
): Promise<(ItemOfOffice & { readonly isOpen: boolean }) | null> {
  if (parseStream(id)?.aggregate !== 'recommendation') return null
  const state = await foldStream(store, recommendationDecider, id)
  if (state === null || state.kind === 'NOT_ISSUED') return null
  const { owners, merged } = state.record
  const isOwned = owners.some(({ owner }) => owner === office)
  return { id, reference: referenceOf(state), isOwned, isOpen: trackingOf(state.record) !== 'CONCLUDED' && merged === null }
}

const referenceOf = (state: Exclude<RecommendationState, { kind: 'NOT_ISSUED' }>): string => {
  const { reference, localReference } = state.kind === 'ISSUED' ? state.issued : state.listed
  return reference ?? localReference
}
