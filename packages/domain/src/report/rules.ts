import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'

export const reportRules = {
  notYetRegistered: {
    of: '6',
    message: 'this report is already registered: publisher, framework, authority and date are the same',
    remedy: 'Open the registered report',
  },
  notYetListed: { of: '6', message: 'this report is already on the register', remedy: 'Open the registered report' },
  reportExists: { of: '6', message: 'this report is not on the register yet', remedy: 'Register it or list it first' },
  reportNotWithdrawn: {
    of: '6',
    message: 'the publisher has withdrawn this report',
    remedy: 'If the withdrawal is wrong, correct it first',
  },
  adoptedOnce: { of: '6', message: 'this body has already adopted the report', remedy: 'Correct that entry if it is wrong' },
  notYetPublished: { of: 'publication', message: 'this report is already published', remedy: 'Leave it as it is' },
  embargoBeforePublication: {
    of: 'publication',
    message: 'this report is already public',
    remedy: 'Withhold it first if it has to be kept back until then',
  },
  embargoAhead: { of: 'publication', message: 'the embargo would end before today', remedy: 'Enter a time that is still to come' },
  notYetWithheld: { of: 'publication', message: 'this report is already withheld', remedy: 'Leave it as it is' },
  judgementOnce: { of: '7', message: 'this judgement is already recorded', remedy: 'Correct that entry, or use another id' },
  findingOnce: { of: '7', message: 'this finding is already recorded', remedy: 'Correct that entry, or use another id' },
  findingKnown: { of: '7', message: 'this report has no such finding', remedy: 'Record the finding first' },
  findingLinkOnce: { of: '6', message: 'this link exists already', remedy: 'Leave it as it is, or use another id' },
  linkedItemExists: { of: '6', message: 'no recommendation has this id', remedy: 'Choose a recommendation on the register' },
  findingAgainstTime: {
    of: '6',
    message: 'the finding is earlier than the recommendation',
    remedy: 'Link the recommendation to the finding instead',
  },
  relationMatchesDirection: {
    of: '6',
    message: 'the relation does not match the direction of the finding',
    remedy: 'Choose IMPROVES_ON for an improvement or a strength, and CONTINUES for neither',
  },
  meaningMatchesScale: {
    of: '7',
    message: 'the meaning does not match the grade or its scale',
    remedy: 'Leave the meaning blank, or correct the grade or its scale',
  },
  publicationDatePrecision: {
    of: '8',
    message: 'a date of publication needs a precision (DAY, MONTH or NOT_AFTER); without a date the precision is UNKNOWN',
    remedy: 'Enter both or neither',
  },
  lastDayOfMonth: {
    of: '8',
    message: 'a date known as a month is entered as the last day of that month',
    remedy: 'Enter the last day of the month',
  },
  publishedInPast: { of: '8', message: 'the date of publication is after today', remedy: 'Enter today or an earlier day' },
  inspectionEndsAfterStart: { of: '8', message: 'the inspection ends before it begins', remedy: 'Check both dates' },
  itemsNamedOnce: { of: '1', message: 'a recommendation is named twice', remedy: 'Name each recommendation once' },
  itemsOfReport: {
    of: '1',
    message: 'some of these recommendations are not of this report',
    remedy: 'Choose recommendations of this report',
  },
  datesInDoubt: {
    of: '1',
    message: 'the dates of some of these recommendations already follow the report',
    remedy: 'Choose only recommendations whose completion date is in doubt',
  },
  responsesAllowed: {
    of: '5',
    message: 'some of the responses of this letter cannot be recorded, so none was',
    remedy: 'Correct these responses, or leave them out, and send the letter again',
  },
} as const satisfies RuleBook
export const refuse = refuserOf(reportRules)
