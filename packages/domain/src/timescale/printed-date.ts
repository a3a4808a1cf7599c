import type { IsoDate } from '../envelope.ts'
import { isIsoDate, isoDate } from '../dates/calendar-day.ts'
import { lastDayOfMonth } from '../dates/months.ts'

export type DatePrecision = 'DAY' | 'MONTH'
/** A date as a text prints it: the day, or a month's or year's last day, and where in the text it stands (`end` exclusive). */
export type PrintedDate = { readonly date: IsoDate; readonly precision: DatePrecision; readonly start: number; readonly end: number }

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
/** "2023/24" is not the year 2023. */
const year = '(\\d{4})(?![/\\u2010-\\u2015-]\\d|\\d)'
/** "Paragraph 3.1.2024" is a number of a paragraph. */
const notNumbered = '(?<!\\b(?:paragraphs?|para|sections?|clause|rule|recommendations?|page|item)\\.?\\s)'

const monthNumber = (name: string | undefined): number => monthNames.indexOf((name ?? '').slice(0, 3)) + 1

type Form = {
  readonly pattern: RegExp
  readonly precision: DatePrecision
  day(found: RegExpExecArray): readonly [string?, number?, string?]
}

/** From the most to the least exact: of two that overlap in a text, the earlier form here is the one that is meant. */
const forms: readonly Form[] = [
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month},?\\s+${year}`, 'g'),
    precision: 'DAY',
    day: ([, day, name, ofYear]) => [ofYear, monthNumber(name), day],
  },
  {
    pattern: new RegExp(`\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${year}`, 'g'),
    precision: 'DAY',
    day: ([, name, day, ofYear]) => [ofYear, monthNumber(name), day],
  },
  {
    pattern: new RegExp(`${notNumbered}\\b(\\d{1,2})[/.](\\d{1,2})[/.]${year}`, 'g'),
    precision: 'DAY',
    day: ([, day, ofMonth, ofYear]) => [ofYear, Number(ofMonth), day],
  },
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g, precision: 'DAY', day: ([, ofYear, ofMonth, day]) => [ofYear, Number(ofMonth), day] },
  {
    // Not after a day's number: "31 February 2018" is no month.
    pattern: new RegExp(`(?<!\\d(?:st|nd|rd|th)?\\s+(?:of\\s+)?)\\b${month},?\\s+(?:of\\s+)?${year}`, 'g'),
    precision: 'MONTH',
    day: ([, name, ofYear]) => [ofYear, monthNumber(name), '1'],
  },
  {
    // A year alone only where nothing is counted by it: "by 2021", not "by 2000 households", "by 1200 hours" or "reduce by 2000".
    pattern: new RegExp(
      `(?<!\\b(?:reduc\\w+|increas\\w+|cut|rais\\w+|fall|grow\\w*|improv\\w+)\\s+by\\s)(?<=\\b(?:end of(?: the(?: calendar)? year)?|in or before|by|no later than|not later than)\\s)((?:19|20)\\d{2})(?![/\\u2010-\\u2015-]\\d|\\d)(?=\\s*(?:$|[.,;:)]|at the latest|or (?:before|earlier|sooner)))`,
      'g',
    ),
    precision: 'MONTH',
    day: ([, ofYear]) => [ofYear, 12, '1'],
  },
]

/** Every date in a text (in lower case), in its order. Days are read in the British order; days that do not exist are left out. */
export const printedDates = (text: string): readonly PrintedDate[] => {
  const found: PrintedDate[] = []
  for (const { pattern, precision, day } of forms)
    for (const match of text.matchAll(pattern)) {
      const [ofYear, ofMonth = 0, ofDay] = day(match)
      const written = isoDate({ year: Number(ofYear), month: ofMonth, day: Number(ofDay) })
      const [start, end] = [match.index, match.index + match[0].length]
      const taken = found.some((other) => other.start < end && start < other.end)
      if (!taken && isIsoDate(written)) found.push({ date: precision === 'DAY' ? written : lastDayOfMonth(written), precision, start, end })
    }
  return found.sort((a, b) => a.start - b.start)
}
