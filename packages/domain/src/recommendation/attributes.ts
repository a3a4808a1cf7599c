import type { RecommendationEvent } from './events.ts'
import type { RecommendationRecord, RecommendationState } from './state.ts'
import type { AttributeReader, Value } from '../kernel/provenance/attribute.ts'
import type { AsOf, RecommendationAttribute } from './attribute-names.ts'
import { partsOn } from './attribute-parts.ts'
import { claimsByProposal } from './position.ts'
import { notIssued } from './state.ts'
import { evolve } from './evolve.ts'

type Reader = AttributeReader<RecommendationState, RecommendationEvent, RecommendationAttribute>

/** How a recommendation is shown on a day. Without a day, attributes that change with the calendar alone (`SCHEDULE`) are left out. */
export const recommendationAttributes = (on: AsOf | null): Reader => {
  const parts = partsOn(on)
  return { initial: notIssued, evolve, values: (state) => parts.flatMap(({ values }) => values(state)), parts, statedByEntry, inputsOf }
}

/** Of what is listed entry by entry; evidence has its tests beside it, and a proposal its withdrawal, which others say. */
const statedByEntry: ReadonlySet<RecommendationAttribute> = new Set<RecommendationAttribute>([
  'UPDATE',
  'ASSESSMENT',
  'RESPONSE_GIVEN',
  'FINDING',
  'STILL_NEEDED',
  'ESCALATION',
  'CONCLUSION',
  'REOPENING',
  'LINK',
  'DISSENT',
])

const inputsOf = (
  state: RecommendationState,
  { field, value }: Value<RecommendationAttribute>,
): ReturnType<NonNullable<Reader['inputsOf']>> => {
  const names = (...fields: readonly RecommendationAttribute[]) => fields.map((each) => ({ field: each, key: '' }))
  switch (field) {
    case 'DUE_ON':
      return state.record.revisedDate === null ? names('ORIGINAL_COMPLETION_DATE') : names('REVISED_COMPLETION_DATE')
    case 'SCHEDULE':
      const setter = state.record.dateSetBy ?? ''
      const ofSetter = { field: 'TRACKED_BY' as const, key: setter }
      if (value === 'ENDED') return [ofSetter]
      if (value === 'MET_ON_TIME' || value === 'MET_LATE') return [...names('ORIGINAL_COMPLETION_DATE'), ofSetter]
      return names('DUE_ON', 'ORIGINAL_COMPLETION_DATE', 'REVISED_COMPLETION_DATE')
    case 'DELIVERY':
      if (value !== 'CLAIMED_COMPLETE') return []
      if (claimsByProposal(state.record)) return names('ASSESSMENT_PROPOSED')
      return !claimsComplete(state.record) ? state.record.actions.map(({ actionId }) => ({ field: 'ACTION' as const, key: actionId })) : []
    case 'ASSESSMENTS_DIFFER':
      return names('ASSESSMENT_PROPOSED', 'ASSESSMENT_AGREED', 'INDEPENDENT_FINDING')
    case 'TRACKING':
      return state.record.trackedBy.map(({ committee }) => ({ field: 'TRACKED_BY' as const, key: committee }))
    case 'CONCLUSION_REASON':
      return names('TRACKING')
    default:
      return []
  }
}

/** The newest claim of an update says so, whatever the actions say. */
const claimsComplete = ({ updates }: RecommendationRecord): boolean => updates.findLast(({ claim }) => claim !== null)?.claim === 'COMPLETE'
