import type { DutyAwaited, ResponseKind } from '@outstanding/domain'
import { defineTable } from '@outstanding/projection'

/** One row for each body that was asked for its response or that gave one, and one for each draft that it owes: what is awaited, by when. */
export type RecommendationResponseRow = {
  stream: string
  part: 'RESPONSE' | 'DRAFT'
  /** An office's stream name, or the slug of a body. */
  body: string
  body_name: string
  response: 'AWAITED' | ResponseKind
  /** Of the notice whose clock counts; null where the body was not asked. */
  duty: DutyAwaited | null
  due_on: string | null
  /** The day of the first response to that notice. */
  responded_on: string | null
}

export const recommendationResponseTable = defineTable<RecommendationResponseRow>({
  name: 'recommendation_response',
  columns: {
    stream: 'text collate "C" not null',
    part: 'text collate "C" not null',
    body: 'text collate "C" not null',
    body_name: 'text not null',
    response: 'text collate "C" not null',
    duty: 'text collate "C"',
    due_on: 'date',
    responded_on: 'date',
  },
  primaryKey: ['stream', 'body', 'part'],
  indexes: [],
})
