import type { RuleBook } from '../kernel/rule-book.ts'

/** The rules of owners and their actions. */
export const ownershipRules = {
  alreadyAssigned: { of: '4', message: 'this is already assigned', remedy: 'Leave it as it is, or remove the other assignment first' },
  ownerNameOnDay: { of: '4', message: 'the office had a different name on that day', remedy: 'Enter the name it had on that day' },
  ownerNotAbolished: {
    of: '4',
    message: 'this office was abolished',
    remedy: 'Choose an office that exists, such as its successor',
  },
  accountableFirst: {
    of: '4',
    message: 'a delivering body needs an accountable owner, and this recommendation has none',
    remedy: 'Assign the accountable owner first',
  },
  accountableLast: {
    of: '4',
    message: 'nobody else is accountable for this recommendation',
    remedy: 'Assign the new owner first, or transfer the service',
  },
  ownedOnDay: {
    of: '4',
    message: 'this owner was assigned on a later day',
    remedy: 'Enter the day of the assignment or a later day',
  },
  notAssigned: { of: '4', message: 'this owner is not assigned', remedy: 'Choose an owner of this recommendation' },
  actionExists: { of: '4', message: 'this action does not exist', remedy: 'Plan the action first' },
  actionOpen: { of: '4', message: 'this action has ended', remedy: 'Plan a new action' },
  actionNotStarted: { of: '4', message: 'this action has already started', remedy: 'Record progress on it instead' },
  changeOfAction: {
    of: '4',
    message: 'this changes neither the date nor the lead of the action',
    remedy: 'Enter a new date or a new lead',
  },
} as const satisfies RuleBook
