import type { ExemptionOnRecord, Issued, Listed, RecommendationEvent, RecommendationState } from '@outstanding/domain'
import { recommendationDecider } from '@outstanding/domain'
import { defineReadModel } from '@outstanding/projection'
import { linkRows } from './link-rows.ts'
import { recommendationLinkTable } from './link-table.ts'
import { recommendationOwnedTable } from './owned-table.ts'
import { actionRows, recommendationActionTable } from './action-table.ts'
import { positionRow } from './position-row.ts'
import { printedRow } from './printed-row.ts'
import { responseRows } from './response-rows.ts'
import { scheduleRow } from './schedule-row.ts'
import type { RecommendationExemptionRow, RecommendationWithheldRow } from './publication-tables.ts'
import type { RecommendationRow } from './tables.ts'
import { recommendationExemptionTable, recommendationWithheldTable } from './publication-tables.ts'
import { recommendationPositionTable, recommendationScheduleTable, recommendationTable } from './tables.ts'
import { recommendationResponseTable } from './response-table.ts'

type Followed = {
  readonly state: RecommendationState
  readonly illustrative: boolean
  /** The printed part is rebuilt only if it changed; most entries do not change it. */
  readonly printed: RecommendationRow | null
}

/** The domain's own fold, with what is shown of it in lists. */
export const recommendationList = defineReadModel<Followed, RecommendationEvent>({
  name: 'recommendation-list',
  version: 12,
  category: 'recommendation',
  tables: [
    recommendationTable,
    recommendationScheduleTable,
    recommendationOwnedTable,
    recommendationPositionTable,
    recommendationWithheldTable,
    recommendationExemptionTable,
    recommendationLinkTable,
    recommendationResponseTable,
    recommendationActionTable,
  ],
  initial: { state: recommendationDecider.initial, illustrative: false, printed: null },
  evolve(before, event) {
    const state = recommendationDecider.evolve(before.state, event)
    const illustrative = before.illustrative || event.metadata.illustrative === true
    const printed = printedSource(state) === printedSource(before.state) ? before.printed : printedOf(state, event.stream)
    return { state, illustrative, printed }
  },
  rows({ state, illustrative, printed }, stream) {
    const { withheld, exemption } = state.record
    const hidden: readonly RecommendationWithheldRow[] = withheld === null ? [] : [{ stream, reason: withheld.reason }]
    const rows = { [recommendationWithheldTable.name]: hidden, [recommendationExemptionTable.name]: exemptionRows(exemption, stream) }
    if (state.kind === 'NOT_ISSUED' || printed === null) return rows
    const schedule = scheduleRow(state, stream, illustrative)
    const position = positionRow(state, stream)
    return {
      ...rows,
      [recommendationTable.name]: [printed],
      [recommendationScheduleTable.name]: [schedule],
      [recommendationOwnedTable.name]: position.owner_ids.map((owner) => ({ ...schedule, owner })),
      [recommendationPositionTable.name]: [position],
      [recommendationLinkTable.name]: linkRows(state, stream),
      [recommendationResponseTable.name]: responseRows(state, stream),
      [recommendationActionTable.name]: actionRows(state, stream),
    }
  },
})

const exemptionRows = (exemption: ExemptionOnRecord | null, stream: string): readonly RecommendationExemptionRow[] => {
  if (exemption === null) return []
  const { parts, ground, publicInterest, effectiveOn, reviewOn } = exemption
  return [{ stream, parts: [...parts], ground, public_interest: publicInterest, marked_on: effectiveOn, review_on: reviewOn }]
}

const printedSource = (state: RecommendationState): Issued['issued'] | Listed['listed'] | null => {
  if (state.kind === 'NOT_ISSUED') return null
  return state.kind === 'ISSUED' ? state.issued : state.listed
}

const printedOf = (state: RecommendationState, stream: string): RecommendationRow | null =>
  state.kind === 'NOT_ISSUED' ? null : printedRow(state, stream)
