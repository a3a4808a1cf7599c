import type { IsoDate, Recorded, RecommendationEvent } from '@outstanding/domain'
import { baselineOn, conclusionOf, defaultPolicy, historyAt, positionOf, recommendationDecider } from '@outstanding/domain'

export const readModelName = 'recommendation-positions'

/** What a bundle holds of a recommendation's position: what follows from its own events alone, whatever the policy. */
export type RecommendationPositionRow = {
  readonly stream: string
  readonly revision: number
  readonly response: string
  readonly delivery: string
  readonly proposed: string | null
  readonly agreed: string | null
  readonly independent: string | null
  readonly differs: boolean
  readonly tracking: string
  readonly conclusionReason: string | null
  readonly originalCompletionDate: IsoDate | null
  readonly revisedCompletionDate: IsoDate | null
}

/** The domain's fold of a history, as at the end of a day; null where nothing was issued or listed by then. */
export function positionRowOf(
  stream: string,
  events: readonly Recorded<RecommendationEvent>[],
  asAt: IsoDate,
): RecommendationPositionRow | null {
  const state = historyAt(recommendationDecider, events, null, asAt)
  if (state.kind === 'NOT_ISSUED') return null
  const { response, delivery, assessment, tracking } = positionOf(state, asAt, defaultPolicy)
  return {
    stream,
    revision: events.at(-1)?.revision ?? 0,
    response,
    delivery,
    proposed: assessment.proposed?.category ?? null,
    agreed: assessment.agreed?.category ?? null,
    independent: assessment.independent,
    differs: assessment.differs,
    tracking,
    conclusionReason: conclusionOf(state.record)?.reason ?? null,
    originalCompletionDate: baselineOn(state),
    revisedCompletionDate: state.record.revisedDate,
  }
}
