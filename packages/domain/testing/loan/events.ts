import { correctionEvents } from '../../src/kernel/events/entry-corrected.ts'
import type { EventOf } from '../../src/kernel/events/event-declarations.ts'
import { date, fixed, id, line, oneOf, words } from '../../src/kernel/fields/declare.ts'

const conditions = ['GOOD', 'WORN', 'DAMAGED'] as const

export const loanEvents = {
  BookLent: { title: line, card: fixed(id), dueOn: date },
  LoanExtended: { dueOn: date, reason: words },
  BookReturned: { condition: oneOf(conditions) },
  ...correctionEvents,
} as const
export type LoanEvent = EventOf<typeof loanEvents>
