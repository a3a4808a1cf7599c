import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'

const rules = {
  categoryCodeUnique: { of: '2', words: 'each category has a code of its own' },
  categoryForAchieved: {
    of: '2',
    words: 'one category means achieved on time, because without it nothing could be concluded as achieved',
  },
  mappingNamesCategory: { of: '2', words: 'the mapping names codes of the categories only' },
  notBeforeLastAdoption: { of: '2', words: 'a policy does not take effect before the one adopted last' },
} as const satisfies RuleBook
export const refuse = refuserOf(rules)
