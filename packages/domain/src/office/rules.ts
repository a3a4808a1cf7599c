import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'

export const officeRules = {
  officeNotYetCreated: { of: 'history', message: 'this office already exists', remedy: 'Rename it, or create another office' },
  officeExists: { of: 'history', message: 'this office does not exist', remedy: 'Create the office first' },
  bodyHasNoHolder: { of: 'history', message: 'a body has no holder', remedy: 'Appoint the holder to an office' },
  notYetHolder: { of: 'history', message: 'this person already holds the office', remedy: 'First record when they left' },
  personHoldsOffice: {
    of: 'history',
    message: 'this person does not hold the office on that day',
    remedy: 'Check the person and the dates of the appointment',
  },
  leavesAfterAppointment: {
    of: 'history',
    message: 'the holder would leave before the appointment',
    remedy: 'Enter the day of the appointment or a later day',
  },
  nameChanges: { of: 'history', message: 'the office already has this name', remedy: 'Enter the new name' },
  portfolioChanges: { of: 'history', message: 'the office already has this portfolio', remedy: 'Enter the new portfolio' },
  officeNotAbolished: {
    of: 'history',
    message: 'this office was abolished',
    remedy: 'Choose its successor, or correct the abolition if it is wrong',
  },
  receivingOfficeNotAbolished: {
    of: 'history',
    message: 'the office that would receive the items was abolished',
    remedy: 'Choose an office that exists on that day',
  },
  itemsOfOffice: {
    of: 'history',
    message: 'this office is not an owner of some of these recommendations',
    remedy: 'Choose recommendations that this office owns',
  },
  itemsOnce: { of: 'history', message: 'a recommendation is listed twice', remedy: 'List each recommendation once' },
  successorNeeded: {
    of: 'history',
    message: 'this office has open recommendations',
    remedy: 'Choose the office that takes them over, or transfer them first',
  },
  transferElsewhere: { of: 'history', message: 'a service cannot be transferred to the same office', remedy: 'Choose another office' },
} as const satisfies RuleBook
export const refuse = refuserOf(officeRules)
