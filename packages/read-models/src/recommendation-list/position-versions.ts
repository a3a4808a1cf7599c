import type { IsoDate, Recorded, RecommendationEvent, RecommendationState } from '@outstanding/domain'
import { defaultPolicy, positionOf, recommendationDecider, scheduleDatesOf } from '@outstanding/domain'
import type { RecommendationPositionRow } from './tables.ts'
import { recommendationPositionTable } from './tables.ts'

type Entries = readonly Recorded<RecommendationEvent>[]
export type PositionVersions = { readonly state: RecommendationState; readonly versions: readonly RecommendationPositionRow[] }

/**
 * One fold over the entries in force, in order of the days on which they happened, with a look at every day on which
 * something did: what holds from that day on. Neighbours that say the same are one.
 */
export function positionVersions(entries: Entries): PositionVersions {
  const versions: RecommendationPositionRow[] = []
  let state = recommendationDecider.initial
  for (const [index, entry] of entries.entries()) {
    state = recommendationDecider.evolve(state, entry)
    const day = entry.metadata.effectiveOn
    if (entries[index + 1]?.metadata.effectiveOn === day) continue
    addVersion(versions, positionRow(state, day))
  }
  return { state, versions }
}

function addVersion(versions: RecommendationPositionRow[], next: RecommendationPositionRow | null): void {
  if (next === null) return
  const last = versions.at(-1)
  if (last && sameBut(last, next)) return
  if (last) last.valid_to = next.valid_from
  versions.push(next)
}

const compared = Object.keys(recommendationPositionTable.columns).filter(
  (column) => column !== 'valid_from' && column !== 'valid_to',
) as (keyof RecommendationPositionRow)[]

/** But for the days. The only cells that are not plain values are references to policies. */
const sameBut = (last: RecommendationPositionRow, next: RecommendationPositionRow): boolean =>
  compared.every((column) => last[column] === next[column] || JSON.stringify(last[column]) === JSON.stringify(next[column]))

function positionRow(state: RecommendationState, day: IsoDate): RecommendationPositionRow | null {
  const { record } = state
  if (state.kind === 'NOT_ISSUED' || record.stream === null) return null
  // Of the schedule only its dates are kept: its state, "due soon" among them, is asked of a day.
  const { response, delivery, assessment, tracking } = positionOf(state, day, defaultPolicy)
  const dates = scheduleDatesOf(state)
  return {
    stream: record.stream,
    valid_from: day,
    valid_to: null,
    response,
    delivery,
    proposed: assessment.proposed?.category ?? null,
    proposed_meaning: assessment.proposed?.meaning ?? null,
    proposed_policy: assessment.proposed?.policy ?? null,
    agreed: assessment.agreed?.category ?? null,
    agreed_meaning: assessment.agreed?.meaning ?? null,
    agreed_policy: assessment.agreed?.policy ?? null,
    independent: assessment.independent,
    differs: assessment.differs,
    tracking,
    conclusion_reason: tracking === 'CONCLUDED' ? (record.conclusions.at(-1)?.reason ?? null) : null,
    baseline_on: dates.baselineOn,
    revised_on: record.revisedDate,
    due_on: dates.dueOn,
    achieved: dates.achieved,
    completed_on: dates.completedOn,
    ended: dates.ended,
  }
}
