import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDay, daysInMonth, isIsoDate, isoDate } from './calendar-day.ts'
import { addDays, compareDates, dateOfDayNumber, dayNumber, daysBetween, laterOf, weekday } from './day-number.ts'
import { addMonths, lastDayOfMonth, lastDayOfMonthsBeginningWith } from './months.ts'

/** Any day of the years 1 to 9999. */
const anyDay = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') }).map(dateOfDayNumber)
/** Any day with room for the months added to it. */
const roomyDay = fc.integer({ min: dayNumber('0200-01-01'), max: dayNumber('9000-12-31') }).map(dateOfDayNumber)

describe('a calendar day', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-02-28', '2026-12-31', '2026-01-01', '0001-01-01', '9999-12-31', '2026-04-30'])(
    'takes %s',
    (day) => expect(isIsoDate(day)).toBe(true),
  )
  it.each([
    ['2023-02-29'],
    ['1900-02-29'],
    ['2026-02-30'],
    ['2026-04-31'],
    ['2026-06-31'],
    ['2026-09-31'],
    ['2026-11-31'],
    ['2026-01-32'],
    ['2026-00-10'],
    ['2026-13-01'],
    ['2026-01-00'],
    ['0000-01-01'],
    ['2026-1-1'],
    ['26-01-01'],
    [' 2026-01-01'],
    ['2026-01-01 '],
    ['2026-01-01T00:00:00Z'],
    ['12026-01-01'],
    ['2026/01/01'],
    [''],
    [null],
    [undefined],
    [20260101],
  ])('refuses %j', (day) => expect(isIsoDate(day)).toBe(false))
  it.each([
    [2023, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    [2024, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
  ])('knows the months of %i', (year, lengths) => expect(lengths.map((_, index) => daysInMonth(year, index + 1))).toEqual(lengths))
  it('is written with four, two and two digits', () => {
    expect(isoDate({ year: 7, month: 2, day: 6 })).toBe('0007-02-06')
    expect(calendarDay('2007-02-06')).toEqual({ year: 2007, month: 2, day: 6 })
  })
})

describe('days', () => {
  it.each([
    ['1970-01-01', 0, 4],
    ['1970-01-02', 1, 5],
    ['1969-12-31', -1, 3],
    ['2000-02-29', 11_016, 2],
    ['2000-03-01', 11_017, 3],
    ['2018-02-14', 17_576, 3],
    ['2026-11-22', 20_779, 7],
    ['2007-02-06', 13_550, 2],
    ['1900-03-01', -25_508, 4],
    ['0001-01-01', -719_162, 1],
  ])('counts %s as %i, weekday %i', (day, number, expectedWeekday) => {
    expect(dayNumber(day)).toBe(number)
    expect(dateOfDayNumber(number)).toBe(day)
    expect(weekday(day)).toBe(expectedWeekday)
  })
  it.each([
    ['2017-04-30', '2018-02-14', 290],
    ['2017-07-31', '2018-02-14', 198],
    ['2017-10-31', '2018-02-14', 106],
    ['2018-02-14', '2018-02-28', 14],
    ['2018-02-14', '2018-05-31', 106],
    ['2018-05-31', '2018-02-14', -106],
    ['2024-02-28', '2024-03-01', 2],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
    expect(addDays(from, days)).toBe(to)
  })
  it('orders', () => {
    expect(compareDates('2017-12-31', '2018-01-01')).toBeLessThan(0)
    expect(compareDates('2018-01-01', '2017-12-31')).toBeGreaterThan(0)
    expect(compareDates('2018-01-01', '2018-01-01')).toBe(0)
    expect(laterOf('2018-01-01', '2017-12-31')).toBe('2018-01-01')
    expect(laterOf('2017-12-31', '2018-01-01')).toBe('2018-01-01')
  })
  it('agrees with the platform for any day', () =>
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(isIsoDate(day)).toBe(true)
        expect(dayNumber(day) * 86_400_000).toBe(Date.parse(`${day}T00:00:00Z`))
        expect(weekday(day) % 7).toBe(new Date(`${day}T00:00:00Z`).getUTCDay())
      }),
    ))
  it('goes there and back', () =>
    fc.assert(
      fc.property(roomyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n)
      }),
    ))
})

describe('months', () => {
  it.each([
    ['2007-02-06', 6, '2007-08-06'],
    ['2010-07-16', 3, '2010-10-16'],
    ['2010-07-16', 6, '2011-01-16'],
    ['2006-08-31', 6, '2007-02-28'],
    ['2007-08-31', 6, '2008-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s + %i is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to))
  it.each([
    ['2018-02-14', '2018-02-28'],
    ['2024-02-01', '2024-02-29'],
    ['2017-04-01', '2017-04-30'],
    ['2017-12-31', '2017-12-31'],
  ])('the month of %s ends on %s', (day, last) => expect(lastDayOfMonth(day)).toBe(last))
  it.each([
    ['2018-02-14', 2, '2018-04-13'],
    ['2026-01-01', 2, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-12-30', 2, '2027-02-28'],
    ['2027-12-29', 2, '2028-02-28'],
    ['2027-12-30', 2, '2028-02-29'],
    ['2026-12-29', 2, '2027-02-28'],
    ['2026-12-28', 2, '2027-02-27'],
    ['2026-07-31', 2, '2026-09-30'],
    ['2026-11-01', 2, '2026-12-31'],
    ['2026-03-01', 1, '2026-03-31'],
  ])('beginning with %s, %i months end on %s', (from, months, last) => expect(lastDayOfMonthsBeginningWith(from, months)).toBe(last))
  it('never lets a period begun later end earlier', () =>
    fc.assert(
      fc.property(roomyDay, fc.integer({ min: 1, max: 36 }), (day, months) => {
        const next = addDays(day, 1)
        expect(compareDates(addMonths(day, months), addMonths(next, months))).toBeLessThanOrEqual(0)
        expect(compareDates(lastDayOfMonthsBeginningWith(day, months), lastDayOfMonthsBeginningWith(next, months))).toBeLessThanOrEqual(0)
        expect(compareDates(day, lastDayOfMonth(day))).toBeLessThanOrEqual(0)
        expect(lastDayOfMonth(addDays(lastDayOfMonth(day), 1)).slice(0, 7)).not.toBe(day.slice(0, 7))
      }),
    ))
})
