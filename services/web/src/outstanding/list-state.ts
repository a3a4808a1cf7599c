import { address, askedOf } from '../past/past-links.ts'
import type { FieldProblem, Past, Query } from '../past/past.ts'
import { pastFrom } from '../past/past.ts'
import { paths } from '../paths/paths.ts'
import type { RecommendationFilter, RecommendationOrderBy } from '../queries/queries.ts'
import type { Filter, FilterName } from './filters.ts'
import { filters } from './filters.ts'

/** What a reader asked of the list: all of it stands in the address, so that a list can be sent to someone. */
export type ListState = {
  /** The values of each filter in force, as typed; a filter at its preset is absent. */
  readonly chosen: Readonly<Partial<Record<FilterName, readonly string[]>>>
  /** The day of which the list is shown, and by what was known then. */
  readonly past: Past
  readonly sort: string
  readonly order: 'asc' | 'desc'
  readonly after: string
  /** The starts of the pages before this one, the latest last. */
  readonly trail: readonly string[]
  /** From 1. */
  readonly page: number
  /** What the address asks of the order that is none. */
  readonly misordered: readonly FieldProblem[]
}

export const sortings: Readonly<Record<string, RecommendationOrderBy>> = {
  due: 'DUE',
  reference: 'REFERENCE',
  title: 'TITLE',
  report: 'REPORT',
  updated: 'UPDATED',
}

const maxLength = 200
/** A cursor holds the whole title or reference of the row it stands for. */
const maxCursorLength = 1_000
const trailLength = 20

const several = (query: Query, name: string, max = maxLength): readonly string[] => {
  const value = query[name]
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  const texts = values.filter((each) => typeof each === 'string').map((each) => cut(each.trim(), max))
  return [...new Set(texts.filter((each) => each !== ''))]
}
/** Never in the middle of a character: half of one is no text. */
const cut = (text: string, max: number): string => text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')
const one = (query: Query, name: string, max = maxLength): string => several(query, name, max)[0] ?? ''

/**
 * Anything may stand in an address: what a filter or the order cannot take is a problem, all else is as if it were not there. A list
 * that is not the one asked for is never shown in its place.
 */
export function listStateFrom(query: Query): ListState {
  const [sort, order] = [one(query, 'sort'), one(query, 'order')]
  return {
    chosen: Object.fromEntries(
      filters.map((filter) => [filter.name, valuesFrom(query, filter)] as const).filter(([, values]) => values.length > 0),
    ),
    past: pastFrom(query),
    sort: Object.hasOwn(sortings, sort) ? sort : 'due',
    order: order === 'desc' ? 'desc' : 'asc',
    after: one(query, 'after', maxCursorLength),
    trail: one(query, 'trail', trailLength * maxCursorLength)
      .split('~')
      .filter((cursor) => cursor !== '')
      .slice(-trailLength),
    page: /^[1-9]\d{0,5}$/.test(one(query, 'page')) ? Number(one(query, 'page')) : 1,
    misordered: [...unlessOneOf(sort, 'sort', Object.keys(sortings)), ...unlessOneOf(order, 'order', ['asc', 'desc'])],
  }
}

const unlessOneOf = (value: string, name: string, choices: readonly string[]): readonly FieldProblem[] =>
  value === '' || choices.includes(value)
    ? []
    : [{ field: 'main-content', message: `Change “${name}” in the address to one of: ${choices.join(', ')}` }]

const valuesFrom = (query: Query, { name, control, preset }: Filter): readonly string[] => {
  const values = several(query, name, maxLength + 1).slice(0, control === 'CHECKBOXES' ? undefined : 1)
  return values.length === 1 && values[0] === preset ? [] : values
}

/** The values of a filter, its preset where none is chosen. */
export const valuesOf = (
  { chosen }: Pick<ListState, 'chosen'>,
  { name, preset }: Filter & { readonly name: FilterName },
): readonly string[] => chosen[name] ?? (preset === undefined ? [] : [preset])

/** The only value of a filter; empty where none is chosen. */
export const valueOf = (state: Pick<ListState, 'chosen'>, name: FilterName): string => {
  const filter = filters.find((each) => each.name === name)
  return filter === undefined ? '' : (valuesOf(state, filter)[0] ?? '')
}

/** The address of the list in this state. */
export const addressOf = (state: ListState, path: string = paths.outstanding): string =>
  address(path, [...filtersOf(state), ...askedOf(state.past), ...pageOf(state)])

/** What is asked of the list, whichever day and page of it is shown; presets are left out. */
export const filtersOf = ({ chosen, sort, order }: ListState): readonly (readonly [name: string, value: string])[] => [
  ...filters.flatMap(({ name }) => (chosen[name] ?? []).map((value) => [name, value] as const)),
  ['sort', sort === 'due' ? '' : sort],
  ['order', order === 'asc' ? '' : order],
]

const pageOf = ({ after, trail, page }: ListState): readonly (readonly [name: string, value: string])[] => [
  ['after', after],
  ['trail', trail.slice(-trailLength).join('~')],
  ['page', page === 1 ? '' : String(page)],
]

/** The same list from its first page, with something changed. */
export const changed = (state: ListState, change: Partial<ListState>): ListState => ({ ...state, after: '', trail: [], page: 1, ...change })

/** The same list from its first page, with one filter changed; without values it is not in force. */
export const filtered = (state: ListState, name: FilterName, values: readonly string[]): ListState => {
  const { [name]: _, ...others } = state.chosen
  return changed(state, { chosen: values.length === 0 ? others : { ...others, [name]: values } })
}

/** The id of the filter's first field in the form. */
export const fieldOf = ({ name, control }: Filter): string => (control === 'CHECKBOXES' || control === 'RADIOS' ? `${name}-1` : name)

/** What cannot be understood, for the error summary; the list is then not shown. */
export const problemsOf = (state: ListState): readonly FieldProblem[] => [
  ...filters.flatMap((filter) => {
    const message = problemOf(state, filter)
    return message === null ? [] : [{ field: fieldOf(filter), message }]
  }),
  ...state.misordered,
]

const problemOf = ({ chosen }: ListState, { name, label, problemWith }: Filter & { readonly name: FilterName }): string | null =>
  (chosen[name] ?? [])
    .map((value) => (value.length > maxLength ? `Enter ${maxLength} characters or fewer for “${label}”` : (problemWith?.(value) ?? null)))
    .find((message) => message !== null) ?? null

/** What the filters in force ask of the API; one of them can be left out. */
export const whereOf = (state: ListState, without?: FilterName): RecommendationFilter =>
  Object.assign(
    {},
    ...filters
      .filter((filter) => filter.name !== without && valuesOf(state, filter).length > 0 && problemOf(state, filter) === null)
      .map((filter) => filter.where(valuesOf(state, filter))),
  ) as RecommendationFilter
