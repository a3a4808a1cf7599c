import type { RuleBook } from '../kernel/rule-book.ts'

/** The rules of issuing and listing a recommendation, and of what it must have before anything else is recorded about it. */
export const issuingRules = {
  alreadyIssued: {
    of: '6',
    message: 'this report already has this recommendation',
    remedy: 'Open that recommendation and record there, or correct the entry that issued it',
  },
  sameReference: { of: '6', message: 'this is not the recommendation that was listed here', remedy: 'Check the report and the reference' },
  reportNotWithdrawn: {
    of: '6',
    message: 'the publisher has withdrawn this report, so nothing more can be issued from it',
    remedy: 'Use the report that replaces it, or correct the withdrawal if it is wrong',
  },
  ownReport: {
    of: '6',
    message: 'these publication details belong to another report',
    remedy: 'Use the details of the report that made the recommendation',
  },
  onRegister: { of: '6', message: 'this recommendation is not on the register yet', remedy: 'Issue it or list it first' },
  textHeld: { of: '6', message: 'we do not hold the text of this recommendation', remedy: 'Issue it with its text first' },
  refersToItself: {
    of: '6',
    message: 'a recommendation cannot be its own parent, successor, duplicate or link',
    remedy: 'Choose another recommendation',
  },
  wordingUnchanged: { of: '6', message: 'these are the words that it has already', remedy: 'Enter the amended wording' },
} as const satisfies RuleBook
