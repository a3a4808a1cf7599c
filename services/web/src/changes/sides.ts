import type { FieldProblem, Past, Query } from '../past/past.ts'
import { isPast, pastFrom, problemsOfPast, timesOf } from '../past/past.ts'
import { pastWords } from '../past/past-words.ts'

/** The two sides of a comparison: what had happened, or had been recorded, by two days. Where neither is said, it is today. */
export type Sides = { readonly from: Past; readonly to: Past }

/** A page of the past leads here with `asAt` and `asKnownAt`: from the past that it shows. */
export const sidesFrom = (query: Query): Sides => ({
  from: pastFrom({ asAt: query['from'] ?? query['asAt'], asKnownAt: query['fromKnown'] ?? query['asKnownAt'] }),
  to: pastFrom({ asAt: query['to'], asKnownAt: query['toKnown'] }),
})

export const sideFields = {
  from: { asAt: 'from', asKnownAt: 'fromKnown', side: ' (from)' },
  to: { asAt: 'to', asKnownAt: 'toKnown', side: ' (to)' },
} as const

/** Without any day there is nothing to compare yet. */
export const isAsked = ({ from, to }: Sides): boolean => isPast(from) || isPast(to)

export const problemsOfSides = ({ from, to }: Sides, today: string): readonly FieldProblem[] => [
  ...problemsOfPast(from, today, sideFields.from),
  ...problemsOfPast(to, today, sideFields.to),
]

/** As the API takes them. */
export const momentsOf = ({ from, to }: Sides) => ({ from: timesOf(from), to: timesOf(to) })

export const askedOfSides = ({ from, to }: Sides): readonly (readonly [name: string, value: string])[] => [
  ['from', from.asAt],
  ['fromKnown', from.asKnownAt],
  ['to', to.asAt],
  ['toKnown', to.asKnownAt],
]

/** "Between the position on 14 February 2018 and today". */
export const betweenWords = ({ from, to }: Sides): string => `Between ${sideWords(from)} and ${sideWords(to)}`

function sideWords(side: Past): string {
  const heading = pastWords(side)?.heading
  return heading === undefined ? 'today' : heading.charAt(0).toLowerCase() + heading.slice(1)
}
