import type { DateDerivation, DerivationRule } from '@outstanding/domain'
import { derivationRules } from '@outstanding/domain'
import { builder } from '../graphql/builder.ts'
import { renamedValues } from '../graphql/described-values.ts'

const meanings: Readonly<Record<DerivationRule, string>> = {
  immediate: 'printed as immediate: the policy says how many months that gives',
  withinMonths: 'the printed months, counted from publication or adoption',
  withinDays: 'the printed days or weeks, counted from publication or adoption',
  byDate: 'the day printed',
  byMonth: 'the last day of the month printed',
  longerTerm: 'no date: printed as longer term',
  notGiven: 'no date: no timescale is printed that gives one',
  anotherStart: 'no date: the period is counted from another event',
  noDayToCountFrom: 'no date: neither publication nor adoption is known to the day',
  beforeReport: 'no date: what is printed lies before the report',
  tooFarAhead: 'no date: what is printed is more than 30 years ahead',
  revisedInPrint: 'no date: the printed timescale mentions a revision',
  alreadyDone: 'no date: the printed words say what was done',
  ongoing: 'no date: the printed words say that it goes on',
  earliestDate: 'no date: the printed date is the earliest day, not the latest',
  notImmediate: 'no date: the printed words only say that it is not immediate',
  municipalYear: 'no date: each council sets the end of its municipal year',
  kindOfYear: 'no date: the printed words do not say which kind of year is meant',
  shortYear: 'no date: the year is not printed in four figures',
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
    from: t.expose('from', { type: 'Date', nullable: true, description: 'The day counted from.' }),
    fromIs: t.expose('fromIs', { type: CountedFromType, nullable: true, description: 'What the period was counted from.' }),
    words: t.exposeString('words', { description: 'How the date was worked out, in a sentence for people.' }),
  }),
})
