import { z } from 'zod'
import { categoryMeaning } from './office-person-policy.ts'
import { integer, isoDate, isoDateOrNull, text, textOrNull } from './parts.ts'
import { publishedPrecision, reportKind } from './report.ts'

export const publication = z.strictObject({
  report: text,
  kind: reportKind,
  publishedOn: isoDateOrNull,
  publishedPrecision,
  adoptedOn: isoDateOrNull,
  illustrative: z.boolean(),
})
export const decision = z.strictObject({ committee: text, committeeName: text, meetingOn: isoDate, minuteReference: text })
export const place = z.strictObject({ document: text, page: textOrNull, paragraph: textOrNull, heading: textOrNull })

export const timescale = z.strictObject({
  asPrinted: textOrNull,
  grade: z.enum(['IMMEDIATE', 'WITHIN_MONTHS', 'LONGER_TERM', 'BY_DATE', 'NOT_GIVEN']),
  months: integer.nullable(),
  date: isoDateOrNull,
  datePrecision: z.enum(['DAY', 'MONTH']).nullable(),
})
export const derivation = z.strictObject({
  rule: text,
  from: isoDateOrNull,
  fromIs: z.enum(['PUBLISHED', 'ADOPTED']).nullable(),
  words: text,
})
export const clock = z.strictObject({
  clock: text,
  instrument: text,
  startedOn: isoDate,
  startedBy: text,
  calendar: z.enum(['CALENDAR', 'WORKING_DAYS_ENGLAND_AND_WALES']),
  dueOn: isoDate,
  words: text,
})
export const assessment = z.strictObject({
  category: text,
  meaning: categoryMeaning,
  completedOn: isoDateOrNull,
  anticipatedCompletionDate: isoDateOrNull,
  obstacle: textOrNull,
  evidence: z.array(text),
  words: text,
})
export const linkTarget = z.union([
  z.strictObject({ kind: z.literal('RECOMMENDATION'), id: text }),
  z.strictObject({ kind: z.literal('FINDING'), report: text, id: text }),
  z.strictObject({ kind: z.enum(['PLAN_PRIORITY', 'INDICATOR']), id: text }),
])
