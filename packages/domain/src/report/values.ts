import type { ReportEvent } from './events.ts'
import { said, type Telling, type Value } from '../said/value.ts'
import { evolveReport, noReport, type ReportState } from './state.ts'

/** What can be said of a report, in the order in which it is told. */
export const reportFields = [
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
  'WITHDRAWN',
  'JUDGEMENT',
  'FINDING',
] as const
export type ReportField = (typeof reportFields)[number]
type Said = readonly Value<ReportField>[]

const valuesOf = (state: ReportState): Said => [
  ...identity(state),
  ...state.adoptions.flatMap((adoption) => said('ADOPTION', adoption, `${adoption.on} ${adoption.body}`)),
  ...(state.stream === null ? [] : said('PUBLICATION', state.publication)),
  ...said('WITHDRAWN', state.withdrawn),
  ...state.judgements.flatMap((judgement) => said('JUDGEMENT', judgement, judgement.judgementId)),
  ...state.findings.flatMap((finding) => said('FINDING', finding, finding.findingId)),
]

/** A report known only by mention has the few facts of its mention, until it is registered. */
const identity = ({ registered, listed }: ReportState): Said => {
  const known = registered ?? listed
  if (known === null) return []
  return [
    ...said('TITLE', known.title),
    ...said('PUBLISHER', known.publisher),
    ...said('FRAMEWORK', registered?.framework),
    ...said('KIND', registered?.kind),
    ...said('AUTHORITY', known.authority),
    ...said('AUTHORITY_NAME', known.authorityName),
    ...said('REFERENCE', registered?.reference),
    ...said('PUBLISHED_ON', registered?.publishedOn),
    ...said('PUBLISHED_AS_PRINTED', registered?.publishedAsPrinted),
    ...said('PUBLISHED_PRECISION', registered?.publishedPrecision),
    ...said('INSPECTED_FROM', registered?.inspectedFrom),
    ...said('INSPECTED_TO', registered?.inspectedTo),
    ...said('ADDRESSEE', registered?.addressee),
    ...said('SEEN_IN', known.seenIn),
    ...said('NOTE', registered === null ? listed?.note : null),
    ...said('DOCUMENT_DIGEST', registered?.documentDigest),
    ...said('SUMMARY', registered?.summary),
  ]
}

export const reportTelling: Telling<ReportState, ReportEvent, ReportField> = { initial: noReport, evolve: evolveReport, values: valuesOf }
