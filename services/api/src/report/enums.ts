import type { GradeMeaning as Meaning, PublishedPrecision as Precision, ReportKind as Kind } from '@outstanding/domain'
import { directions, equivalentGrades, precisions, relations, reportKinds, termOf } from '@outstanding/wording'
import { builder } from '../graphql/builder.ts'
import { describedValues } from '../graphql/described-values.ts'

export const ReportKind = builder.enumType('ReportKind', {
  description: 'Scrutiny reports can start the two-month duty to respond. Other reports have an action statement or an adoption instead.',
  values: describedValues<Kind>(['INSPECTION', 'SCRUTINY', 'NATIONAL', 'AUDIT', 'INQUIRY', 'CORONER', 'OTHER'], (value) =>
    termOf(reportKinds, value),
  ),
})

export const PublishedPrecision = builder.enumType('PublishedPrecision', {
  description:
    'How exactly the day of publication is known. MONTH: the date is the last day of that month. NOT_AFTER: the date is the latest possible day.',
  values: describedValues<Precision>(['DAY', 'MONTH', 'NOT_AFTER', 'UNKNOWN'], (value) => termOf(precisions, value)),
})

export const GradeMeaning = builder.enumType('GradeMeaning', {
  description: 'What a grade means on any scale. ADEQUATE includes adequate, satisfactory and requires improvement.',
  values: describedValues<Meaning>(['OUTSTANDING', 'GOOD', 'ADEQUATE', 'INADEQUATE'], (value) => termOf(equivalentGrades, value)),
})

export const PrintedIn = builder.enumType('PrintedIn', {
  description: 'Where a report prints a judgement.',
  values: { TABLE: { description: 'In a table of judgements.' }, TEXT: { description: 'In a sentence of the text.' } } as const,
})

export const FindingRelation = builder.enumType('FindingRelation', {
  description: 'How a finding of a report is related to an earlier recommendation.',
  values: describedValues(['CONTINUES', 'IMPROVES_ON', 'SAME_MATTER'], (value) => termOf(relations, value), {
    CONTINUES: 'The weakness is still there. Not for a strength or an improvement.',
    IMPROVES_ON: 'Things are good or better. Only for a strength or an improvement.',
    SAME_MATTER: 'The finding says neither.',
  }),
})

export const ReportFindingDirection = builder.enumType('ReportFindingDirection', {
  description: 'What a finding says: how things are, or how they compare with the previous visit.',
  values: describedValues(['STRENGTH', 'WEAKNESS', 'NEUTRAL', 'IMPROVED', 'UNCHANGED', 'WORSE'], (value) => termOf(directions, value), {
    NEUTRAL: 'It states a fact, and neither praises nor criticises.',
  }),
})

export const PublicationState = builder.enumType('PublicationState', {
  description: 'Whether it is on the public register.',
  values: {
    UNPUBLISHED: { description: 'Not yet on the public register.' },
    EMBARGOED: { description: 'On the public register from the time at which its embargo ends.' },
    PUBLISHED: { description: 'On the public register.' },
    WITHHELD: { description: 'Taken off the public register.' },
  } as const,
})
