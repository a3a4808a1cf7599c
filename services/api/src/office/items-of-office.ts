import type { ItemOfOffice, OfficeAbolished, Recorded, RecommendationState } from '@outstanding/domain'
import { parseStream, recommendationDecider, trackingOf } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import type { ReadModels } from '@outstanding/projection'
import { openItemsOfOwner } from '@outstanding/read-models'
import { foldStream, foldUpTo } from '../commands/fold-stream.ts'

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

/** The open items of an office that the read models know once they have the entry at a place of the log. */
export type OpenItems = (office: string, position: string) => Promise<readonly string[]>

const maxWaitMs = 2_000

/** Read outside any request. Where the read models are not that far in time, those that they know. */
export const openItemsIn =
  (readModels: ReadModels, signal: AbortSignal): OpenItems =>
  async (office, position) => {
    await readModels.waitForPosition(position, maxWaitMs)
    const snapshot = await readModels.openSnapshot(signal)
    try {
      return await openItemsOfOwner(snapshot, office)
    } finally {
      await snapshot.close()
    }
  }

type Asked = { readonly store: EventStore; readonly openItems: OpenItems }

/** The open items that an office had when its abolition was recorded, and has still, but for those that the abolition names. */
export async function ownedBeside(
  { store, openItems }: Asked,
  { stream, position, data }: Recorded<OfficeAbolished>,
): Promise<readonly string[]> {
  const others = (await openItems(stream, position)).filter((id) => !data.items.includes(id))
  const owned = await Promise.all(
    others.map(async (id) => {
      const then = await foldUpTo(store, recommendationDecider, id, position)
      return (then?.record.owners ?? []).some(({ owner }) => owner === stream) && (await isWithOffice(store, id, stream))
    }),
  )
  return others.filter((_, index) => owned[index])
}

/** Whether an open item is an office's, by the log itself. */
export async function isWithOffice(store: EventStore, id: string, office: string): Promise<boolean> {
  const item = await itemOfOffice(store, id, office)
  return item !== null && item.isOwned && item.isOpen
}
