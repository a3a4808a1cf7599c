import { defineTable } from '@outstanding/projection'
import type { RecommendationScheduleRow } from './tables.ts'
import { recommendationScheduleTable } from './tables.ts'
import { undatedLast } from './due-key.ts'

/** One row for each owner of an item, with all of its schedule: an owner's list is read from it in its order, and nothing else of the register. */
export type RecommendationOwnedRow = RecommendationScheduleRow & { owner: string }

export const recommendationOwnedTable = defineTable<RecommendationOwnedRow>({
  name: 'recommendation_owned',
  columns: {
    ...(recommendationScheduleTable.columns as Record<keyof RecommendationScheduleRow, string>),
    owner: 'text collate "C" not null',
  },
  primaryKey: ['stream', 'owner'],
  indexes: [`(owner, tracking, (${undatedLast('due_on')}), stream)`],
})
