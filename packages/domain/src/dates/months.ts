import type { IsoDate } from '../envelope.ts'
import { calendarDay, daysInMonth, isoDate } from './calendar-day.ts'
import { addDays } from './day-number.ts'

const monthsOn = (date: IsoDate, months: number): { readonly year: number; readonly month: number; readonly day: number } => {
  const { year, month, day } = calendarDay(date)
  const index = year * 12 + (month - 1) + months
  const onYear = Math.floor(index / 12)
  return { year: onYear, month: index - onYear * 12 + 1, day }
}

/** The corresponding date: 6 February + 6 months is 6 August; 31 August + 6 months is the last day of February. */
export const addMonths = (date: IsoDate, months: number): IsoDate => {
  const { year, month, day } = monthsOn(date, months)
  return isoDate({ year, month, day: Math.min(day, daysInMonth(year, month)) })
}

/** The last day of the month that `date` is in. */
export const lastDayOfMonth = (date: IsoDate): IsoDate => {
  const { year, month } = calendarDay(date)
  return isoDate({ year, month, day: daysInMonth(year, month) })
}

/**
 * The last day of "N months beginning with" a day, that day being the first of them: the day before the same day N months on
 * (14 February, two months: 13 April), or that month's last day where it has no such day (31 December, two months: the last of February).
 */
export const lastDayOfMonthsBeginningWith = (date: IsoDate, months: number): IsoDate => {
  const { year, month, day } = monthsOn(date, months)
  return day > daysInMonth(year, month)
    ? isoDate({ year, month, day: daysInMonth(year, month) })
    : addDays(isoDate({ year, month, day }), -1)
}
