import type { ReportEvent } from './events.ts'
import { attribute, type AttributeFacet, type AttributeReader, type Value } from '../kernel/provenance/attribute.ts'
import { evolveReport, noReport, type ReportState } from './state.ts'

/** The attributes of a report, in display order. */
export const reportAttributeNames = [
  'TITLE',
  'PUBLISHER',
  'FRAMEWORK',
  'KIND',
  'AUTHORITY',
  'AUTHORITY_NAME',
  'REFERENCE',
  'PUBLISHED_ON',
  'PUBLISHED_AS_PRINTED',
  'PUBLISHED_PRECISION',
  'INSPECTED_FROM',
  'INSPECTED_TO',
  'ADDRESSEE',
  'SEEN_IN',
  'NOTE',
  'DOCUMENT_DIGEST',
  'SUMMARY',
  'ADOPTION',
  'PUBLICATION',
  'EMBARGOED_UNTIL',
  'WITHDRAWN',
  'JUDGEMENT',
  'FINDING',
  'FINDING_REFERS_TO',
] as const
export type ReportAttribute = (typeof reportAttributeNames)[number]
type Values = readonly Value<ReportAttribute>[]

type Facet = AttributeFacet<ReportState, ReportEvent, ReportAttribute>

/** A report known only by mention has the few facts of its mention, until it is registered. */
const identity = ({ registered, listed }: ReportState): Values => {
  const known = registered ?? listed
  if (known === null) return []
  const printed: Partial<NonNullable<ReportState['registered']>> = registered ?? {}
  return [
    ...attribute('TITLE', known.title),
    ...attribute('PUBLISHER', known.publisher),
    ...attribute('FRAMEWORK', printed.framework),
    ...attribute('KIND', printed.kind),
    ...attribute('AUTHORITY', known.authority),
    ...attribute('AUTHORITY_NAME', known.authorityName),
    ...attribute('REFERENCE', printed.reference),
    ...attribute('PUBLISHED_ON', printed.publishedOn),
    ...attribute('PUBLISHED_AS_PRINTED', printed.publishedAsPrinted),
    ...attribute('PUBLISHED_PRECISION', printed.publishedPrecision),
    ...attribute('INSPECTED_FROM', printed.inspectedFrom),
    ...attribute('INSPECTED_TO', printed.inspectedTo),
    ...attribute('ADDRESSEE', printed.addressee),
    ...attribute('SEEN_IN', known.seenIn),
    ...attribute('NOTE', registered === null ? listed?.note : null),
    ...attribute('DOCUMENT_DIGEST', printed.documentDigest),
    ...attribute('SUMMARY', printed.summary),
  ]
}

const facets: readonly Facet[] = [
  {
    fields: reportAttributeNames.slice(0, reportAttributeNames.indexOf('ADOPTION')),
    from: ['ReportRegistered', 'ReportListed'],
    values: identity,
  },
  {
    fields: ['ADOPTION'],
    from: ['ReportAdopted'],
    values: ({ adoptions }) => adoptions.flatMap((adoption) => attribute('ADOPTION', adoption, `${adoption.on} ${adoption.body}`)),
  },
  { fields: ['PUBLICATION'], values: ({ stream, publication }) => (stream === null ? [] : attribute('PUBLICATION', publication)) },
  { fields: ['EMBARGOED_UNTIL'], values: ({ embargoedUntil }) => attribute('EMBARGOED_UNTIL', embargoedUntil) },
  { fields: ['WITHDRAWN'], from: ['ReportWithdrawn'], values: ({ withdrawn }) => attribute('WITHDRAWN', withdrawn) },
  {
    fields: ['JUDGEMENT'],
    from: ['JudgementRecorded'],
    each: 'judgementId',
    values: ({ judgements }) => judgements.flatMap((judgement) => attribute('JUDGEMENT', judgement, judgement.judgementId)),
  },
  {
    fields: ['FINDING'],
    from: ['FindingRecorded'],
    each: 'findingId',
    values: ({ findings }) => findings.flatMap(({ on: _on, ...finding }) => attribute('FINDING', finding, finding.findingId)),
  },
  {
    fields: ['FINDING_REFERS_TO'],
    from: ['ReportFindingLinked'],
    each: 'linkId',
    values: ({ findingLinks }) => findingLinks.flatMap((link) => attribute('FINDING_REFERS_TO', link, link.linkId)),
  },
]

export const reportAttributes: AttributeReader<ReportState, ReportEvent, ReportAttribute> = {
  initial: noReport,
  evolve: evolveReport,
  values: (state) => facets.flatMap(({ values }) => values(state)),
  facets,
}
