import type { Command } from '../decision.ts'
import type { Sealed } from './events.ts'

/** The name comes sealed: the domain never sees it in clear. */
export type RegisterPerson = Command<'RegisterPerson', { readonly name: Sealed }>
export type RenamePerson = Command<'RenamePerson', { readonly name: Sealed }>
export type ErasePerson = Command<'ErasePerson', { readonly reason: string }>
/** Names of members and senior officers acting publicly are kept; the refusal is recorded with its reason. */
export type RefuseErasure = Command<'RefuseErasure', { readonly reason: string }>
export type PersonCommand = RegisterPerson | RenamePerson | ErasePerson | RefuseErasure
