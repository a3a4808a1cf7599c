import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'

const rules = {
  officeNotYetCreated: { of: 'history', words: 'an office is created once' },
  officeKnown: { of: 'history', words: 'an office is created before anything else is recorded of it' },
  bodyHasNoHolder: { of: 'history', words: 'a body has no holder' },
  notYetHolder: { of: 'history', words: 'a person holds an office once at a time' },
  holderHolds: { of: 'history', words: 'only a person who holds the office leaves it' },
  leavesAfterAppointment: { of: 'history', words: 'a holder leaves on or after the day of the appointment' },
  nameChanges: { of: 'history', words: 'a new name is another name' },
  portfolioChanges: { of: 'history', words: 'a new portfolio is another portfolio' },
  transferElsewhere: { of: 'history', words: 'a service is transferred to another office' },
} as const satisfies RuleBook
export const refuse = refuserOf(rules)
