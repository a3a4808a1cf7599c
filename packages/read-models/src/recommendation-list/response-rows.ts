import type { RecommendationState } from '@outstanding/domain'
import { respondentsOf } from '@outstanding/domain'
import type { RecommendationResponseRow } from './tables.ts'

/** Each body that was asked or that responded, on its own. */
export const responseRows = ({ record }: RecommendationState, stream: string): readonly RecommendationResponseRow[] =>
  respondentsOf(record).map(({ body, name, response, notice, respondedOn }) => ({
    stream,
    body,
    body_name: name,
    response,
    duty: notice?.of ?? null,
    due_on: notice?.dueOn ?? null,
    responded_on: respondedOn,
  }))
