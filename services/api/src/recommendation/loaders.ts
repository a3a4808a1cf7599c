import type { Recorded, RecommendationEvent } from '@outstanding/domain'
import { historyAt, recommendationDecider } from '@outstanding/domain'
import { readStreams } from '@outstanding/projection'
import { childrenOf, exemptPartsOf, linkedFrom, recommendationsById } from '@outstanding/read-models'
import { defineLoader } from '../as-of/loader.ts'

/** Null where the reader sees no such recommendation. */
export const recommendationById = defineLoader(({ snapshot, audience }, ids, asAt) =>
  recommendationsById(snapshot, ids, { audience, asAt }),
)

/** The parts of an item that are kept from the public as things stand; empty where none is. */
export const exemptParts = defineLoader(({ snapshot }, ids) => exemptPartsOf(snapshot, ids))

/** By the parent's id. */
export const childrenOfParent = defineLoader(({ snapshot, audience }, ids, asAt) => childrenOf(snapshot, ids, { audience, asAt }))

/** The items that refer to it, whether the reader may see them or not. */
export const itemsLinkedTo = defineLoader(({ snapshot }, ids, asAt) => linkedFrom(snapshot, ids, { asAt }))

/** The whole history of an item folded: what no table holds. */
export const foldedRecord = defineLoader(async ({ snapshot }, ids, asAt) => {
  const histories = await readStreams(snapshot, ids)
  return histories.map((events) => historyAt(recommendationDecider, events as readonly Recorded<RecommendationEvent>[], null, asAt))
})
