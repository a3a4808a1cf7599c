import { visitDirections } from '@outstanding/domain'
import { directions, termOf, visitSources } from '@outstanding/wording'
import { builder } from '../graphql/builder.ts'
import { describedValues } from '../graphql/described-values.ts'

export const VisitDirection = builder.enumType('VisitDirection', {
  description: 'What a visit found: how things are, or how they compare with an earlier inspection.',
  values: describedValues(visitDirections, (value) => termOf(directions, value), {
    POSITIVE: 'Positive. No change is stated.',
    NEEDS_IMPROVEMENT: 'Needs improvement. No change is stated.',
    UNCHANGED: 'Unchanged: what an earlier inspection found is still so.',
  }),
})

export const VisitKnownFrom = builder.enumType('VisitKnownFrom', {
  description: 'How a visit is known.',
  values: describedValues(['LETTER', 'SUMMARY_OF_THE_INSPECTED'], (value) => termOf(visitSources, value)),
})

export const VisitDatePrecision = builder.enumType('VisitDatePrecision', {
  description: 'How exactly the dates of a visit are known.',
  values: {
    DAY: { description: 'To the day.' },
    MONTH: { description: 'By month: `from` is its first day and `to` its last.' },
  } as const,
})

export const BetterFigure = builder.enumType('BetterFigure', {
  description: 'Which figure is the better one.',
  values: { HIGHER: { description: 'The higher.' }, LOWER: { description: 'The lower.' } } as const,
})

export const SincePrecision = builder.enumType('SincePrecision', {
  description: 'How exactly the date of an earlier inspection is known.',
  values: {
    DAY: { description: 'To the day.' },
    MONTH: { description: 'By month: the date is its last day.' },
    YEAR: { description: 'By year: the date is its last day.' },
  } as const,
})
