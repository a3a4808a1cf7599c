import { decideByTable, type CommandTable } from '../../src/kernel/commands/table-decider.ts'
import type { Decider } from '../../src/kernel/decider.ts'
import type { LoanCommand } from './commands.ts'
import { loanEvents, type LoanEvent } from './events.ts'
import { refuse } from './rules.ts'
import { evolveLoan, isLent, noLoan, type LoanState } from './state.ts'

export const loanCommands: CommandTable<LoanCommand, LoanState, LoanEvent> = {
  LendBook: { event: 'BookLent', requires: (_, state) => (isLent(state) ? refuse('notYetLent', 'title') : null) },
  ExtendLoan: {
    event: 'LoanExtended',
    requires: ({ data }, state) => {
      if (!isLent(state)) return refuse('stillLent', 'dueOn')
      return state.dueOn !== null && data.dueOn <= state.dueOn ? refuse('laterDay', 'dueOn') : null
    },
  },
  ReturnBook: { event: 'BookReturned', requires: (_, state) => (isLent(state) ? null : refuse('stillLent', 'condition')) },
}

export const loanDecider: Decider<LoanState, LoanCommand, LoanEvent> = {
  initial: noLoan,
  decide: decideByTable<LoanCommand, LoanState, LoanEvent>(loanEvents, loanCommands),
  evolve: evolveLoan,
  corrections: {
    events: loanEvents,
    invariants: { BookLent: (_, before) => (isLent(before) ? refuse('notYetLent', 'title') : null) },
  },
}
