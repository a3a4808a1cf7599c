import type { IsoDate } from '../envelope.ts'
import { addDays } from '../dates/day-number.ts'
import { addMonths } from '../dates/months.ts'
import type { PrintedDate } from './printed-date.ts'
import { printedDates } from './printed-date.ts'
import { periodBefore } from './printed-period.ts'

export type PrintedDeadline = Pick<PrintedDate, 'date' | 'precision'>

const range = /^\s*(?:to|until|till|[\u2010-\u2015-])\s*(?:the (?:end|middle) of\s+)?$/

/**
 * The last day that a printed deadline allows; `text` in lower case. A month or a year means its last day ("by May 2018", "by the end of
 * 2023"), "before" a day or a month the day before it, a range its end, "three months after 1 January 2024" the corresponding day. Null
 * where there is no date or more than one that could be meant. Seasons, quarters, days without a year and two-figure years: null.
 */
export const printedDeadline = (text: string): PrintedDeadline | null =>
  endOfNamedYear(text) ?? (isRange(text, printedDates(text)) ? (printedDates(text)[1] ?? null) : ofOne(text, printedDates(text)))

const isRange = (text: string, [first, second, third]: readonly PrintedDate[]): boolean =>
  first !== undefined &&
  second !== undefined &&
  third === undefined &&
  first.date <= second.date &&
  (range.test(text.slice(first.end, second.start)) ||
    (/\bbetween\b/.test(text.slice(0, first.start)) && /^\s*and\s*$/.test(text.slice(first.end, second.start))))

const ofOne = (text: string, dates: readonly PrintedDate[]): PrintedDeadline | null => {
  const [printed] = dates
  if (printed === undefined || dates.some(({ date }) => date !== printed.date)) return null
  const before = text.slice(0, printed.start)
  const period = periodBefore(before)
  if (period !== null) return printed.precision === 'DAY' ? { date: later(printed.date, period), precision: 'DAY' } : null
  return isBefore(before) ? { date: addDays(firstDay(printed), -1), precision: printed.precision } : printed
}

const later = (date: IsoDate, { count, unit }: { readonly count: number; readonly unit: string }): IsoDate => {
  if (unit === 'month' || unit === 'year') return addMonths(date, unit === 'year' ? count * 12 : count)
  return addDays(date, unit === 'week' ? count * 7 : count)
}

const firstDay = ({ date, precision }: PrintedDate): IsoDate => (precision === 'DAY' ? date : `${date.slice(0, 7)}-01`)

const isBefore = (before: string): boolean => /\bbefore\b/.test(before) && !/\b(?:on|in) or before\b|\bbefore the end\b/.test(before)

/** Financial years of UK public bodies end on 31 March; academic years of England's schools on 31 August (Education Act 1996, section 579). */
const namedYear = /\b(financial|fiscal|tax|academic|school) years?(?: of)?,? (19|20)(\d{2})\s?[/\u2010-\u2015-]\s?(?:(19|20)?(\d{2}))\b/
const yearNamed = /\b(19|20)(\d{2})\s?[/\u2010-\u2015-]\s?(?:(19|20)?(\d{2})) (financial|fiscal|academic|school) year\b/

function endOfNamedYear(text: string): PrintedDeadline | null {
  const [kind, century, from, to] = partsOfYear(text)
  if (kind === undefined || (Number(from) + 1) % 100 !== Number(to)) return null
  const year = Number(`${century}${from}`) + 1
  return { date: /academic|school/.test(kind) ? `${year}-08-31` : `${year}-03-31`, precision: 'MONTH' }
}

function partsOfYear(text: string): readonly (string | undefined)[] {
  const first = namedYear.exec(text)
  if (first) return [first[1], first[2], first[3], first[5]]
  const last = yearNamed.exec(text)
  return last ? [last[5], last[1], last[2], last[4]] : []
}
