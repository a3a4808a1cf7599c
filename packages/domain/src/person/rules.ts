import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'

export const personRules = {
  personNotYetRegistered: { of: 'history', message: 'this person is registered already', remedy: 'Rename the person instead' },
  personKnown: { of: 'history', message: 'no such person is registered', remedy: 'Register the person first' },
  personNotErased: { of: 'history', message: 'the name of this person has been removed', remedy: 'Nothing more can be recorded of them' },
} as const satisfies RuleBook
export const refuse = refuserOf(personRules)
