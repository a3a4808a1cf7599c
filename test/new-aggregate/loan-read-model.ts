import type { LoanEvent, LoanState } from '@outstanding/domain/testing'
import { loan } from '@outstanding/domain/testing'
import { defineReadModel, defineTable } from '@outstanding/projection'

type LoanRow = { stream: string; title: string; due_on: string | null; returned: boolean }

const loanTable = defineTable<LoanRow>({
  name: 'loan',
  columns: {
    stream: 'text collate "C" not null',
    title: 'text collate "C" not null',
    due_on: 'date',
    returned: 'boolean not null',
  },
  primaryKey: ['stream'],
  indexes: [],
})

export const loans = defineReadModel<LoanState, LoanEvent>({
  name: 'loans',
  version: 1,
  category: 'loan',
  tables: [loanTable],
  initial: loan.decider.initial,
  evolve: loan.decider.evolve,
  rows({ title, dueOn, condition }, stream) {
    if (title === null) return {}
    const row: LoanRow = { stream, title, due_on: dueOn, returned: condition !== null }
    return { [loanTable.name]: [row] }
  },
})
