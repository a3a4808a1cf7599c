import { describe, expect, it } from 'vitest'
import type { PublicationFacts } from '../report/publication.ts'
import type { Timescale } from './timescale.ts'
import { defaultPolicy } from '../policy/default-policy.ts'
import { countedFrom, originalCompletion, originalCompletionDate } from './original-completion.ts'
import { numberOf } from './number-words.ts'
import { countsFromAnotherEvent, readTimescale, unreadTimescale } from './read-timescale.ts'

const read = (asPrinted: string | null, from: string | null = null): Omit<Timescale, 'asPrinted'> => {
  const { asPrinted: kept, ...rest } = readTimescale(asPrinted, from)
  expect(kept).toBe(asPrinted)
  return rest
}
const none = { months: null, date: null, datePrecision: null }

describe('a timescale as printed', () => {
  it.each([
    ['For immediate action'],
    ['Immediately'],
    ['immediately'],
    ['Priority and immediate action'],
    ['immediate steps'],
    ['  With immediate effect '],
    ['Forthwith'],
    ['without delay'],
  ])('%j is for immediate action', (printed) => expect(read(printed)).toEqual({ grade: 'IMMEDIATE', ...none }))

  it.each([
    ['For action over the next six months', 6],
    ['Within three months', 3],
    ['Within six months', 6],
    ['within 12 months', 12],
    ['within six months from the date of this Report', 6],
    ['within 12 months of the publication of this report', 12],
    ['In the next twelve months', 12],
    ['within a month', 1],
    ['within one year', 12],
    ['within two years', 24],
    ['within eighteen months', 18],
    ['within twenty-four months', 24],
    ['within three to six months', 6],
    ['within 3 or 4 months', 4],
    ['over a period of nine months', 9],
    ['Within\n  three   months', 3],
    ['within the next six months', 6],
    ['during the next ten months', 10],
    ['within a maximum of two months', 2],
    ['in 6 months', 6],
  ])('%j is within %i months', (printed, months) => expect(read(printed)).toEqual({ ...none, grade: 'WITHIN_MONTHS', months }))

  it.each([
    ['by May 2018', '2018-05-31'],
    ['by Feb 2018', '2018-02-28'],
    ['by February 2024', '2024-02-29'],
    ['by the end of July 2017', '2017-07-31'],
    ['by April 2017', '2017-04-30'],
    ['by October 2017', '2017-10-31'],
    ['by the end of 2023', '2023-12-31'],
    ['before the end of 2027', '2027-12-31'],
    ['in or before 2027', '2027-12-31'],
    ['by the end of December 2023', '2023-12-31'],
    ['May 2018', '2018-05-31'],
    ['for Sept. 2018', '2018-09-30'],
    ['before May 2018', '2018-04-30'],
    ['no later than June 2019', '2019-06-30'],
    ['by Sep 2018', '2018-09-30'],
    ['before January 2020', '2019-12-31'],
    ['by the end of the year 2021', '2021-12-31'],
    ['by 2021', '2021-12-31'],
    ['before the end of March 2019', '2019-03-31'],
    ['By November of 2022', '2022-11-30'],
    ['by Jan 2019', '2019-01-31'],
    ['by Mar 2019', '2019-03-31'],
    ['by Apr 2019', '2019-04-30'],
    ['by June 2019', '2019-06-30'],
    ['by Jul 2019', '2019-07-31'],
    ['by Aug 2019', '2019-08-31'],
    ['by Dec 2019', '2019-12-31'],
    ['in or before March 2020', '2020-03-31'],
    ['not later than 2022', '2022-12-31'],
    ['by the end of the calendar year 2021', '2021-12-31'],
  ])('%j is by a month, whose last day is %s', (printed, date) =>
    expect(read(printed)).toEqual({ ...none, grade: 'BY_DATE', date, datePrecision: 'MONTH' }),
  )

  it.each([
    ['by 8 November 2016', '2016-11-08'],
    ['by 25 October 2024', '2024-10-25'],
    ['by 1st May 2018', '2018-05-01'],
    ['by the 2nd of June, 2018', '2018-06-02'],
    ['by 31/03/2018', '2018-03-31'],
    ['by 3.4.2018', '2018-04-03'],
    ['by 2018-03-31', '2018-03-31'],
    ['before 1 May 2018', '2018-04-30'],
    ['on or before 1 May 2018', '2018-05-01'],
    ['by May 3rd, 2018', '2018-05-03'],
    ['no later than 3rd March 2020', '2020-03-03'],
    ['by 4 sept 2020', '2020-09-04'],
    ['12 December 2020', '2020-12-12'],
  ])('%j is by the day %s', (printed, date) => expect(read(printed)).toEqual({ ...none, grade: 'BY_DATE', date, datePrecision: 'DAY' }))

  it.each([['For action in the longer term'], ['Longer-term'], ['long term'], ['medium to longer term']])('%j is longer term', (printed) =>
    expect(read(printed)).toEqual({ grade: 'LONGER_TERM', ...none }),
  )

  it.each([
    [null],
    [''],
    ['   '],
    ['no later than autumn 2023'],
    ['as soon as is possible'],
    ['as soon as reasonably practicable'],
    ['as a matter of priority'],
    ['ongoing'],
    ['after two years and thereafter at three yearly intervals'],
    ['within some months'],
    ['by 31 February 2018'],
    ['by 32/01/2018'],
    ['within four weeks'],
    ['within 28 days'],
    ['by the end of March'],
    ['monthly'],
    ['within zero months'],
  ])('%j gives none', (printed) => expect(read(printed)).toEqual({ grade: 'NOT_GIVEN', ...none }))

  it.each([
    ['by the end of the financial year 2023/24', '2024-03-31'],
    ['by the end of financial year 2023-2024', '2024-03-31'],
    ['by the end of the 2023/24 financial year', '2024-03-31'],
    ['by the end of the academic year 2023/24', '2024-08-31'],
    ['before the end of the 1999/00 school year', '2000-08-31'],
    ['April 2024 – June 2024', '2024-06-30'],
    ['from April 2024 to March 2025', '2025-03-31'],
    ['April to June 2024', '2024-06-30'],
  ])('%j ends with a month or year, on %s', (printed, date) =>
    expect(read(printed)).toEqual({ ...none, grade: 'BY_DATE', date, datePrecision: 'MONTH' }),
  )

  it.each([
    ['between 1 April 2024 and 30 June 2024', '2024-06-30'],
    ['1 April 2024 to 31 March 2025', '2025-03-31'],
    ['1-30 June 2024', '2024-06-30'],
    ['within three months of 1 January 2024', '2024-04-01'],
    ['three months after 1 January 2024', '2024-04-01'],
    ['six weeks from 1 January 2024', '2024-02-12'],
    ['a year and a half after 1 January 2024', '2025-07-01'],
    ['to be completed by 12 May 2023', '2023-05-12'],
    ['the revised policy by 12 May 2023', '2023-05-12'],
    ['by 31 March 2024 (31/03/2024)', '2024-03-31'],
  ])('%j ends on the day %s', (printed, date) => expect(read(printed)).toEqual({ ...none, grade: 'BY_DATE', date, datePrecision: 'DAY' }))

  it.each([
    ['within a year and a half', 18],
    ['within 6-12 months', 12],
    ['within 6 – 12 months', 12],
  ])('%j is within %i months', (printed, months) => expect(read(printed)).toEqual({ ...none, grade: 'WITHIN_MONTHS', months }))

  it.each([
    ['by the end of 2023/24', 'kindOfYear'],
    ['2023-24', 'kindOfYear'],
    ['2023–24', 'kindOfYear'],
    ['2023/2024', 'kindOfYear'],
    ['by 2024/25', 'kindOfYear'],
    ['no later than 2025/26', 'kindOfYear'],
    ['by the end of the municipal year 2023/24', 'municipalYear'],
    ['31 March 2023 (revised 30 September 2024)', 'revisedInPrint'],
    ['originally 31 March 2023, revised to 30 September 2024', 'revisedInPrint'],
    ['30 September 2024, previously 31 March 2023', 'revisedInPrint'],
    ['after 31 March 2024', 'earliestDate'],
    ['not before 31 March 2024', 'earliestDate'],
    ['no earlier than April 2024', 'earliestDate'],
    ['from 1 April 2024 onwards', 'earliestDate'],
    ['starting in April 2024', 'earliestDate'],
    ['completed 12 May 2023', 'alreadyDone'],
    ['Implemented – May 2023', 'alreadyDone'],
    ['Ongoing (last reviewed 12 May 2023)', 'alreadyDone'],
    ['not immediate', 'notImmediate'],
    ['Immediately after the election', 'anotherStart'],
    ['immediately upon appointment of a director', 'anotherStart'],
    ['31 March 2024 or 30 June 2024', 'severalDates'],
    ['1 April 2024 and 30 June 2024', 'severalDates'],
    ['31/03/24', 'shortYear'],
    ["by March '24", 'shortYear'],
    ['by end 2024', 'endOfYear'],
  ])('%j is left undated, because of %s', (printed, rule) => {
    expect(read(printed)).toEqual({ grade: 'NOT_GIVEN', ...none })
    expect(unreadTimescale(printed)).toMatchObject({ rule, words: expect.stringMatching(/: no date until a committee agrees one$/) })
    expect(originalCompletion(printed, publication({}), defaultPolicy)).toMatchObject({
      originalCompletionDate: null,
      derivation: { rule, from: null, fromIs: null },
    })
  })

  it.each([
    ['by 2000 households'],
    ['reduce by 2500'],
    ['reduce by 2000'],
    ['by 1200 hours'],
    ['Paragraph 3.1.2024'],
    ['section 4.5.2019 applies'],
  ])('%j names no time', (printed) => {
    expect(read(printed)).toEqual({ grade: 'NOT_GIVEN', ...none })
    expect(unreadTimescale(printed)).toBeNull()
  })

  it('makes a date of weeks and days where the day counted from is known', () => {
    expect(read('within four weeks', '2026-01-01')).toEqual({ ...none, grade: 'BY_DATE', date: '2026-01-29', datePrecision: 'DAY' })
    expect(read('within 28 days', '2026-02-01')).toEqual({ ...none, grade: 'BY_DATE', date: '2026-03-01', datePrecision: 'DAY' })
    expect(read('within 28 days of the appointment', '2026-02-01')).toEqual({ ...none, grade: 'NOT_GIVEN' })
  })
  it.each([
    ['within six months of the appointment', true],
    ['within 3 months after the new service opens', true],
    ['within six months', false],
    ['within six months from the date of this Report', false],
    ['within 12 months of the publication of this report', false],
    ['within 28 days of this letter', false],
    ['Within two YEARS following the Review', false],
    ['in a month from today', false],
  ])('%j counts from another event: %j', (printed, other) => expect(countsFromAnotherEvent(printed)).toBe(other))
})

describe('a number', () => {
  it.each([
    ['1', 1],
    ['999', 999],
    ['0', null],
    ['1000', null],
    ['a', 1],
    ['an', 1],
    ['one', 1],
    ['nineteen', 19],
    ['zero', null],
    ['twenty', 20],
    ['twenty-one', 21],
    ['thirty six', 36],
    ['ninety-nine', 99],
    ['twenty-ten', null],
    ['twenty-zero', null],
    ['six-two', null],
    ['twenty-one-two', null],
    ['few', null],
    ['', null],
    ['1a', null],
    ['a1', null],
    ['forty', 40],
    ['fifty', 50],
    ['sixty', 60],
    ['seventy', 70],
    ['eighty', 80],
  ])('%j is %j', (words, number) => expect(numberOf(words)).toBe(number))
})

const publication = (given: Partial<PublicationFacts>): PublicationFacts => ({
  report: 'report-example-borough.1',
  kind: 'INSPECTION',
  publishedOn: '2007-02-06',
  publishedPrecision: 'DAY',
  adoptedOn: null,
  illustrative: false,
  ...given,
})

describe('the original completion date', () => {
  it('of an immediate item is the day of publication, unless the policy says otherwise', () => {
    expect(originalCompletion('For immediate action', publication({}), defaultPolicy)).toMatchObject({
      originalCompletionDate: '2007-02-06',
      derivation: { rule: 'immediate', from: '2007-02-06', fromIs: 'PUBLISHED', words: 'due on the day of publication on 2007-02-06' },
    })
    const threeMonths = { clocks: { ...defaultPolicy.clocks, immediateMonths: 3 } }
    expect(originalCompletion('Immediately', publication({}), threeMonths).originalCompletionDate).toBe('2007-05-06')
  })
  it('of N months is the same date in a later month', () => {
    expect(originalCompletion('For action over the next six months', publication({}), defaultPolicy)).toEqual({
      timescale: { asPrinted: 'For action over the next six months', grade: 'WITHIN_MONTHS', months: 6, date: null, datePrecision: null },
      originalCompletionDate: '2007-08-06',
      derivation: {
        rule: 'withinMonths',
        from: '2007-02-06',
        fromIs: 'PUBLISHED',
        words: 'same date 6 months after publication on 2007-02-06',
      },
    })
    expect(originalCompletion('within six months', publication({ publishedOn: '2006-08-31' }), defaultPolicy).originalCompletionDate).toBe(
      '2007-02-28',
    )
  })
  it('of a month is its last day, and of a day that day', () => {
    expect(originalCompletion('by April 2017', publication({}), defaultPolicy)).toMatchObject({
      originalCompletionDate: '2017-04-30',
      derivation: { rule: 'byMonth', from: null, fromIs: null, words: 'the last day of the month printed' },
    })
    expect(originalCompletion('by 8 November 2016', publication({}), defaultPolicy)).toMatchObject({
      originalCompletionDate: '2016-11-08',
      derivation: { rule: 'byDate', from: null, fromIs: null, words: 'the day printed' },
    })
  })
  it.each([
    ['For action in the longer term', 'longerTerm', /longer term.*committee/],
    [null, 'notGiven', /no timescale.*committee/],
    ['within six months of the appointment', 'anotherStart', /another event.*committee/],
    ['as soon as possible', 'notGiven', /no timescale/],
  ])('of %j is none', (printed, rule, words) => {
    const found = originalCompletion(printed, publication({}), defaultPolicy)
    expect(found).toMatchObject({ originalCompletionDate: null, derivation: { rule, from: null, fromIs: null } })
    expect(found.derivation.words).toMatch(words)
  })
  it.each([['MONTH'], ['NOT_AFTER'], ['UNKNOWN']] as const)('is not counted from a publication known only as %s', (publishedPrecision) => {
    const found = originalCompletion('Immediately', publication({ publishedPrecision }), defaultPolicy)
    expect(found).toMatchObject({
      originalCompletionDate: null,
      derivation: { rule: 'noDayToCountFrom', words: expect.stringContaining('known to the day') },
    })
  })
  it('is counted from adoption for scrutiny and inquiry reports, from publication for the others', () => {
    const both = { publishedOn: '2017-03-01', adoptedOn: '2017-04-04' }
    expect(countedFrom(publication({ ...both, kind: 'SCRUTINY' }))).toEqual({ date: '2017-04-04', is: 'ADOPTED' })
    expect(countedFrom(publication({ ...both, kind: 'INQUIRY' }))).toEqual({ date: '2017-04-04', is: 'ADOPTED' })
    expect(countedFrom(publication({ ...both, kind: 'INSPECTION' }))).toEqual({ date: '2017-03-01', is: 'PUBLISHED' })
    expect(countedFrom(publication({ publishedOn: null, adoptedOn: '2017-04-04' }))).toEqual({ date: '2017-04-04', is: 'ADOPTED' })
    expect(countedFrom(publication({ kind: 'SCRUTINY' }))).toEqual({ date: '2007-02-06', is: 'PUBLISHED' })
    expect(countedFrom(publication({ publishedOn: null }))).toBeNull()
    expect(originalCompletion('Within one month', publication({ ...both, kind: 'SCRUTINY' }), defaultPolicy)).toMatchObject({
      originalCompletionDate: '2017-05-04',
      derivation: { words: 'same date 1 month after adoption on 2017-04-04' },
    })
  })
  it.each([
    ['by 31 March 2004', 'beforeReport', /gives 2004-03-31, before the report: no date until a committee/],
    ['by 5 February 2007', 'beforeReport', /before the report/],
    ['by 31 March 2107', 'tooFarAhead', /gives 2107-03-31, more than 30 years ahead: no date until a committee/],
  ])('of %j in a report of 6 February 2007 is left open: the report cannot have meant it', (printed, rule, words) => {
    const found = originalCompletion(printed, publication({}), defaultPolicy)
    expect(found).toMatchObject({ originalCompletionDate: null, derivation: { rule, from: null, fromIs: null } })
    expect(found.derivation.words).toMatch(words)
    expect(originalCompletionDate(found.timescale, publication({}), defaultPolicy).date).toBeNull()
  })
  it('printed is held against the first day on which the report can have come out', () => {
    const found = (given: Partial<PublicationFacts>) => originalCompletion('by 31 March 2004', publication(given), defaultPolicy)
    expect(found({ publishedOn: '2004-03-31' }).originalCompletionDate).toBe('2004-03-31')
    expect(found({ publishedOn: '2004-04-01' }).originalCompletionDate).toBeNull()
    expect(found({ publishedOn: '2004-04-01', adoptedOn: '2004-03-01' }).originalCompletionDate).toBe('2004-03-31')
    expect(found({ publishedOn: '2004-03-31', publishedPrecision: 'MONTH' }).originalCompletionDate).toBe('2004-03-31')
    expect(found({ publishedOn: '2004-04-30', publishedPrecision: 'MONTH' }).originalCompletionDate).toBeNull()
    expect(found({ publishedOn: '2018-01-01', publishedPrecision: 'NOT_AFTER' }).originalCompletionDate).toBe('2004-03-31')
    expect(found({ publishedOn: null, publishedPrecision: 'UNKNOWN' }).originalCompletionDate).toBe('2004-03-31')
  })
  it('of weeks or days is a date with the day counted from', () =>
    expect(originalCompletion('within four weeks', publication({}), defaultPolicy)).toMatchObject({
      timescale: { grade: 'BY_DATE', date: '2007-03-06' },
      originalCompletionDate: '2007-03-06',
      derivation: { rule: 'withinDays', from: '2007-02-06', fromIs: 'PUBLISHED', words: 'days or weeks counted from 2007-02-06' },
    }))
  it('can be taken from a timescale already read', () =>
    expect(
      originalCompletionDate(readTimescale('Within three months'), publication({ publishedOn: '2010-07-16' }), defaultPolicy),
    ).toMatchObject({
      date: '2010-10-16',
      derivation: { rule: 'withinMonths' },
    }))
})
