import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'

export const committeeRules = {
  committeeNotYetEstablished: {
    of: 'history',
    message: 'this authority already has a committee with this slug',
    remedy: 'Rename that committee, or choose another slug',
  },
  committeeExists: { of: 'history', message: 'this committee does not exist', remedy: 'Establish the committee first' },
  committeeNotAbolished: { of: 'history', message: 'this committee was abolished', remedy: 'Correct that entry if it is wrong' },
  committeeNameChanges: { of: 'history', message: 'the committee already has this name', remedy: 'Enter the new name' },
  abolishedAfterEstablished: {
    of: 'history',
    message: 'the committee would end before it was established',
    remedy: 'Enter the day on which it was established or a later day',
  },
  successorExists: {
    of: 'history',
    message: 'this authority has no committee of this slug',
    remedy: 'Establish the committee that takes its place first with establishCommittee, or name one that is there',
  },
  successorIsAnother: {
    of: 'history',
    message: 'a committee cannot be its own successor',
    remedy: 'Choose other committees as its successors',
  },
} as const satisfies RuleBook
export const refuse = refuserOf(committeeRules)
