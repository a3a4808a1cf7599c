import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'

export const policyRules = {
  categoryCodeUnique: { of: '2', message: 'two categories have the same code', remedy: 'Give each category its own code' },
  categoryForAchieved: {
    of: '2',
    message: 'no category means achieved on time, so nothing could be concluded as achieved',
    remedy: 'Give one category that meaning',
  },
  categoryForEachSituation: {
    of: '2',
    message: 'a recommendation could reach a point that no category describes',
    remedy: 'Add a category for each of these; the mapping can show several categories as one level, such as green',
  },
  mappingNamesCategory: { of: '2', message: 'the mapping uses a code that no category has', remedy: 'Use the codes of the categories' },
  notBeforeLastAdoption: {
    of: '2',
    message: 'a later policy was adopted before this one takes effect',
    remedy: 'Enter the day of the last adoption or a later day',
  },
} as const satisfies RuleBook
export const refuse = refuserOf(policyRules)
