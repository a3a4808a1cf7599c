import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'

const rules = {
  personNotYetRegistered: { of: 'history', words: 'a person is registered once' },
  personKnown: { of: 'history', words: 'a person is registered before anything else is recorded of them' },
  personNotErased: { of: 'history', words: 'nothing more is recorded of a person whose name has been removed' },
} as const satisfies RuleBook
export const refuse = refuserOf(rules)
