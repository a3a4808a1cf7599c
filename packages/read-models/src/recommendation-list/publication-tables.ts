import type { ExemptionGround, ExemptPart } from '@outstanding/domain'
import { defineTable } from '@outstanding/projection'

/** One row an item that is withheld from the public, whatever else is known of it. */
export type RecommendationWithheldRow = { stream: string; reason: string }

export const recommendationWithheldTable = defineTable<RecommendationWithheldRow>({
  name: 'recommendation_withheld',
  columns: { stream: 'text collate "C" not null', reason: 'text not null' },
  primaryKey: ['stream'],
  indexes: [],
})

/** One row an item of which parts are exempt, whatever else is known of it. */
export type RecommendationExemptionRow = {
  stream: string
  parts: ExemptPart[]
  ground: ExemptionGround
  public_interest: string | null
  marked_on: string
  review_on: string
}

export const recommendationExemptionTable = defineTable<RecommendationExemptionRow>({
  name: 'recommendation_exemption',
  columns: {
    stream: 'text collate "C" not null',
    parts: 'text[] not null',
    ground: 'text collate "C" not null',
    public_interest: 'text',
    marked_on: 'date not null',
    review_on: 'date not null',
  },
  primaryKey: ['stream'],
  indexes: [],
})
