import type { IsoDate } from '../envelope.ts'
import type { Timescale, TimescaleGrade } from './timescale.ts'
import { addDays } from '../dates/day-number.ts'
import { numberOf } from './number-words.ts'
import { printedDate } from './printed-date.ts'

const period =
  /\b(?:within|over|in|during)\s+(?:the\s+)?(?:next\s+)?(?:a\s+)?(?:(?:period|maximum)\s+of\s+)?([a-z\d][a-z\d-]*(?:\s+(?:to|or)\s+[a-z\d-]+)?)\s+(day|week|month|year)s?\b/

type Period = { readonly count: number; readonly unit: string }

/** Of a range ("three to six months") the outer end: the item is late only after it. */
const periodOf = (text: string): Period | null => {
  const found = period.exec(text)
  const count = numberOf(found?.[1]?.split(/\s+(?:to|or)\s+/).at(-1) ?? '')
  return found && count !== null ? { count, unit: found[2] ?? '' } : null
}

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

/**
 * A timescale as printed, with its grade. Whatever is not a deadline in months or by a date ("as soon as possible", "autumn 2023") is
 * NOT_GIVEN with its words kept: never a guess. Days and weeks have no grade of their own; they become a date where `countedFrom`, the day
 * that the report's periods count from, is known.
 */
export const readTimescale = (asPrinted: string | null, countedFrom: IsoDate | null = null): Timescale => {
  const text = (asPrinted ?? '').toLowerCase().replace(/\s+/g, ' ').trim()
  if (asPrinted === null || text === '') return graded(asPrinted, 'NOT_GIVEN')
  const by = printedDate(text)
  if (by) return { ...graded(asPrinted, 'BY_DATE'), date: by.date, datePrecision: by.precision }
  const within = periodOf(text)
  if (within) return ofPeriod(asPrinted, within, countedFrom)
  if (/\bimmediate(?:ly)?\b|\bforthwith\b|\bwithout delay\b/.test(text)) return graded(asPrinted, 'IMMEDIATE')
  if (/\blong(?:er)?[ -]term\b/.test(text)) return graded(asPrinted, 'LONGER_TERM')
  return graded(asPrinted, 'NOT_GIVEN')
}
