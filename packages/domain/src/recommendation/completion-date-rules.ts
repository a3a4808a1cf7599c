import type { RuleBook } from '../kernel/rule-book.ts'

/** The rules of timescales, completion dates and requests to revise them. */
export const completionDateRules = {
  timescaleParts: {
    of: '1',
    message: 'only "within months" can have months, and only "by a date" can have a date and its precision',
    remedy: 'Choose the timescale again, then enter its months or its date',
  },
  lastDayOfMonth: { of: '1', message: 'a deadline given as a month means its last day', remedy: 'Enter the last day of the month' },
  undatedOnly: { of: '1', message: 'this recommendation has a completion date', remedy: 'Ask for a revised date instead' },
  datedOnly: { of: '1', message: 'this recommendation has no completion date to revise', remedy: 'Agree a first date instead' },
  dateBeforeIssue: {
    of: '1',
    message: 'this date is before the recommendation was made',
    remedy: 'Check the year, or correct the date of issue first',
  },
  dateTooFar: { of: '1', message: 'this date is more than 30 years ahead', remedy: 'Check the year' },
  laterThanCurrentDate: {
    of: '1',
    message: 'an extension must be to a later date than the current one',
    remedy: 'Enter a later date',
  },
  dateNotPast: {
    of: '1',
    message: 'this date had already passed on the day of the entry',
    remedy: 'Enter a date that is still to come',
  },
  requestExists: { of: '1', message: 'this request to revise the date does not exist', remedy: 'Choose a request from the history' },
  requestOpen: { of: '1', message: 'this request has already been decided', remedy: 'Make a new request' },
} as const satisfies RuleBook
