import type { DateDerivation, DerivationRule } from '@outstanding/domain'
import { derivationRules } from '@outstanding/domain'
import { withLongDates } from '@outstanding/wording'
import { builder } from '../graphql/builder.ts'
import { renamedValues } from '../graphql/described-values.ts'

const meanings: Readonly<Record<DerivationRule, string>> = {
  immediate: 'printed as immediate: the policy sets the number of months',
  withinMonths: 'the printed number of months after publication or adoption',
  withinDays: 'the printed number of days or weeks after publication or adoption',
  byDate: 'the day printed',
  byMonth: 'the last day of the month printed',
  longerTerm: 'no date: printed as longer term',
  notGiven: 'no date: the printed timescale, if any, does not give one',
  anotherStart: 'no date: the period starts from another event',
  noDayToCountFrom: 'no date: the exact day of neither publication nor adoption is known',
  beforeReport: 'no date: the printed date is before the report',
  tooFarAhead: 'no date: the printed date is more than 30 years ahead',
  revisedInPrint: 'no date: the printed timescale mentions a revision',
  alreadyDone: 'no date: the printed words describe what was done',
  ongoing: 'no date: the printed words describe something continuing',
  earliestDate: 'no date: the printed date is the earliest day, not the latest',
  notImmediate: 'no date: the printed words only say that it is not immediate',
  municipalYear: 'no date: each council sets the end of its municipal year',
  kindOfYear: 'no date: the printed words do not say which kind of year is meant',
  shortYear: 'no date: the year is not printed with four digits',
  endOfYear: 'no date: the printed words do not say which kind of year ends',
  severalDates: 'no date: more than one date is printed',
}

const DerivationRuleType = builder.enumType('DerivationRule', {
  description: 'The rule that gave the original completion date, or the reason why there is none.',
  values: renamedValues(derivationRules, (rule) => meanings[rule]),
})

const CountedFromType = builder.enumType('DateCountedFrom', {
  description: 'What a printed period is counted from.',
  values: {
    PUBLISHED: { description: 'The publication of the report.' },
    ADOPTED: { description: 'The adoption of the report.' },
  } as const,
})

export const DerivationType = builder.objectRef<DateDerivation>('DateDerivation').implement({
  description: 'How the original completion date was worked out. It never changes.',
  fields: (t) => ({
    rule: t.expose('rule', { type: DerivationRuleType, description: 'The rule that was applied.' }),
    from: t.expose('from', { type: 'Date', nullable: true, description: 'The day it was counted from.' }),
    fromIs: t.expose('fromIs', { type: CountedFromType, nullable: true, description: 'What the period was counted from.' }),
    words: t.string({ description: 'How the date was worked out, in one sentence.', resolve: ({ words }) => withLongDates(words) }),
  }),
})
