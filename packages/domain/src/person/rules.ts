import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'

export const personRules = {
  personNotYetRegistered: { of: 'history', message: 'this person is already registered', remedy: 'Rename the person instead' },
  personExists: { of: 'history', message: 'this person is not registered', remedy: 'Register the person first' },
  personNotErased: {
    of: 'history',
    message: 'the name of this person has been removed',
    remedy: 'Nothing more can be recorded about this person',
  },
} as const satisfies RuleBook
export const refuse = refuserOf(personRules)
