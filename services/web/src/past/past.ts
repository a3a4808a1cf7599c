import { today } from '@outstanding/runtime'
import { dayFrom } from '@outstanding/wording'

/** What stands in an address behind the question mark, as Express reads it. */
export type Query = Readonly<Record<string, unknown>>

/** Something in a form that cannot be understood, for the error summary. */
export type FieldProblem = { readonly field: string; readonly message: string }

/**
 * Which past is asked for: `asAt` is what had happened by then, `asKnownAt` what had been recorded by then; empty where it is not
 * asked. Days as ISO; what cannot be understood stands as it was typed.
 */
export type Past = { readonly asAt: string; readonly asKnownAt: string }

export const thePresent: Past = { asAt: '', asKnownAt: '' }

/** Earlier addresses used `as-at`. They still work. */
export const pastFrom = (query: Query): Past => ({
  asAt: understood(text(query['asAt']) || text(query['as-at'])),
  asKnownAt: understood(text(query['asKnownAt'])),
})

/** Of two, the first counts, as with every other word in an address. */
function text(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first.trim().slice(0, 60) : ''
}

/** An address that somebody typed has a space where an offset had its plus. */
const understood = (typed: string): string => dayFrom(typed) ?? typed.replace(/^(\S+T\S+) (\d\d:\d\d)$/, '$1+$2')

export const isPast = ({ asAt, asKnownAt }: Past): boolean => asAt !== '' || asKnownAt !== ''

/** The times as the API takes them; null: not asked for, or not understood. */
export const timesOf = ({ asAt, asKnownAt }: Past): { readonly asAt: string | null; readonly asKnownAt: string | null } => ({
  asAt: dayFrom(asAt),
  asKnownAt: knownFrom(asKnownAt)?.written ?? null,
})

/** What was known: by a place in the log (digits), by the end of a day in London, or at an instant with its offset. */
export type Known = { readonly kind: 'PLACE' | 'DAY' | 'INSTANT'; readonly written: string }

export function knownFrom(typed: string): Known | null {
  if (/^\d{1,20}$/.test(typed)) return { kind: 'PLACE', written: typed }
  const day = dayFrom(typed)
  if (day !== null) return { kind: 'DAY', written: day }
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(typed) && !Number.isNaN(Date.parse(typed))
  return isInstant ? { kind: 'INSTANT', written: typed } : null
}

export const happenedBy = 'Position on'
export const recordedBy = 'Using records made up to'

/** The names under which a form asks for the two, and which of several sides they are of, as a message says it. */
export type PastFields = { readonly asAt: string; readonly asKnownAt: string; readonly side: string }
const alone: PastFields = { asAt: 'asAt', asKnownAt: 'asKnownAt', side: '' }

/** What of it cannot be shown. */
export function problemsOfPast({ asAt, asKnownAt }: Past, thisDay: string, fields: PastFields = alone): readonly FieldProblem[] {
  const problem = (field: string, message: string): readonly FieldProblem[] => [{ field, message }]
  const notReal = (label: string): string => `Enter a real date for “${label}”${fields.side}, like 14/2/2018 or 14 February 2018`
  const notYet = (label: string): string => `Enter today or a day in the past for “${label}”${fields.side}`
  const [happened, known] = [dayFrom(asAt), knownFrom(asKnownAt)]
  return [
    ...(asAt !== '' && happened === null ? problem(fields.asAt, notReal(happenedBy)) : []),
    ...(happened !== null && happened > thisDay ? problem(fields.asAt, notYet(happenedBy)) : []),
    ...(asKnownAt !== '' && known === null ? problem(fields.asKnownAt, notReal(recordedBy)) : []),
    ...(known !== null && dayOf(known) > thisDay ? problem(fields.asKnownAt, notYet(recordedBy)) : []),
  ]
}

/** A place in the log is never of a day to come. */
const dayOf = ({ kind, written }: Known): string => (kind === 'PLACE' ? '' : kind === 'DAY' ? written : today(new Date(written)))
