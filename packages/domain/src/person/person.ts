import { accept, type Decider, type Decision } from '../decision.ts'
import type { Recorded } from '../envelope.ts'
import type { PersonCommand } from './commands.ts'
import type { PersonEvent, Sealed } from './events.ts'
import { checkEffectiveOn, firstOf, needs, needsText, type Check } from '../field/check-field.ts'

export type PersonState =
  | { readonly kind: 'UNKNOWN' }
  | { readonly kind: 'REGISTERED'; readonly name: Sealed; readonly refusals: readonly string[] }
  | { readonly kind: 'ERASED'; readonly reason: string }

const evolve = (state: PersonState, event: Recorded<PersonEvent>): PersonState => {
  switch (event.type) {
    case 'PersonRegistered':
    case 'PersonRenamed':
      if (state.kind === 'ERASED') return state
      return { kind: 'REGISTERED', name: event.data.name, refusals: state.kind === 'REGISTERED' ? state.refusals : [] }
    case 'PersonErased':
      return { kind: 'ERASED', reason: event.data.reason }
    case 'ErasureRefused':
      return state.kind === 'REGISTERED' ? { ...state, refusals: [...state.refusals, event.data.reason] } : state
    default:
      return state
  }
}

const checkSealed = (name: Sealed): Check => {
  const parts = { keyId: name.keyId, iv: name.iv, ciphertext: name.ciphertext, tag: name.tag }
  const bare = Object.entries(parts).find(([, part]) => !/^[\w-]+$/.test(part))
  return firstOf(
    needs(name.algorithm === 'A256GCM', 'nameSealed', 'name.algorithm', 'A name is kept sealed with A256GCM only.'),
    needs(bare === undefined, 'nameSealed', `name.${bare?.[0]}`, `${bare?.[0]} must be base64url text: a name is never kept in clear.`),
  )
}

const checkKnown = (state: PersonState): Check =>
  firstOf(
    needs(state.kind !== 'UNKNOWN', 'personKnown', 'person', 'No such person is registered.'),
    needs(state.kind !== 'ERASED', 'personNotErased', 'person', 'The name of this person has been removed.'),
  )

const check = (command: PersonCommand, state: PersonState): Check => {
  switch (command.type) {
    case 'RegisterPerson':
      return firstOf(
        needs(state.kind === 'UNKNOWN', 'personNotYetRegistered', 'person', 'This person is registered already.'),
        checkSealed(command.data.name),
      )
    case 'RenamePerson':
      return firstOf(checkKnown(state), checkSealed(command.data.name))
    default:
      return firstOf(checkKnown(state), needsText('reason', command.data.reason))
  }
}

const fact = (command: PersonCommand): PersonEvent => {
  switch (command.type) {
    case 'RegisterPerson':
      return { type: 'PersonRegistered', data: command.data }
    case 'RenamePerson':
      return { type: 'PersonRenamed', data: command.data }
    case 'ErasePerson':
      return { type: 'PersonErased', data: command.data }
    default:
      return { type: 'ErasureRefused', data: command.data }
  }
}

const decide = (command: PersonCommand, state: PersonState): Decision<PersonEvent> => {
  const refusal = firstOf(checkEffectiveOn(command), check(command, state))
  return refusal ? { ok: false, rejection: refusal } : accept(fact(command))
}

/** A person's name, sealed: the only stream that holds one. Once erased it stays erased, whatever comes after. */
export const personDecider: Decider<PersonState, PersonCommand, PersonEvent> = { initial: { kind: 'UNKNOWN' }, decide, evolve }
