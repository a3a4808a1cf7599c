import { refuserOf, type RuleBook } from '../kernel/rule-book.ts'

const rules = {
  notYetRegistered: { of: '6', words: 'a report is registered once: publisher, framework, authority and date are those of one report' },
  notYetListed: { of: '6', words: 'a report that is known already is not listed again' },
  reportKnown: { of: '6', words: 'a report is registered or listed before anything else is recorded of it' },
  reportNotWithdrawn: { of: '6', words: 'nothing more is recorded of a report that its publisher has withdrawn' },
  adoptedOnce: { of: '6', words: 'a body adopts a report once' },
  notYetPublished: { of: 'publication', words: 'what is published is not published again' },
  notYetWithheld: { of: 'publication', words: 'what is withheld is not withheld again' },
  judgementOnce: { of: '7', words: 'a judgement is recorded once' },
  findingOnce: { of: '7', words: 'a finding is recorded once' },
  meaningOfTheScale: { of: '7', words: 'a meaning is the one that the grade itself or its scale says' },
  publishedOnHasItsPrecision: {
    of: '8',
    words: 'a date of publication has a precision (DAY, MONTH or NOT_AFTER), and without a date it is UNKNOWN',
  },
  monthIsItsLastDay: { of: '8', words: 'a date known as a month is entered as the last day of that month' },
  publishedByToday: { of: '8', words: 'a report is not published after today' },
  inspectionEndsAfterItBegins: { of: '8', words: 'an inspection does not end before it begins' },
} as const satisfies RuleBook
export const refuse = refuserOf(rules)
