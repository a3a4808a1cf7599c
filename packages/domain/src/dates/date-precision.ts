import type { IsoDate } from '../envelope.ts'
import { lastDayOfMonth } from './months.ts'

/** How exactly a date is known. What is printed as "April 2018" is entered as the last day of April, with MONTH: no day is made up. */
export const datePrecisions = ['DAY', 'MONTH', 'YEAR'] as const
export type KnownTo = (typeof datePrecisions)[number]

/** By the path of a date in an entry ("completedOn", "decision.meetingOn", "effectiveOn"); a date that is not named is known to the day. */
export type DatePrecisions = Readonly<Record<string, KnownTo>>
export const allToTheDay: DatePrecisions = {}

export const precisionOf = (precisions: DatePrecisions, path: string): KnownTo =>
  (Object.hasOwn(precisions, path) ? precisions[path] : undefined) ?? 'DAY'

/** The last day of the period that the date is in: by then it had happened, and only after it something is late. */
export const lastDayOf = (date: IsoDate, precision: KnownTo): IsoDate => {
  if (precision === 'DAY') return date
  return precision === 'MONTH' ? lastDayOfMonth(date) : `${date.slice(0, 4)}-12-31`
}

/** The first day on which it can have been. */
export const firstDayOf = (date: IsoDate, precision: KnownTo): IsoDate => {
  if (precision === 'DAY') return date
  return precision === 'MONTH' ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`
}

/** The date without what is not known of it: "2018-04", or "2018". */
export const knownPart = (date: IsoDate, precision: KnownTo): string => {
  if (precision === 'DAY') return date
  return precision === 'MONTH' ? date.slice(0, 7) : date.slice(0, 4)
}

/** What an entry says, with each date as exactly as it is known. Anything else stays. */
export const withKnownParts = <T>(data: T, precisions: DatePrecisions): T => {
  const paths = Object.entries(precisions).filter(([path]) => path !== 'effectiveOn')
  return paths.reduce((known: unknown, [path, precision]) => replacedAt(known, path.split('.'), precision), data) as T
}

const replacedAt = (value: unknown, [head, ...rest]: readonly string[], precision: KnownTo): unknown => {
  if (head === undefined) return typeof value === 'string' ? knownPart(value, precision) : value
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, head)) return value
  return { ...value, [head]: replacedAt((value as Readonly<Record<string, unknown>>)[head], rest, precision) }
}
