import type { Command } from '../../src/decision.ts'
import type { EntryCorrected } from '../../src/kernel/events/entry-corrected.ts'
import type { FactOf } from '../../src/kernel/events/event-declarations.ts'
import type { loanEvents } from './events.ts'

type Stated<Type extends keyof typeof loanEvents> = FactOf<typeof loanEvents, Type>['data']

export type LoanCommand =
  | Command<'LendBook', Stated<'BookLent'>>
  | Command<'ExtendLoan', Stated<'LoanExtended'>>
  | Command<'ReturnBook', Stated<'BookReturned'>>
  | Command<'CorrectEntry', EntryCorrected['data']>
