import type { IsoDate } from '../envelope.ts'
import { addDays, weekday } from '../dates/day-number.ts'
import { englandAndWalesHolidays } from './england-and-wales-holidays.ts'

/** A date, or a plain statement that the data does not reach: never a guess. */
export type Computed = { readonly ok: true; readonly date: IsoDate } | { readonly ok: false; readonly cannotCompute: string }

const { from, to, announcedTo, days } = englandAndWalesHolidays
const holidays: ReadonlySet<string> = new Set(days)

/** True from Monday to Friday but on a bank holiday of England and Wales. Ask only within the range of the data. */
export const isWorkingDay = (date: IsoDate): boolean => weekday(date) < 6 && !holidays.has(date)

/** True where a count that ends on `date` rests on bank holidays that follow the Act's rule but have not been announced. */
export const restsOnExpectedHolidays = (date: IsoDate): boolean => date > announcedTo

const outside = (date: IsoDate): Computed => ({
  ok: false,
  cannotCompute: `Bank holidays are known from ${from} to ${to}, and this period reaches ${date}. Enter the due date that the letter prints.`,
})

/**
 * The day on which `count` (1 or more) working days have passed, by the calendar of England and Wales. The first counted is the next day
 * after `start`, or `start` itself where the instrument says so. Outside the holiday data: `cannotCompute`.
 */
export const addWorkingDays = (start: IsoDate, count: number, firstDay: 'NEXT_DAY' | 'START_DAY' = 'NEXT_DAY'): Computed => {
  let date = firstDay === 'START_DAY' ? start : addDays(start, 1)
  let left = count
  for (;;) {
    if (start < from || date < from || date > to) return outside(start < from ? start : date)
    if (isWorkingDay(date)) left -= 1
    if (left <= 0) return { ok: true, date }
    date = addDays(date, 1)
  }
}
