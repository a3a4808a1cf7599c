import type { GradeMeaning as Meaning, PublishedPrecision as Precision, ReportKind as Kind } from '@outstanding/domain'
import { builder } from '../builder.ts'

export const ReportKind = builder.enumType('ReportKind', {
  description: 'Scrutiny reports can start the two-month response duty; the others have an action statement or an adoption instead.',
  values: ['INSPECTION', 'SCRUTINY', 'NATIONAL', 'AUDIT', 'INQUIRY', 'CORONER', 'OTHER'] as const satisfies readonly Kind[],
})

export const PublishedPrecision = builder.enumType('PublishedPrecision', {
  description: "How exactly the day of publication is known. MONTH: that month's last day is given; NOT_AFTER: the latest day it can be.",
  values: ['DAY', 'MONTH', 'NOT_AFTER', 'UNKNOWN'] as const satisfies readonly Precision[],
})

export const GradeMeaning = builder.enumType('GradeMeaning', {
  description: 'What a grade means whatever its scale. ADEQUATE stands for adequate, satisfactory and requires improvement.',
  values: ['OUTSTANDING', 'GOOD', 'ADEQUATE', 'INADEQUATE'] as const satisfies readonly Meaning[],
})

export const PrintedIn = builder.enumType('PrintedIn', { values: ['TABLE', 'TEXT'] as const })

export const ReportFindingDirection = builder.enumType('ReportFindingDirection', {
  values: ['STRENGTH', 'WEAKNESS', 'IMPROVED', 'UNCHANGED', 'WORSE'] as const,
})

export const PublicationState = builder.enumType('PublicationState', {
  description: 'Whether it is on the public register.',
  values: ['UNPUBLISHED', 'PUBLISHED', 'WITHHELD'] as const,
})
