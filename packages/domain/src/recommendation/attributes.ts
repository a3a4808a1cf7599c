import type { RecommendationEvent } from './events.ts'
import type { RecommendationRecord, RecommendationState } from './state.ts'
import type { AttributeReader, Value } from '../kernel/provenance/attribute.ts'
import type { AttributeDay } from '../kernel/aggregate/define-aggregate.ts'
import type { RecommendationAttribute } from './attribute-names.ts'
import { facetsOn } from './attribute-facets.ts'
import { claimsByProposal } from './position.ts'
import { notIssued } from './state.ts'
import { evolve } from './evolve.ts'

type Reader = AttributeReader<RecommendationState, RecommendationEvent, RecommendationAttribute>

/** How a recommendation is shown on a day. Without a day, attributes that change with the calendar alone (`SCHEDULE`) are left out. */
export const recommendationAttributes = (on: AttributeDay | null): Reader => {
  const facets = facetsOn(on)
  return { initial: notIssued, evolve, values: (state) => facets.flatMap(({ values }) => values(state)), facets, statedByEntry, inputsOf }
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

type Inputs = ReturnType<NonNullable<Reader['inputsOf']>>

const inputsOf = (state: RecommendationState, { field, value }: Value<RecommendationAttribute>): Inputs =>
  inputsOfDerived[field]?.(state, value) ?? []

const names = (...fields: readonly RecommendationAttribute[]): Inputs => fields.map((each) => ({ field: each, key: '' }))

/** For each attribute that is calculated: the attributes that its value was calculated from. */
const inputsOfDerived: { readonly [Field in RecommendationAttribute]?: (state: RecommendationState, value: unknown) => Inputs } = {
  DUE_ON: ({ record }) => names(record.revisedDate === null ? 'ORIGINAL_COMPLETION_DATE' : 'REVISED_COMPLETION_DATE'),
  SCHEDULE: ({ record }, value) => {
    const ofSetter: Inputs = [{ field: 'TRACKED_BY', key: record.dateSetBy ?? '' }]
    if (value === 'ENDED') return ofSetter
    if (value === 'MET_ON_TIME' || value === 'MET_LATE') return [...names('ORIGINAL_COMPLETION_DATE'), ...ofSetter]
    return names('DUE_ON', 'ORIGINAL_COMPLETION_DATE', 'REVISED_COMPLETION_DATE')
  },
  DELIVERY: ({ record }, value) => {
    if (value !== 'CLAIMED_COMPLETE') return []
    if (claimsByProposal(record)) return names('ASSESSMENT_PROPOSED')
    return claimsComplete(record) ? [] : record.actions.map(({ actionId }) => ({ field: 'ACTION', key: actionId }))
  },
  ASSESSMENTS_DIFFER: () => names('ASSESSMENT_PROPOSED', 'ASSESSMENT_AGREED', 'INDEPENDENT_FINDING'),
  TRACKING: ({ record }) => record.trackedBy.map(({ committee }) => ({ field: 'TRACKED_BY', key: committee })),
  CONCLUSION_REASON: () => names('TRACKING'),
}

/** Whether the newest update that makes a claim reports completion, whatever the state of the actions. */
const claimsComplete = ({ updates }: RecommendationRecord): boolean => updates.findLast(({ claim }) => claim !== null)?.claim === 'COMPLETE'
