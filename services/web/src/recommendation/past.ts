import type { FieldProblem, Query } from '../outstanding/list-state.ts'
import { dayFrom, longDate } from '../words/dates.ts'

/** Which past is asked for: `asAt` is what had happened by then, `asKnownAt` what had been recorded by then. As typed. */
export type Past = { readonly asAt: string; readonly asKnownAt: string }

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 60) : '')

export const pastFrom = (query: Query): Past => ({ asAt: text(query['asAt']), asKnownAt: text(query['asKnownAt']) })

export const isPast = ({ asAt, asKnownAt }: Past): boolean => asAt !== '' || asKnownAt !== ''

export function problemsOfPast(past: Past, today: string): readonly FieldProblem[] {
  const problems: FieldProblem[] = []
  const asAt = dayFrom(past.asAt)
  if (past.asAt !== '' && asAt === null)
    problems.push({ field: 'asAt', message: 'What had happened by must be a real date, like 31/3/2018 or 31 March 2018' })
  if (asAt !== null && asAt > today) problems.push({ field: 'asAt', message: 'What had happened by must be today or a day in the past' })
  const known = knownAt(past)
  if (past.asKnownAt !== '' && known === null)
    problems.push({ field: 'asKnownAt', message: 'What had been recorded by must be a real date, like 31/3/2018 or 31 March 2018' })
  if (known !== null && dayFrom(known) !== null && known > today)
    problems.push({ field: 'asKnownAt', message: 'What had been recorded by must be today or a day in the past' })
  return problems
}

/** A day, a place in the log (digits) or an instant with its offset, as the API takes them. */
export function knownAt({ asKnownAt }: Past): string | null {
  if (/^\d{1,20}$/.test(asKnownAt) || /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(asKnownAt)) return asKnownAt
  return dayFrom(asKnownAt)
}

/** A sentence that says which past is shown; null for the present. */
export function pastWords(past: Past): string | null {
  const asAt = dayFrom(past.asAt)
  const known = knownAt(past)
  const knownWords = known === null ? null : /^\d+$/.test(known) ? `up to place ${known} of the log` : `by ${longDate(known)}`
  if (asAt !== null && knownWords !== null) return `Shown as it stood on ${longDate(asAt)}, with only what had been recorded ${knownWords}.`
  if (asAt !== null) return `Shown as it stood on ${longDate(asAt)}, by what we know today.`
  return knownWords === null ? null : `Shown with only what had been recorded ${knownWords}.`
}
