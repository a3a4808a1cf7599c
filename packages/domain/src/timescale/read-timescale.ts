import type { IsoDate } from '../envelope.ts'
import { addDays } from '../dates/day-number.ts'
import type { Unread } from './not-a-deadline.ts'
import { notADeadline, whyUnread } from './not-a-deadline.ts'
import { printedDates } from './printed-date.ts'
import { printedDeadline } from './printed-deadline.ts'
import type { Period } from './printed-period.ts'
import { periodWithin } from './printed-period.ts'
import type { Timescale, TimescaleGrade } from './timescale.ts'

const graded = (asPrinted: string | null, grade: TimescaleGrade): Timescale => ({
  asPrinted,
  grade,
  months: null,
  date: null,
  datePrecision: null,
})

const ofPeriod = (asPrinted: string, { count, unit }: Period, countedFrom: IsoDate | null): Timescale => {
  if (unit === 'month') return { ...graded(asPrinted, 'WITHIN_MONTHS'), months: count }
  if (unit === 'year') return { ...graded(asPrinted, 'WITHIN_MONTHS'), months: count * 12 }
  if (countedFrom === null || countsFromAnotherEvent(asPrinted)) return graded(asPrinted, 'NOT_GIVEN')
  return { ...graded(asPrinted, 'BY_DATE'), date: addDays(countedFrom, unit === 'week' ? count * 7 : count), datePrecision: 'DAY' }
}

/** True for "within six months of the new service opening": a period that does not begin with the report. */
export const countsFromAnotherEvent = (asPrinted: string): boolean => {
  const start = /\b(?:day|week|month|year)s?\s+(?:of|from|after|following)\s+(.+)$/.exec(asPrinted.toLowerCase())?.[1]
  return start !== undefined && !/\b(?:publication|published|report|review|inspection|letter|now|today)\b/.test(start)
}

const normalised = (asPrinted: string): string => asPrinted.toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * A timescale as printed, with its grade. Whatever is not a deadline in months or by a date ("as soon as possible", "autumn 2023",
 * "2023/24") is NOT_GIVEN with its words kept: never a guess, since the original completion date never changes. `unreadTimescale` says
 * why. Days and weeks have no grade of their own; they become a date where `countedFrom`, the day that the report's periods count from,
 * is known.
 */
export const readTimescale = (asPrinted: string | null, countedFrom: IsoDate | null = null): Timescale => {
  const text = normalised(asPrinted ?? '')
  if (asPrinted === null || text === '' || notADeadline(text) !== null) return graded(asPrinted, 'NOT_GIVEN')
  const by = printedDeadline(text)
  if (by) return { ...graded(asPrinted, 'BY_DATE'), date: by.date, datePrecision: by.precision }
  if (printedDates(text).length > 0) return graded(asPrinted, 'NOT_GIVEN')
  const within = periodWithin(text)
  if (within) return ofPeriod(asPrinted, within, countedFrom)
  if (/\bimmediate(?:ly)?\b|\bforthwith\b|\bwithout delay\b/.test(text)) return graded(asPrinted, 'IMMEDIATE')
  if (/\blong(?:er)?[ -]term\b/.test(text)) return graded(asPrinted, 'LONGER_TERM')
  return graded(asPrinted, 'NOT_GIVEN')
}

/** Why printed words that name a time give no date, for a person to decide; null where they were read or name no time. */
export const unreadTimescale = (asPrinted: string | null): Unread | null => {
  if (asPrinted === null || readTimescale(asPrinted).grade !== 'NOT_GIVEN') return null
  const text = normalised(asPrinted)
  return notADeadline(text) ?? whyUnread(text, printedDates(text).length)
}
