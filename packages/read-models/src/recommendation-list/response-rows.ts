import type { RecommendationState, Respondent } from '@outstanding/domain'
import { draftAwaited, respondentsOf } from '@outstanding/domain'
import type { RecommendationResponseRow } from './response-table.ts'

/** Each body that was asked or that responded, on its own, and the draft that it owes. */
export const responseRows = ({ record }: RecommendationState, stream: string): readonly RecommendationResponseRow[] =>
  respondentsOf(record).flatMap((respondent) => [responseRow(respondent, stream), ...draftRows(respondent, stream)])

const responseRow = ({ body, name, response, notice, respondedOn }: Respondent, stream: string): RecommendationResponseRow => ({
  stream,
  part: 'RESPONSE',
  body,
  body_name: name,
  response,
  duty: notice?.of ?? null,
  due_on: notice?.dueOn ?? null,
  responded_on: respondedOn,
})

const draftRows = (respondent: Respondent, stream: string): readonly RecommendationResponseRow[] => {
  const draft = draftAwaited(respondent)
  if (draft === null) return []
  const { body, name } = respondent
  const duty = 'INSPECTION_ACTION_PLAN_DRAFT'
  return [{ stream, part: 'DRAFT', body, body_name: name, response: 'AWAITED', duty, due_on: draft.dueOn, responded_on: null }]
}
