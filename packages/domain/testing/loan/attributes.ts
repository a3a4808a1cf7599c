import { attribute, type AttributeReader } from '../../src/kernel/provenance/attribute.ts'
import type { LoanEvent } from './events.ts'
import { evolveLoan, noLoan, type LoanState } from './state.ts'

export type LoanAttribute = 'BOOK' | 'DUE_BACK_ON' | 'CONDITION'

export const loanAttributes: AttributeReader<LoanState, LoanEvent, LoanAttribute> = {
  initial: noLoan,
  evolve: evolveLoan,
  values: ({ title, dueOn, condition }) => [
    ...attribute('BOOK', title),
    ...attribute('DUE_BACK_ON', dueOn),
    ...attribute('CONDITION', condition),
  ],
}
