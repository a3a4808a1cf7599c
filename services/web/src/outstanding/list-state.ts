import { address, askedOf } from '../past/past-links.ts'
import type { FieldProblem, Past, Query } from '../past/past.ts'
import { pastFrom } from '../past/past.ts'
import { dayFrom } from '../words/dates.ts'

/** What a reader asked of the list: all of it stands in the address, so that a list can be sent to someone. */
export type ListState = {
  readonly search: string
  readonly authority: string
  readonly report: string
  readonly theme: string
  readonly owner: string
  readonly grade: string
  readonly response: string
  readonly delivery: string
  readonly assessment: string
  readonly schedule: readonly string[]
  /** `open` (by default), `concluded` or `all`. */
  readonly tracking: string
  /** As typed. */
  readonly dueBefore: string
  /** The day of which the list is shown, and by what was known then. */
  readonly past: Past
  /** `hide` leaves the made-up council out. */
  readonly illustration: string
  readonly sort: string
  readonly order: 'asc' | 'desc'
  readonly after: string
  /** The starts of the pages before this one, the latest last. */
  readonly trail: readonly string[]
  /** From 1. */
  readonly page: number
}

export const sortings: Readonly<Record<string, string>> = {
  due: 'DUE',
  reference: 'REFERENCE',
  title: 'TITLE',
  report: 'REPORT',
  updated: 'UPDATED',
}

const longest = 200
/** A cursor holds the whole title or reference of the row it stands for. */
const longestCursor = 1_000
const trailLength = 20

const one = (query: Query, name: string, most = longest): string => {
  const value = query[name]
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first.trim().slice(0, most) : ''
}
const several = (query: Query, name: string): readonly string[] => {
  const value = query[name]
  const values: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return [
    ...new Set(values.filter((each): each is string => typeof each === 'string' && each !== '').map((each) => each.slice(0, longest))),
  ]
}

/** Anything may stand in an address; what means nothing is as if it were not there. */
export function listStateFrom(query: Query): ListState {
  const tracking = one(query, 'tracking')
  const sort = one(query, 'sort')
  return {
    search: one(query, 'search'),
    authority: one(query, 'authority'),
    report: one(query, 'report'),
    theme: one(query, 'theme'),
    owner: one(query, 'owner'),
    grade: known(one(query, 'grade')),
    response: known(one(query, 'response')),
    delivery: known(one(query, 'delivery')),
    assessment: one(query, 'assessment'),
    schedule: several(query, 'schedule')
      .map(known)
      .filter((state) => state !== ''),
    tracking: tracking === 'concluded' || tracking === 'all' ? tracking : 'open',
    dueBefore: one(query, 'due-before'),
    past: pastFrom(query),
    illustration: one(query, 'illustration') === 'hide' ? 'hide' : '',
    sort: Object.hasOwn(sortings, sort) ? sort : 'due',
    order: one(query, 'order') === 'desc' ? 'desc' : 'asc',
    after: one(query, 'after', longestCursor),
    trail: one(query, 'trail', trailLength * longestCursor)
      .split('~')
      .filter((cursor) => cursor !== '')
      .slice(-trailLength),
    page: /^[1-9]\d{0,5}$/.test(one(query, 'page')) ? Number(one(query, 'page')) : 1,
  }
}

/** Names of GraphQL enums only. */
const known = (word: string): string => (/^[A-Z][A-Z_]{1,40}$/.test(word) ? word : '')

/** The address of the list in this state. */
export const addressOf = (state: ListState, path = '/'): string =>
  address(path, [...filtersOf(state), ...askedOf(state.past), ...pageOf(state)])

/** What is asked of the list, whichever day and page of it is shown; defaults are left out. */
export function filtersOf(state: ListState): readonly (readonly [name: string, value: string])[] {
  const { schedule, tracking, sort, order } = state
  return [
    ['search', state.search],
    ['authority', state.authority],
    ['report', state.report],
    ['theme', state.theme],
    ['owner', state.owner],
    ['grade', state.grade],
    ['response', state.response],
    ['delivery', state.delivery],
    ['assessment', state.assessment],
    ...schedule.map((each) => ['schedule', each] as const),
    ['tracking', tracking === 'open' ? '' : tracking],
    ['due-before', state.dueBefore],
    ['illustration', state.illustration],
    ['sort', sort === 'due' ? '' : sort],
    ['order', order === 'asc' ? '' : order],
  ]
}

const pageOf = ({ after, trail, page }: ListState): readonly (readonly [name: string, value: string])[] => [
  ['after', after],
  ['trail', trail.slice(-trailLength).join('~')],
  ['page', page === 1 ? '' : String(page)],
]

/** The same list from its first page, with something changed. */
export const changed = (state: ListState, change: Partial<ListState>): ListState => ({ ...state, after: '', trail: [], page: 1, ...change })

/** What cannot be understood, for the error summary; the list is then not asked for. */
export const problemsOf = ({ dueBefore }: ListState): readonly FieldProblem[] =>
  dueBefore !== '' && dayFrom(dueBefore) === null
    ? [{ field: 'due-before', message: 'Enter a real date for “Due before”, like 31/3/2018 or 31 March 2018' }]
    : []
