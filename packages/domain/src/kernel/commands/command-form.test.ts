import { expect, it } from 'vitest'
import { line, name, optional } from '../fields/declare.ts'
import { acceptedFact, formRefusal } from './command-form.ts'

const declared = { BookLent: { title: line, to: optional(name) } }
const row = { event: 'BookLent' }
const lend = (data: object) => ({
  type: 'LendBook',
  data,
  actor: { id: 'person-1', role: 'officer' as const },
  effectiveOn: '2026-01-05',
  today: '2026-01-05',
})

it('an optional field that a command does not state is not in its event, and one that it states is', () => {
  for (const data of [{ title: 'Atlas' }, { title: 'Atlas', to: 'A reader' }]) {
    expect(formRefusal(declared, row, lend(data))).toBeNull()
    expect(acceptedFact(declared, row, lend(data))).toStrictEqual({ ok: true, facts: [{ type: 'BookLent', data }] })
  }
})
