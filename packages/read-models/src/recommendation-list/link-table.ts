import type { LinkRelation } from '@outstanding/domain'
import { defineTable } from '@outstanding/projection'

/** How an item refers to another: by a link, or because that one carries it on. */
export type Reference = LinkRelation | 'SUPERSEDED_BY' | 'MERGED_INTO'

/** One row for each other item that an item refers to: found from the other side. */
export type RecommendationLinkRow = { stream: string; link: string; target: string; relation: Reference; words: string | null }

export const recommendationLinkTable = defineTable<RecommendationLinkRow>({
  name: 'recommendation_link',
  columns: {
    stream: 'text collate "C" not null',
    link: 'text collate "C" not null',
    target: 'text collate "C" not null',
    relation: 'text collate "C" not null',
    words: 'text',
  },
  primaryKey: ['stream', 'link'],
  indexes: ['(target)'],
})
