import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'

export const visitRules = {
  visitNotYetRecorded: {
    of: '6',
    message: 'this visit is already recorded: body, authority, number and first day are the same',
    remedy: 'Open the recorded visit',
  },
  visitExists: { of: '6', message: 'this visit is not on the register', remedy: 'Record the visit first' },
  visitEndsAfterItBegins: { of: '8', message: 'the visit ends before it begins', remedy: 'Check both dates' },
  visitWasMade: { of: '8', message: 'the visit begins after the date of this entry', remedy: 'Enter the day of the visit or a later day' },
  wholeMonths: {
    of: '8',
    message: 'a visit known by its month begins on the first day of a month and ends on the last day of one',
    remedy: 'Enter the first and the last day of the month',
  },
  letterWithItsDate: {
    of: '8',
    message: 'a visit known from a letter needs the date of the letter, and no other visit has one',
    remedy: 'Enter the date of the letter, or choose the summary of the inspected body',
  },
  letterAfterVisit: { of: '8', message: 'the letter is dated before the visit ended', remedy: 'Check both dates' },
  visitFindingOnce: {
    of: '7',
    message: 'this visit already has a finding with this reference',
    remedy: 'Correct that entry, or use another reference',
  },
  outstandingSinceEarlier: {
    of: '8',
    message: 'a finding is outstanding since an inspection before this visit',
    remedy: 'Enter the date of the earlier inspection',
  },
  findingOfVisit: {
    of: '7',
    message: 'this visit has no finding with this reference',
    remedy: 'Record the finding first, or check its reference',
  },
  findingLinkedOnce: {
    of: '6',
    message: 'this finding is already linked to some of these recommendations',
    remedy: 'Choose only recommendations that it is not linked to',
  },
  itemsOfFindingOnce: { of: '6', message: 'a recommendation is named twice', remedy: 'Name each recommendation once' },
  itemsCarriedOn: {
    of: '6',
    message: 'some of these recommendations were merged with the one they duplicate',
    remedy: 'Choose the recommendation in which they continue',
  },
  visitAfterItem: {
    of: '3',
    message: 'some of these recommendations were made after the visit, so it says nothing about progress on them',
    remedy: 'Choose recommendations made before the visit, or link the recommendation to the finding of a report',
  },
  findingPublished: {
    of: 'publication',
    message: 'the document of this visit is not on the public register, and the link would show what it found',
    remedy: 'Publish the document first',
  },
} as const satisfies RuleBook
export const refuse = refuserOf(visitRules)
