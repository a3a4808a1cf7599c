import type { IsoDate } from '../../envelope.ts'
import { isIsoDate } from '../../dates/calendar-day.ts'
import { allToTheDay, lastDayOf, type DatePrecisions } from '../../dates/date-precision.ts'
import { firstRefusal, refuserOf, type Refusal, type RuleBook } from '../rule-book.ts'

export const precisionRules = {
  dateNamed: {
    of: 'history',
    message: 'a precision is given for a date that this entry does not have',
    remedy: 'Name a date that the entry states, or leave the precision out',
  },
  lastDayOfPeriod: {
    of: 'history',
    message: 'a date known only as a month or a year is entered as its last day',
    remedy: 'Enter the last day, or leave the precision out',
  },
} as const satisfies RuleBook
const refuse = refuserOf(precisionRules)

type Stated = { readonly effectiveOn: IsoDate; readonly datas: readonly unknown[] }

/** A date that is not known to the day stands for its whole period, by the last day of it. The field of a refusal is the date's. */
export const precisionRefusal = (precisions: DatePrecisions | undefined, { effectiveOn, datas }: Stated): Refusal | null =>
  firstRefusal(
    Object.entries(precisions ?? allToTheDay).map(([path, precision]) => () => {
      const date = path === 'effectiveOn' ? effectiveOn : datas.map((data) => valueAt(data, path.split('.'))).find(isIsoDate)
      if (!isIsoDate(date)) return refuse('dateNamed', path.split('.')[0] ?? path, path)
      const last = lastDayOf(date, precision)
      return date === last ? null : refuse('lastDayOfPeriod', path, `that is ${last}`)
    }),
  )

export const valueAt = (value: unknown, [head, ...rest]: readonly string[]): unknown => {
  if (head === undefined) return value
  return typeof value === 'object' && value !== null && Object.hasOwn(value, head)
    ? valueAt((value as Readonly<Record<string, unknown>>)[head], rest)
    : undefined
}
