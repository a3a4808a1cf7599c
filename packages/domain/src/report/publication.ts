import type { TypeOf } from '../kernel/fields/field.ts'
import { date, flag, id, nullable, oneOf, objectOf } from '../kernel/fields/declare.ts'

export const publishedPrecisions = ['DAY', 'MONTH', 'NOT_AFTER', 'UNKNOWN'] as const
export type PublishedPrecision = (typeof publishedPrecisions)[number]

export const reportKinds = ['INSPECTION', 'SCRUTINY', 'NATIONAL', 'AUDIT', 'INQUIRY', 'CORONER', 'OTHER'] as const
/** Scrutiny reports can start the two-month response duty; the others have an action statement or an adoption instead. */
export type ReportKind = (typeof reportKinds)[number]

/** The publication facts that a recommendation used when it was issued, so that `decide` stays pure. */
export const publication = objectOf({
  report: id,
  kind: oneOf(reportKinds),
  publishedOn: nullable(date),
  publishedPrecision: oneOf(publishedPrecisions),
  adoptedOn: nullable(date),
  illustrative: flag,
})
export type PublicationFacts = TypeOf<typeof publication>
