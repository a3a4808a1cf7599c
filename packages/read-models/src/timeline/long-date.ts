import type { IsoDate } from '@outstanding/domain'
import { calendarDay } from '@outstanding/domain'

const months = 'January February March April May June July August September October November December'.split(' ')

/** "4 June 2026". */
export function longDate(date: IsoDate): string {
  const { year, month, day } = calendarDay(date)
  return `${day} ${months[month - 1]} ${year}`
}
