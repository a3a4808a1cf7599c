import type { IsoDate } from '../envelope.ts'

/** A day by its numbers: month 1 to 12, day 1 to 31. */
export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** True for a day that exists, written `YYYY-MM-DD`, from year 0001 to 9999. */
export const isIsoDate = (value: unknown): value is IsoDate => {
  const parts = typeof value === 'string' ? shape.exec(value) : null
  if (parts === null) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The numbers of a valid day (check first with `isIsoDate`). */
export const calendarDay = (date: IsoDate): CalendarDay => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

export const isoDate = ({ year, month, day }: CalendarDay): IsoDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
