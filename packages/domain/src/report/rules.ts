import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'

export const reportRules = {
  notYetRegistered: {
    of: '6',
    message: 'this report is registered already: publisher, framework, authority and date are the same',
    remedy: 'Open the report that is registered',
  },
  notYetListed: { of: '6', message: 'this report is on the register already', remedy: 'Open the report that is registered' },
  reportKnown: { of: '6', message: 'this report is not on the register yet', remedy: 'Register it or list it first' },
  reportNotWithdrawn: {
    of: '6',
    message: 'the publisher has withdrawn this report',
    remedy: 'Correct the withdrawal first, where it is wrong',
  },
  adoptedOnce: { of: '6', message: 'this body has adopted the report already', remedy: 'Correct that entry where it is wrong' },
  notYetPublished: { of: 'publication', message: 'this report is published already', remedy: 'Leave it as it is' },
  notYetWithheld: { of: 'publication', message: 'this report is withheld already', remedy: 'Leave it as it is' },
  judgementOnce: { of: '7', message: 'this judgement is recorded already', remedy: 'Correct that entry, or use another id' },
  findingOnce: { of: '7', message: 'this finding is recorded already', remedy: 'Correct that entry, or use another id' },
  meaningOfTheScale: {
    of: '7',
    message: 'the grade or its scale has another meaning',
    remedy: 'Leave the meaning blank, or correct the grade or its scale',
  },
  publishedOnHasItsPrecision: {
    of: '8',
    message: 'a date of publication has a precision (DAY, MONTH or NOT_AFTER), and without a date it is UNKNOWN',
    remedy: 'Give both or neither',
  },
  monthIsItsLastDay: {
    of: '8',
    message: 'a date known as a month is entered as the last day of that month',
    remedy: 'Enter the last day of the month',
  },
  publishedByToday: { of: '8', message: 'the report would be published after today', remedy: 'Enter today or an earlier day' },
  inspectionEndsAfterItBegins: { of: '8', message: 'the inspection would end before it begins', remedy: 'Check both dates' },
} as const satisfies RuleBook
export const refuse = refuserOf(reportRules)
