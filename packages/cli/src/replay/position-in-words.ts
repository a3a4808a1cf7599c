import type { IsoDate, RecommendationEvent, RecommendationAttribute, Recorded } from '@outstanding/domain'
import { historyAt, recommendationDecider, recommendationAttributes } from '@outstanding/domain'
import { fieldLabel, valueWords } from '@outstanding/wording'

const shown: readonly RecommendationAttribute[] = [
  ...(['RESPONSE', 'DELIVERY', 'ASSESSMENT_PROPOSED', 'ASSESSMENT_AGREED', 'INDEPENDENT_FINDING', 'ASSESSMENTS_DIFFER'] as const),
  ...(['ORIGINAL_COMPLETION_DATE', 'DUE_ON', 'SCHEDULE', 'TRACKING', 'CONCLUSION_REASON'] as const),
]

/** Where a recommendation stands at the end of a day by the entries given: a line for each axis of which there is something to say. */
export function positionInWords(
  events: readonly Recorded<RecommendationEvent>[],
  on: { readonly asAt: IsoDate; readonly dueSoonDays: number },
): readonly string[] {
  const state = historyAt(recommendationDecider, events, null, on.asAt)
  if (state.kind === 'NOT_ISSUED') return [`As at ${on.asAt} it had not been issued.`]
  const values = recommendationAttributes(on).values(state)
  const lines = values.filter(({ field }) => (shown as readonly string[]).includes(field))
  return [`As at ${on.asAt}:`, ...lines.map(({ field, value }) => `   ${fieldLabel(field)}: ${valueWords(field, value)}`)]
}
