import type { IsoDate } from '../envelope.ts'
import { isIsoDate, isoDate } from '../dates/calendar-day.ts'
import { addDays } from '../dates/day-number.ts'
import { lastDayOfMonth } from '../dates/months.ts'

export type PrintedDate = { readonly date: IsoDate; readonly precision: 'DAY' | 'MONTH' }

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const dayMonthYear = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month},?\\s+(\\d{4})\\b`)
const monthDayYear = new RegExp(`\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`)
/** Not after a day's number: "31 February 2018" is no month. */
const monthYear = new RegExp(`(?<!\\d(?:st|nd|rd|th)?\\s+(?:of\\s+)?)\\b${month},?\\s+(?:of\\s+)?(\\d{4})\\b`)
const slashed = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/
const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/
const endOfYear = /\b(?:end of(?: the(?: calendar)? year)?|in or before|by|no later than|not later than)\s+(\d{4})\b/

const monthNumber = (name: string): number => monthNames.indexOf(name.slice(0, 3)) + 1

const dayOf = (year: string | undefined, monthOfYear: number, day: string | undefined): PrintedDate | null => {
  const date = isoDate({ year: Number(year), month: monthOfYear, day: Number(day) })
  return isIsoDate(date) ? { date, precision: 'DAY' } : null
}

const exactDay = (text: string): PrintedDate | null => {
  const named = dayMonthYear.exec(text)
  if (named) return dayOf(named[3], monthNumber(named[2] ?? ''), named[1])
  const american = monthDayYear.exec(text)
  if (american) return dayOf(american[3], monthNumber(american[1] ?? ''), american[2])
  const british = slashed.exec(text)
  if (british) return dayOf(british[3], Number(british[2]), british[1])
  const written = iso.exec(text)
  return written ? dayOf(written[1], Number(written[2]), written[3]) : null
}

const wholeMonth = (text: string): IsoDate | null => {
  const found = monthYear.exec(text)
  if (found) return lastDayOfMonth(isoDate({ year: Number(found[2]), month: monthNumber(found[1] ?? ''), day: 1 }))
  const year = endOfYear.exec(text)
  return year ? `${year[1]}-12-31` : null
}

const isBefore = (text: string): boolean => /\bbefore\b/.test(text) && !/\b(?:on|in) or before\b|\bbefore the end\b/.test(text)

/**
 * The last day that a printed deadline allows; `text` in lower case. A month or a year means its last day ("by May 2018", "by the end of
 * 2023"), "before" a day or a month the day before it. Days are read in the British order. Seasons, quarters and days without a year: null.
 */
export const printedDate = (text: string): PrintedDate | null => {
  const day = exactDay(text)
  if (day) return isBefore(text) ? { ...day, date: addDays(day.date, -1) } : day
  const last = wholeMonth(text)
  if (last === null) return null
  const firstOfMonth = `${last.slice(0, 7)}-01`
  return { date: isBefore(text) ? addDays(firstOfMonth, -1) : last, precision: 'MONTH' }
}
