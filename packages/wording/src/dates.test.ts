import { describe, expect, test } from 'vitest'
import { dayFrom, daysWords, elapsedWords, longDate, longInstant, withLongDates } from './dates.ts'

describe('dates as people write them', () => {
  test.each([
    ['2026-06-04', '4 June 2026'],
    ['2018-12-31', '31 December 2018'],
  ])('%s is %s', (iso, words) => expect(longDate(iso)).toBe(words))

  test.each([
    ['2026-06-04T08:32:00.000Z', '4 June 2026 at 9:32am'],
    ['2026-01-04T00:05:00.000Z', '4 January 2026 at 12:05am'],
    ['2026-01-04T12:00:00.000Z', '4 January 2026 at 12:00pm'],
    ['2026-06-30T23:30:00.000Z', '1 July 2026 at 12:30am'],
  ])('%s is %s in London', (iso, words) => expect(longInstant(iso)).toBe(words))

  test.each([
    ['31/3/2018', '2018-03-31'],
    ['31.03.2018', '2018-03-31'],
    ['31-3-2018', '2018-03-31'],
    ['31 3 2018', '2018-03-31'],
    [' 31 March 2018 ', '2018-03-31'],
    ['1st mar 2018', '2018-03-01'],
    ['2018-03-31', '2018-03-31'],
    ['29/2/2020', '2020-02-29'],
  ])('%j is understood as %s', (typed, iso) => expect(dayFrom(typed)).toBe(iso))

  test.each([
    '',
    '29/2/2019',
    '31/4/2018',
    '0/1/2018',
    '1/13/2018',
    '31 Smarch 2018',
    'yesterday',
    '12/2018',
    '1/1/18',
    '1/1/12018',
    '2018-3-31T00:00',
  ])('%j is no day', (typed) => expect(dayFrom(typed)).toBeNull())

  test('days are counted in words, dates inside a sentence are written out', () => {
    expect([daysWords(1), daysWords(290), daysWords(7274)]).toEqual(['1 day', '290 days', '7,274 days'])
    expect(withLongDates('due on publication on 2025-03-14, minute 12-3')).toBe('due on publication on 14 March 2025, minute 12-3')
  })

  test.each([
    ['2017-04-30', '2018-02-14', '290 days'],
    ['2018-02-14', '2018-02-15', '1 day'],
    ['2017-02-14', '2018-02-13', '364 days'],
    ['2017-02-14', '2018-02-14', '1 year'],
    ['2007-01-01', '2026-12-01', '19 years 11 months'],
    ['2016-02-29', '2017-03-29', '1 year 1 month'],
  ])('from %s to %s is %s', (from, to, words) => expect(elapsedWords(from, to)).toBe(words))
})
