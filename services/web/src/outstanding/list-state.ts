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
  /** As typed: the day of which the schedule is shown. */
  readonly asAt: string
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

export type Query = Readonly<Record<string, unknown>>

export const sortings: Readonly<Record<string, string>> = {
  due: 'DUE',
  reference: 'REFERENCE',
  title: 'TITLE',
  report: 'REPORT',
  updated: 'UPDATED',
}

const longest = 200
const trailLength = 20

const one = (query: Query, name: string): string => {
  const value = query[name]
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first.trim().slice(0, longest) : ''
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
    asAt: one(query, 'as-at'),
    illustration: one(query, 'illustration') === 'hide' ? 'hide' : '',
    sort: Object.hasOwn(sortings, sort) ? sort : 'due',
    order: one(query, 'order') === 'desc' ? 'desc' : 'asc',
    after: one(query, 'after'),
    trail: one(query, 'trail')
      .split('~')
      .filter((cursor) => cursor !== '')
      .slice(-trailLength),
    page: /^[1-9]\d{0,5}$/.test(one(query, 'page')) ? Number(one(query, 'page')) : 1,
  }
}

/** Names of GraphQL enums only. */
const known = (word: string): string => (/^[A-Z][A-Z_]{1,40}$/.test(word) ? word : '')

/** The address of the list in this state; defaults are left out. */
export function addressOf(state: ListState, path = '/'): string {
  const asked = new URLSearchParams()
  const add = (name: string, value: string, otherwise = ''): void => {
    if (value !== otherwise) asked.append(name, value)
  }
  add('search', state.search)
  add('authority', state.authority)
  add('report', state.report)
  add('theme', state.theme)
  add('owner', state.owner)
  add('grade', state.grade)
  add('response', state.response)
  add('delivery', state.delivery)
  add('assessment', state.assessment)
  for (const each of state.schedule) add('schedule', each)
  add('tracking', state.tracking, 'open')
  add('due-before', state.dueBefore)
  add('as-at', state.asAt)
  add('illustration', state.illustration)
  add('sort', state.sort, 'due')
  add('order', state.order, 'asc')
  add('after', state.after)
  add('trail', state.trail.slice(-trailLength).join('~'))
  add('page', String(state.page), '1')
  const text = asked.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The same list from its first page, with something changed. */
export const changed = (state: ListState, change: Partial<ListState>): ListState => ({ ...state, after: '', trail: [], page: 1, ...change })

export type FieldProblem = { readonly field: string; readonly message: string }

/** What cannot be understood, for the error summary; the list is then not asked for. */
export function problemsOf(state: ListState, today: string): readonly FieldProblem[] {
  const problems: FieldProblem[] = []
  const date = (field: string, typed: string, name: string): void => {
    if (typed !== '' && dayFrom(typed) === null) {
      problems.push({ field, message: `Enter a real date for “${name}”, like 31/3/2018 or 31 March 2018` })
    }
  }
  date('due-before', state.dueBefore, 'Due before')
  date('as-at', state.asAt, 'Position on')
  const asAt = dayFrom(state.asAt)
  if (asAt !== null && asAt > today) problems.push({ field: 'as-at', message: 'Enter today or a day in the past for “Position on”' })
  return problems
}
