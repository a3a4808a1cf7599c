import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'

export const committeeRules = {
  committeeNotYetThere: {
    of: 'history',
    message: 'this authority has a committee of this slug already',
    remedy: 'Rename that one, or choose another slug',
  },
  committeeThere: { of: 'history', message: 'this committee does not exist', remedy: 'Establish the committee first' },
  committeeGoesOn: { of: 'history', message: 'this committee was abolished', remedy: 'Correct that entry where it is wrong' },
  committeeNameChanges: { of: 'history', message: 'the committee has this name already', remedy: 'Enter the new name' },
  abolishedAfterEstablished: {
    of: 'history',
    message: 'the committee would end before it was established',
    remedy: 'Enter the day on which it was established or a later day',
  },
  knownSuccessor: {
    of: 'history',
    message: 'this authority has no committee of this slug',
    remedy: 'Establish the committee that takes its place first with establishCommittee, or name one that is there',
  },
  succeededByOther: {
    of: 'history',
    message: 'a committee cannot take its own place',
    remedy: 'Choose the committees that take its place',
  },
} as const satisfies RuleBook
export const refuse = refuserOf(committeeRules)
