import { expect, test } from 'vitest'
import { figureWords, visitDates } from './visits.ts'

test.each([
  [{ from: '2017-12-12', to: '2017-12-13', datePrecision: 'DAY' }, '12 to 13 December 2017'],
  [{ from: '2017-12-12', to: '2017-12-12', datePrecision: 'DAY' }, '12 December 2017'],
  [{ from: '2017-11-30', to: '2017-12-01', datePrecision: 'DAY' }, '30 November 2017 to 1 December 2017'],
  [{ from: '2017-05-01', to: '2017-05-31', datePrecision: 'MONTH' }, 'May 2017'],
  [{ from: '2016-09-01', to: '2016-10-31', datePrecision: 'MONTH' }, 'September 2016 to October 2016'],
] as const)('the dates of a visit %j are "%s"', (visit, words) => expect(visitDates(visit)).toBe(words))

const figure = {
  what: 'second plans',
  value: 24,
  unit: 'percent',
  period: null,
  comparator: 21.7,
  comparatorOf: 'the last inspection',
  benchmark: 18.7,
  benchmarkOf: 'England, 2016-17',
}
test.each([
  [figure, 'second plans: 24%, compared with 21.7% (the last inspection) and 18.7% (England, 2016-17)'],
  [{ ...figure, comparator: null, benchmark: null }, 'second plans: 24%'],
  [
    { ...figure, value: '15', unit: 'a month', period: 'to December 2017', benchmark: null },
    'second plans: 15 a month (to December 2017), compared with 21.7 a month (the last inspection)',
  ],
  [{ ...figure, unit: null, comparator: null, benchmark: null }, 'second plans: 24'],
])('a figure stands with what it is compared with: %j', (given, words) => expect(figureWords(given)).toBe(words))
