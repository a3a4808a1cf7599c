import type { IsoDate } from '../envelope.ts'
import { calendarDay, isoDate } from './calendar-day.ts'

/*
 * Whole days since 1970-01-01 in the proleptic Gregorian calendar, by integers only: no time zone can move a day.
 * Years are counted from 1 March, so that the leap day is the last of its year; 400 years have 146,097 days.
 */
const daysIn400Years = 146_097
const daysBefore1970 = 719_468
const div = (a: number, b: number): number => Math.floor(a / b)

export const dayNumber = (date: IsoDate): number => {
  const { year, month, day } = calendarDay(date)
  const marchYear = month > 2 ? year : year - 1
  const era = div(marchYear, 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = div(153 * (month > 2 ? month - 3 : month + 9) + 2, 5) + day - 1
  return era * daysIn400Years + yearOfEra * 365 + div(yearOfEra, 4) - div(yearOfEra, 100) + dayOfYear - daysBefore1970
}

export const dateOfDayNumber = (days: number): IsoDate => {
  const shifted = days + daysBefore1970
  const era = div(shifted, daysIn400Years)
  const dayOfEra = shifted - era * daysIn400Years
  const yearOfEra = div(dayOfEra - div(dayOfEra, 1460) + div(dayOfEra, 36_524) - div(dayOfEra, 146_096), 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + div(yearOfEra, 4) - div(yearOfEra, 100))
  const marchMonth = div(5 * dayOfYear + 2, 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return isoDate({ year, month, day: dayOfYear - div(153 * marchMonth + 2, 5) + 1 })
}

/** 1 Monday to 7 Sunday. */
export const weekday = (date: IsoDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

export const addDays = (date: IsoDate, days: number): IsoDate => dateOfDayNumber(dayNumber(date) + days)

/** Calendar days from one day to another: negative where `to` is the earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from)

/** Below 0, 0 or above 0, for sorting. ISO days order as text. */
export const compareDates = (a: IsoDate, b: IsoDate): number => {
  if (a === b) return 0
  return a < b ? -1 : 1
}

export const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? b : a)
