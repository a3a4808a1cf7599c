import type { Decider } from '../kernel/decider.ts'
import { decideByTable, type CommandTable } from '../kernel/commands/table-decider.ts'
import { evolveByTable, type Evolvers } from '../kernel/evolving/evolvers.ts'
import type { Refusal } from '../kernel/rule-book.ts'
import type { PersonCommand } from './commands.ts'
import { personEvents, type PersonEvent, type Sealed } from './events.ts'
import { refuse } from './rules.ts'

export type PersonState =
  | { readonly kind: 'UNKNOWN' }
  | { readonly kind: 'REGISTERED'; readonly name: Sealed; readonly refusals: readonly string[] }
  | { readonly kind: 'ERASED'; readonly reason: string }

const named = (state: PersonState, name: Sealed): PersonState =>
  state.kind === 'ERASED' ? state : { kind: 'REGISTERED', name, refusals: state.kind === 'REGISTERED' ? state.refusals : [] }

/** Once erased a person stays erased, whatever comes after. */
const evolvers: Evolvers<PersonState, PersonEvent> = {
  PersonRegistered: (state, { data }) => named(state, data.name),
  PersonRenamed: (state, { data }) => named(state, data.name),
  PersonErased: (_, { data }) => ({ kind: 'ERASED', reason: data.reason }),
  ErasureRefused: (state, { data }) => (state.kind === 'REGISTERED' ? { ...state, refusals: [...state.refusals, data.reason] } : state),
}

const known = (_: PersonCommand, state: PersonState): Refusal | null => {
  if (state.kind === 'UNKNOWN') return refuse('personExists', 'person')
  return state.kind === 'ERASED' ? refuse('personNotErased', 'person') : null
}

export const personCommands: CommandTable<PersonCommand, PersonState, PersonEvent> = {
  RegisterPerson: {
    event: 'PersonRegistered',
    requires: (_, state) => (state.kind === 'UNKNOWN' ? null : refuse('personNotYetRegistered', 'person')),
  },
  RenamePerson: { event: 'PersonRenamed', requires: known },
  ErasePerson: { event: 'PersonErased', requires: known },
  RefuseErasure: { event: 'ErasureRefused', requires: known },
}

/** A person's name, sealed: the only stream that holds one. An entry of it is not corrected: a name is changed or removed. */
export const personDecider: Decider<PersonState, PersonCommand, PersonEvent> = {
  initial: { kind: 'UNKNOWN' },
  decide: decideByTable<PersonCommand, PersonState, PersonEvent>(personEvents, personCommands),
  evolve: evolveByTable(evolvers),
}
