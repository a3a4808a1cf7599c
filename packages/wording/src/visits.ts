import type { IsoDate } from '@outstanding/domain'
import { longDate } from './dates.ts'

type Days = { readonly from: IsoDate; readonly to: IsoDate; readonly datePrecision: 'DAY' | 'MONTH' }

const monthOf = (date: IsoDate): string => longDate(date).replace(/^\d+ /, '')

/** "12 to 13 December 2017", or as exact as it is known: "May 2017". */
export function visitDates({ from, to, datePrecision }: Days): string {
  const [first, last] = datePrecision === 'MONTH' ? [monthOf(from), monthOf(to)] : [longDate(from), longDate(to)]
  if (first === last) return first
  const isOneMonth = datePrecision === 'DAY' && monthOf(from) === monthOf(to)
  return `${isOneMonth ? first.split(' ')[0] : first} to ${last}`
}

/** "Visit by Ofsted, 12 to 13 December 2017". */
export const visitTitle = ({ body, ...days }: Days & { readonly body: string }): string => `Visit by ${body}, ${visitDates(days)}`

/** Numbers as text from the log, or as numbers from the API. */
type FigureShown = {
  readonly what: string
  readonly value: string | number
  readonly unit: string | null
  readonly period: string | null
  readonly comparator: string | number | null
  readonly comparatorOf: string | null
  readonly benchmark: string | number | null
  readonly benchmarkOf: string | null
}

/** "cases that ended at the first review: 37% (October 2017), compared with 29% (the last inspection)". */
export function figureWords({ what, value, unit, period, ...others }: FigureShown): string {
  const compared = [
    [others.comparator, others.comparatorOf],
    [others.benchmark, others.benchmarkOf],
  ] as const
  const than = compared.flatMap(([number, of]) => (number === null ? [] : [`${withUnit(number, unit)} (${of ?? 'not stated'})`]))
  return [`${what}: ${withUnit(value, unit)}${period === null ? '' : ` (${period})`}`, than.join(' and ')]
    .filter((part) => part !== '')
    .join(', compared with ')
}

const withUnit = (value: string | number, unit: string | null): string => {
  if (unit === null) return String(value)
  return unit === 'percent' ? `${value}%` : `${value} ${unit}`
}
