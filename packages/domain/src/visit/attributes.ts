import { attribute, type AttributeFacet, type AttributeReader, type Value } from '../kernel/provenance/attribute.ts'
import type { VisitEvent } from './events.ts'
import { evolveVisit, noVisit, type VisitState } from './state.ts'

/** The attributes of a visit, in display order. */
export const visitAttributeNames = [
  'VISIT_BODY',
  'VISIT_ORDINAL',
  'VISITED_FROM',
  'VISITED_TO',
  'VISITED_PRECISION',
  'KNOWN_FROM',
  'LETTER_ON',
  'PRINTED_IN',
  'VISIT_SCOPE',
  'VISIT_FINDING',
  'FINDING_LINK',
] as const
export type VisitAttribute = (typeof visitAttributeNames)[number]
type Facet = AttributeFacet<VisitState, VisitEvent, VisitAttribute>

const recorded = ({ visit }: VisitState): readonly Value<VisitAttribute>[] =>
  visit === null
    ? []
    : [
        ...attribute<VisitAttribute>('VISIT_BODY', visit.body),
        ...attribute('VISIT_ORDINAL', visit.ordinal),
        ...attribute('VISITED_FROM', visit.from),
        ...attribute('VISITED_TO', visit.to),
        ...attribute('VISITED_PRECISION', visit.datePrecision),
        ...attribute('KNOWN_FROM', visit.knownFrom),
        ...attribute('LETTER_ON', visit.letterOn),
        ...attribute('PRINTED_IN', visit.report),
        ...attribute('VISIT_SCOPE', visit.scope),
      ]

const facets: readonly Facet[] = [
  { fields: visitAttributeNames.slice(0, visitAttributeNames.indexOf('VISIT_FINDING')), from: ['VisitRecorded'], values: recorded },
  {
    fields: ['VISIT_FINDING'],
    from: ['VisitFindingRecorded'],
    each: 'ref',
    values: ({ findings }) => findings.flatMap(({ on: _on, ...finding }) => attribute('VISIT_FINDING', finding, finding.ref)),
  },
  {
    fields: ['FINDING_LINK'],
    from: ['FindingLinked'],
    values: ({ links }) => links.flatMap(({ ref, item }) => attribute('FINDING_LINK', { ref, item }, `${ref} ${item}`)),
  },
]

export const visitAttributes: AttributeReader<VisitState, VisitEvent, VisitAttribute> = {
  initial: noVisit,
  evolve: evolveVisit,
  values: (state) => facets.flatMap(({ values }) => values(state)),
  facets,
}
