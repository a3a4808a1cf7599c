import type { FieldProblem, Query } from '../outstanding/list-state.ts'
import { today } from '@outstanding/runtime'
import { dayFrom, longDate } from '../words/dates.ts'
import type { HistoryEntry } from './recommendation-query.ts'

/** Which past is asked for: `asAt` is what had happened by then, `asKnownAt` what had been recorded by then. As typed. */
export type Past = { readonly asAt: string; readonly asKnownAt: string }

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 60) : '')

export const pastFrom = (query: Query): Past => ({ asAt: text(query['asAt']), asKnownAt: text(query['asKnownAt']) })

export const isPast = ({ asAt, asKnownAt }: Past): boolean => asAt !== '' || asKnownAt !== ''

export function problemsOfPast(past: Past, thisDay: string): readonly FieldProblem[] {
  const problems: FieldProblem[] = []
  const asAt = dayFrom(past.asAt)
  if (past.asAt !== '' && asAt === null)
    problems.push({ field: 'asAt', message: 'Enter a real date for “What had happened by”, like 31/3/2018 or 31 March 2018' })
  if (asAt !== null && asAt > thisDay)
    problems.push({ field: 'asAt', message: 'Enter today or a day in the past for “What had happened by”' })
  const known = knownAt(past)
  if (past.asKnownAt !== '' && known === null)
    problems.push({ field: 'asKnownAt', message: 'Enter a real date for “What had been recorded by”, like 31/3/2018 or 31 March 2018' })
  if (known !== null && dayFrom(known) !== null && known > thisDay)
    problems.push({ field: 'asKnownAt', message: 'Enter today or a day in the past for “What had been recorded by”' })
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

/**
 * The entries that belong to the past shown: happened by the one day, recorded by the other. A correction that was not known
 * then corrects nothing yet.
 */
export function entriesOf(past: Past, history: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const asAt = dayFrom(past.asAt)
  const known = history.filter((entry) => isKnown(entry, knownAt(past)))
  const ids = new Set(known.map(({ id }) => id))
  return known
    .filter((entry) => asAt === null || entry.effectiveOn <= asAt)
    .map((entry) => {
      const correctedBy = entry.correctedBy.filter((id) => ids.has(id))
      return { ...entry, correctedBy, void: entry.void && correctedBy.length > 0 }
    })
}

function isKnown({ position, recordedAt }: HistoryEntry, known: string | null): boolean {
  if (known === null) return true
  if (/^\d+$/.test(known)) return BigInt(position) <= BigInt(known)
  return dayFrom(known) === known ? today(new Date(recordedAt)) <= known : Date.parse(recordedAt) <= Date.parse(known)
}
