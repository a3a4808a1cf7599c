import { address } from '../past/past-links.ts'
import type { PastField } from '../past/past-view.ts'
import type { FieldProblem, Past } from '../past/past.ts'
import { happenedBy, recordedBy } from '../past/past.ts'
import { dayFrom, daysBefore, longDate } from '@outstanding/wording'
import type { Sides } from './sides.ts'
import { askedOfSides, sideFields } from './sides.ts'

/** Where the two days are chosen, and a few that are often asked for. */
export type SidesForm = {
  readonly action: string
  readonly kept: readonly { readonly name: string; readonly value: string }[]
  readonly sides: readonly { readonly legend: string; readonly fields: readonly PastField[] }[]
  readonly often: readonly { readonly text: string; readonly href: string }[]
}

type Here = { readonly path: string; readonly asked: readonly (readonly [name: string, value: string])[]; readonly today: string }

export function sidesForm({ from, to }: Sides, { path, asked, today }: Here, problems: readonly FieldProblem[]): SidesForm {
  const field = (id: string, label: string, hint: string, value: string): PastField => ({
    id,
    label,
    hint,
    value: dayFrom(value) === value ? longDate(value) : value,
    error: problems.find((problem) => problem.field === id)?.message ?? null,
  })
  const fieldsOf = (names: { readonly asAt: string; readonly asKnownAt: string }, past: Past, hint: string) => [
    field(names.asAt, happenedBy, hint, past.asAt),
    field(names.asKnownAt, recordedBy, 'Leave blank to include everything recorded so far', past.asKnownAt),
  ]
  const since = (text: string, past: Partial<Past>) => ({
    text,
    href: address(path, [...asked, ...askedOfSides({ from: { asAt: '', asKnownAt: '', ...past }, to: { asAt: '', asKnownAt: '' } })]),
  })
  return {
    action: path,
    kept: asked.flatMap(([name, value]) => (value === '' ? [] : [{ name, value }])),
    sides: [
      { legend: 'From', fields: fieldsOf(sideFields.from, from, 'For example, 14/2/2018') },
      { legend: 'To', fields: fieldsOf(sideFields.to, to, 'Leave blank for today') },
    ],
    often: [
      since('In the last 30 days', { asAt: daysBefore(today, 30) }),
      since('In the last year', { asAt: daysBefore(today, 365) }),
      since('Recorded in the last 7 days', { asKnownAt: daysBefore(today, 7) }),
    ],
  }
}
