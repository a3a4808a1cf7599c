import type { FieldProblem, Past, Query } from '../past/past.ts'
import { isPast, pastFrom, problemsOfPast, timesOf } from '../past/past.ts'
import { nothingRecorded, pastWords } from '../past/past-words.ts'
import type { EndsFragment } from '../queries/queries.ts'

/** The two sides of a comparison: what had happened, or had been recorded, by two days. By default today. */
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

/** The variables that the ends of a comparison take. */
export const knownOf = ({ from, to }: Sides) => ({ fromKnown: timesOf(from).asKnownAt, toKnown: timesOf(to).asKnownAt })
/** "Changes between 14 February 2018 and today". */
export const betweenWords = ({ from, to }: Sides, { fromEnd, toEnd }: EndsFragment): string =>
  `Changes between ${sideNames({ from, to }, { fromEnd, toEnd }).join(' and ')}`

/** Each side as a sentence names it: "14 February 2018", or "today". */
const sideNames = ({ from, to }: Sides, { fromEnd, toEnd }: EndsFragment): readonly [string, string] => [
  pastWords(from, fromEnd)?.name ?? 'today',
  pastWords(to, toEnd)?.name ?? 'today',
]

/** Each side as an adverb: "on 14 February 2018", "today". */
export const sideAdverbs = (sides: Sides, ends: EndsFragment): readonly [string, string] => {
  const [first, second] = sideNames(sides, ends)
  return [adverb(first), adverb(second)]
}

const adverb = (name: string): string => (name === 'today' ? name : name.startsWith('records') ? `in ${name}` : `on ${name}`)

/** Why everything was added or removed, where one side is before the register was kept. */
export const emptySides = ({ from, to }: Sides, { fromEnd, toEnd }: EndsFragment): readonly string[] =>
  [nothingRecorded(from, fromEnd), nothingRecorded(to, toEnd)].filter((words) => words !== null)
