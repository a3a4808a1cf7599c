import type { IsoDate } from '../../src/envelope.ts'
import { evolveByTable } from '../../src/kernel/evolving/evolvers.ts'
import type { LoanEvent } from './events.ts'

export type LoanState = {
  readonly title: string | null
  readonly card: string | null
  readonly dueOn: IsoDate | null
  readonly extensions: number
  readonly condition: string | null
}

export const noLoan: LoanState = { title: null, card: null, dueOn: null, extensions: 0, condition: null }

export const isLent = ({ title, condition }: LoanState): boolean => title !== null && condition === null

export const evolveLoan = evolveByTable<LoanState, LoanEvent>({
  BookLent: (state, { data }) => ({ ...state, ...data, condition: null }),
  LoanExtended: (state, { data }) => ({ ...state, dueOn: data.dueOn, extensions: state.extensions + 1 }),
  BookReturned: (state, { data }) => ({ ...state, condition: data.condition }),
  EntryCorrected: (state) => state,
})
