import { knownAuthorities } from '@outstanding/read-models'
import type { GraphQLError } from 'graphql'
import { fieldError } from '../server/errors/field-error.ts'
import type { View } from '../as-of/read-session.ts'
import { nearest } from './nearest.ts'

/** What is asked of all that is known: a value of the past stays known, so that an empty list of another time is answered as empty. */
export type Register = Pick<View, 'snapshot' | 'audience'>

export const isKnownAuthority = async ({ snapshot, audience }: Register, authority: string): Promise<boolean> =>
  (await knownAuthorities(snapshot, audience)).includes(authority)

/** Throws where nothing on the register has this authority: an empty answer would read as if it had nothing outstanding. */
export async function refuseUnknownAuthority({ snapshot, audience }: Register, authority: string): Promise<void> {
  const known = await knownAuthorities(snapshot, audience)
  if (!known.includes(authority)) throw unknown('authority', `No authority "${authority}" is on the register.`, authority, known)
}

/** The refusal of a value that nothing on the register has, with those of `possible` that are nearest to it. */
export function unknown(field: string, message: string, written: string, possible: readonly string[]): GraphQLError {
  const named = nearest(written, possible)
  const which = named.length === possible.length ? 'Known' : 'The nearest'
  return fieldError('isKnown', field, named.length === 0 ? message : `${message} ${which}: ${named.join(', ')}.`)
}
