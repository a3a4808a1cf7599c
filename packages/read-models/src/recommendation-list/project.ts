import type { Issued, Listed, RecommendationEvent, RecommendationState } from '@outstanding/domain'
import { recommendationDecider } from '@outstanding/domain'
import { defineReadModel } from '../read-model.ts'
import { positionRow } from './position-row.ts'
import { printedRow } from './printed-row.ts'
import type { RecommendationRow, RecommendationWithheldRow } from './tables.ts'
import { recommendationPositionTable, recommendationTable, recommendationWithheldTable } from './tables.ts'

type Followed = {
  readonly state: RecommendationState
  readonly illustrative: boolean
  /** What is printed of it is made anew only where it changed: most entries do not touch it. */
  readonly printed: RecommendationRow | null
}

/** The domain's own fold, with what is shown of it in lists. */
export const recommendationList = defineReadModel<Followed, RecommendationEvent>({
  name: 'recommendation-list',
  category: 'recommendation',
  tables: [recommendationTable, recommendationPositionTable, recommendationWithheldTable],
  initial: { state: recommendationDecider.initial, illustrative: false, printed: null },
  evolve(before, event) {
    const state = recommendationDecider.evolve(before.state, event)
    const illustrative = before.illustrative || event.metadata.illustrative === true
    const asBefore = givenOf(state) === givenOf(before.state) && illustrative === before.illustrative
    return { state, illustrative, printed: asBefore ? before.printed : printedOf(state, event.stream, illustrative) }
  },
  rows({ state, printed }, stream) {
    const { withheld } = state.record
    const hidden: readonly RecommendationWithheldRow[] = withheld === null ? [] : [{ stream, reason: withheld.reason }]
    const rows = { [recommendationWithheldTable.name]: hidden }
    if (state.kind === 'NOT_ISSUED' || printed === null) return rows
    return { ...rows, [recommendationTable.name]: [printed], [recommendationPositionTable.name]: [positionRow(state, stream)] }
  },
})

const givenOf = (state: RecommendationState): Issued['issued'] | Listed['listed'] | null => {
  if (state.kind === 'NOT_ISSUED') return null
  return state.kind === 'ISSUED' ? state.issued : state.listed
}

const printedOf = (state: RecommendationState, stream: string, illustrative: boolean): RecommendationRow | null =>
  state.kind === 'NOT_ISSUED' ? null : printedRow(state, stream, illustrative)
