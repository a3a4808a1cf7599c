import type { EntryOfHistoryFragment, RecommendationPageQuery } from '../queries/queries.ts'

/** What the API answers of one recommendation. */
export type RecommendationNode = NonNullable<RecommendationPageQuery['recommendation']>

export type HistoryEntry = EntryOfHistoryFragment

/** Something recorded, with corrections applied: `entry` is its entry in the history. */
export type OnRecord = { readonly entry: string; readonly words: string; readonly effectiveOn: string }
