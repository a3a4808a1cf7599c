import { z } from 'zod'
import { digest, isoDateOrNull, text, textOrNull } from './parts.ts'

export const publishedPrecision = z.enum(['DAY', 'MONTH', 'NOT_AFTER', 'UNKNOWN'])
export const reportKind = z.enum(['INSPECTION', 'SCRUTINY', 'NATIONAL', 'AUDIT', 'INQUIRY', 'CORONER', 'OTHER'])

export const reportSchemas = {
  ReportRegistered: z.strictObject({
    title: text,
    publisher: text,
    framework: text,
    kind: reportKind,
    authority: text,
    authorityName: text,
    reference: textOrNull,
    publishedOn: isoDateOrNull,
    publishedAsPrinted: textOrNull,
    publishedPrecision,
    inspectedFrom: isoDateOrNull,
    inspectedTo: isoDateOrNull,
    addressee: textOrNull,
    seenIn: textOrNull,
    documentDigest: digest.nullable(),
    summary: textOrNull,
  }),
  ReportAdopted: z.strictObject({ body: text, resolution: textOrNull }),
  ReportListed: z.strictObject({
    title: text,
    publisher: text,
    authority: text,
    authorityName: text,
    seenIn: text,
    note: textOrNull,
  }),
  ReportPublished: z.record(z.string(), z.never()),
  ReportWithheld: z.strictObject({ reason: text }),
  JudgementRecorded: z.strictObject({
    judgementId: text,
    subject: text,
    column: textOrNull,
    section: textOrNull,
    grade: text,
    scale: textOrNull,
    meaning: z.enum(['OUTSTANDING', 'GOOD', 'ADEQUATE', 'INADEQUATE']).nullable(),
    meaningDerived: z.boolean(),
    printedIn: z.enum(['TABLE', 'TEXT']),
    place: textOrNull,
  }),
  FindingRecorded: z.strictObject({
    findingId: text,
    subject: text,
    words: text,
    direction: z.enum(['STRENGTH', 'WEAKNESS', 'IMPROVED', 'UNCHANGED', 'WORSE']),
    place: textOrNull,
  }),
  ReportWithdrawn: z.strictObject({ reason: text }),
}
