import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOfDayNumber, dayNumber, daysBetween, weekday } from '../dates/day-number.ts'
import { isIsoDate } from '../dates/calendar-day.ts'
import { defaultPolicy } from '../policy/default-policy.ts'
import { clockRules, type ClockRule } from './clock-rules.ts'
import { englandAndWalesHolidays } from './england-and-wales-holidays.ts'
import { executiveResponseClock, calculateDueDate } from './calculate-due-date.ts'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

const { days, from, to, announcedTo } = englandAndWalesHolidays
const inYear = (year: number): string[] => days.filter((day) => day.startsWith(`${year}-`))

/** Easter Sunday by the Gregorian computus of Meeus, Jones and Butcher. */
const easter = (year: number): string => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`
}
const mondayFrom = (day: string): string => addDays(day, (8 - weekday(day)) % 7)
const mondayUpTo = (day: string): string => addDays(day, -(weekday(day) - 1))

/** The eight holidays of the Act and of common law, with substitute days for those on a weekend. */
const statutoryHolidays = (year: number): string[] => {
  const newYear = weekday(`${year}-01-01`) < 6 ? `${year}-01-01` : mondayFrom(`${year}-01-01`)
  const [christmas, boxing] = [`${year}-12-25`, `${year}-12-26`]
  const atChristmas: Record<number, string[]> = {
    5: [christmas, `${year}-12-28`],
    6: [`${year}-12-27`, `${year}-12-28`],
    7: [boxing, `${year}-12-27`],
  }
  const monday = [mondayFrom(`${year}-05-01`), mondayUpTo(`${year}-05-31`), mondayUpTo(`${year}-08-31`)]
  return [
    newYear,
    addDays(easter(year), -2),
    addDays(easter(year), 1),
    ...monday,
    ...(atChristmas[weekday(christmas)] ?? [christmas, boxing]),
  ]
}

describe('the bank holidays', () => {
  it('are weekdays of the range, in order, each once', () => {
    expect(days.every((day) => isIsoDate(day) && weekday(day) < 6 && day >= from && day <= to)).toBe(true)
    expect([...new Set(days)].toSorted()).toEqual([...days])
  })
  it('follow the rule of the Act in every year after the last announced one', () => {
    for (let year = Number(announcedTo.slice(0, 4)) + 1; year <= Number(to.slice(0, 4)); year += 1)
      expect(inYear(year)).toEqual(statutoryHolidays(year))
    // The rule itself is that of years that had no royal occasion.
    for (const year of [2006, 2010, 2016, 2017, 2021, 2026, 2027]) expect(inYear(year)).toEqual(statutoryHolidays(year))
  })
  it('that are only expected are named in a calculation that rests on them', () => {
    const words = (startedOn: string) => {
      const read = calculateDueDate(clockRules.inspectionActionPlan, { startedOn })
      return read.ok ? read.calculation.words : ''
    }
    expect(words('2027-12-01')).toMatch(/bank holidays after 2027-12-31 are those expected, and may still change$/)
    expect(words('2027-06-01')).toMatch(/end on 2027-09-08$/)
  })
  it('are eight a year, and one more in the years with a royal occasion', () => {
    const counts = Array.from({ length: 26 }, (_, index) => [2006 + index, inYear(2006 + index).length])
    const more: Record<number, number> = { 2011: 9, 2012: 9, 2022: 10, 2023: 9 }
    expect(counts).toEqual(counts.map(([year]) => [year, more[year ?? 0] ?? 8]))
  })
  it.each([
    ['2011-04-29'],
    ['2012-06-04'],
    ['2012-06-05'],
    ['2020-05-08'],
    ['2022-06-02'],
    ['2022-06-03'],
    ['2022-09-19'],
    ['2023-05-08'],
    ['2010-12-27'],
    ['2010-12-28'],
    ['2011-01-03'],
    ['2016-12-27'],
    ['2021-12-28'],
    ['2022-01-03'],
    ['2022-12-27'],
    ['2023-01-02'],
    ['2026-12-28'],
    ['2027-12-27'],
    ['2027-12-28'],
    ['2018-04-02'],
    ['2024-03-29'],
    ['2026-04-06'],
  ])('hold %s', (day) => expect(isWorkingDay(day)).toBe(false))
  it.each([['2012-05-28'], ['2020-05-04'], ['2022-05-30'], ['2026-12-29'], ['2018-02-14'], ['2026-11-23'], ['2026-11-27']])(
    'leave %s a working day',
    (day) => expect(isWorkingDay(day)).toBe(true),
  )
  it.each([['2026-11-21'], ['2026-11-22']])('leave %s out as a weekend', (day) => expect(isWorkingDay(day)).toBe(false))
})

describe('working days', () => {
  it.each([
    ['2018-02-14', 1, '2018-02-15'],
    ['2018-02-16', 1, '2018-02-19'],
    ['2018-03-29', 1, '2018-04-03'],
    ['2018-02-14', 20, '2018-03-14'],
    ['2018-02-14', 70, '2018-05-29'],
    ['2022-06-01', 1, '2022-06-06'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2018-02-14', 35, '2018-04-06'],
  ])('%s + %i is %s', (start, count, date) => expect(addWorkingDays(start, count)).toEqual({ ok: true, date }))
  it('count the first day where the instrument says so', () => {
    expect(addWorkingDays('2018-02-14', 70, 'START_DAY')).toEqual({ ok: true, date: '2018-05-25' })
    expect(addWorkingDays('2018-02-14', 1, 'START_DAY')).toEqual({ ok: true, date: '2018-02-14' })
    expect(addWorkingDays('2018-02-17', 1, 'START_DAY')).toEqual({ ok: true, date: '2018-02-19' })
  })
  it.each([
    ['2031-12-20', 70, '2032-01-01'],
    ['2005-12-31', 1, '2005-12-31'],
    ['2031-12-31', 1, '2032-01-01'],
    ['2040-01-01', 5, '2040-01-02'],
  ])('from %s, %i cannot be computed', (start, count, reached) =>
    expect(addWorkingDays(start, count)).toEqual({
      ok: false,
      cannotCompute: `Bank holidays are known from 2006-01-01 to 2031-12-31, and this period reaches ${reached}. Enter the due date that the letter prints.`,
    }),
  )
  it('reach the ends of the data', () => {
    expect(addWorkingDays('2031-12-30', 1)).toEqual({ ok: true, date: '2031-12-31' })
    expect(addWorkingDays('2006-01-01', 1)).toEqual({ ok: true, date: '2006-01-03' })
    expect(addWorkingDays('2006-01-01', 1, 'START_DAY')).toEqual({ ok: true, date: '2006-01-03' })
  })
  it('end on a working day, that many working days later', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('2006-01-01'), max: dayNumber('2031-06-30') }),
        fc.integer({ min: 1, max: 100 }),
        (day, count) => {
          const start = dateOfDayNumber(day)
          const end = addWorkingDays(start, count)
          if (!end.ok) return expect(end.cannotCompute).toContain('2031-12-31')
          const counted = Array.from({ length: daysBetween(start, end.date) }, (_, index) => addDays(start, index + 1)).filter(isWorkingDay)
          expect([counted.length, counted.at(-1)]).toEqual([count, end.date])
        },
      ),
    ))
})

describe('a clock', () => {
  it.each([
    ['inspectionActionPlan', '2018-05-29'],
    ['inspectionActionPlanDraft', '2018-03-14'],
    ['sendPriorityActionPlan', '2018-04-06'],
    ['coronerResponse', '2018-04-11'],
    ['healthBodyResponse', '2018-03-14'],
    ['crimeAndDisorderResponse', '2018-03-14'],
    ['executiveResponse', '2018-04-13'],
  ] as const)('%s started on 14 February 2018 ends on %s', (name, dueOn) => {
    const rule: ClockRule = clockRules[name]
    const result = calculateDueDate(rule, { startedOn: '2018-02-14' })
    expect(result).toMatchObject({ ok: true, calculation: { clock: name, startedOn: '2018-02-14', dueOn, startedBy: rule.startedBy } })
    if (!result.ok) return
    expect(result.calculation.instrument).toBe(`${rule.instrument}, ${rule.version}`)
    expect(result.calculation.calendar).toBe(rule.period.unit === 'WORKING_DAYS' ? 'WORKING_DAYS_ENGLAND_AND_WALES' : 'CALENDAR')
    expect(rule).toMatchObject({
      instrument: expect.stringMatching(/./),
      version: expect.stringMatching(/./),
      extensions: expect.stringMatching(/./),
    })
  })
  it('says in words how it was computed', () => {
    const words = (rule: ClockRule): unknown => {
      const result = calculateDueDate(rule, { startedOn: '2018-02-14' })
      return result.ok && result.calculation.words
    }
    expect(words(clockRules.inspectionActionPlan)).toBe('70 working days, the first after 2018-02-14, end on 2018-05-29')
    expect(words({ ...clockRules.inspectionActionPlan, period: { unit: 'WORKING_DAYS', count: 70, firstDay: 'START_DAY' } })).toBe(
      '70 working days, the first on or after 2018-02-14, end on 2018-05-25',
    )
    expect(words(clockRules.coronerResponse)).toBe('56 days from 2018-02-14 end on 2018-04-11')
    expect(words(clockRules.executiveResponse)).toBe('2 months beginning with 2018-02-14 end on 2018-04-13')
  })
  it('gives way to a printed date, and a printed date to an extension', () => {
    expect(calculateDueDate(clockRules.inspectionActionPlan, { startedOn: '2018-02-14', printedDueOn: '2018-05-25' })).toMatchObject({
      calculation: {
        dueOn: '2018-05-25',
        instrument: 'as printed in the letter',
        words: 'the letter prints 2018-05-25',
        calendar: 'WORKING_DAYS_ENGLAND_AND_WALES',
      },
    })
    expect(
      calculateDueDate(clockRules.coronerResponse, { startedOn: '2018-02-14', printedDueOn: '2018-04-11', extendedTo: '2018-05-09' }),
    ).toMatchObject({
      calculation: { dueOn: '2018-05-09', instrument: expect.stringContaining('SI 2013/1629'), words: 'extended to 2018-05-09' },
    })
  })
  it('outside the holiday data cannot be computed, unless a date is printed', () => {
    expect(calculateDueDate(clockRules.inspectionActionPlan, { startedOn: '2031-12-01' })).toMatchObject({
      ok: false,
      cannotCompute: expect.stringContaining('2031-12-31'),
    })
    expect(calculateDueDate(clockRules.inspectionActionPlan, { startedOn: '2031-12-01', printedDueOn: '2032-03-15' })).toMatchObject({
      ok: true,
      calculation: { dueOn: '2032-03-15' },
    })
    expect(calculateDueDate(clockRules.coronerResponse, { startedOn: '2031-01-01' })).toMatchObject({
      ok: true,
      calculation: { dueOn: '2031-02-26' },
    })
  })
})

describe('the executive response', () => {
  it.each([
    ['2018-02-14', '2018-02-14', '2018-04-13'],
    ['2018-02-01', '2018-02-14', '2018-04-13'],
    ['2018-02-14', '2018-02-01', '2018-04-13'],
    ['2026-12-31', '2026-12-31', '2027-02-28'],
  ])('received %s, notice %s: %s', (receivedOn, noticeOn, dueOn) => {
    const calculation = executiveResponseClock({ receivedOn, noticeOn })
    expect(calculation).toMatchObject({
      clock: 'executiveResponse',
      dueOn,
      startedOn: receivedOn > noticeOn ? receivedOn : noticeOn,
      calendar: 'CALENDAR',
    })
    expect(calculation.instrument).toMatch(/section 9FE, as inserted by the Localism Act 2011/)
  })
  it('takes its months from the policy and a printed date from the letter', () => {
    expect(executiveResponseClock({ receivedOn: '2018-02-14', noticeOn: '2018-02-14' }, defaultPolicy)).toMatchObject({
      dueOn: '2018-04-13',
    })
    const policy = { clocks: { ...defaultPolicy.clocks, executiveResponseMonths: 1 } }
    expect(executiveResponseClock({ receivedOn: '2018-02-14', noticeOn: '2018-02-14' }, policy)).toMatchObject({
      dueOn: '2018-03-13',
      words: '1 month beginning with 2018-02-14 end on 2018-03-13',
    })
    expect(executiveResponseClock({ receivedOn: '2018-02-14', noticeOn: '2018-02-14', printedDueOn: '2018-04-20' })).toMatchObject({
      dueOn: '2018-04-20',
      instrument: 'as printed in the letter',
    })
  })
})
