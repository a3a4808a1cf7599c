import { knownVisitors } from '@outstanding/read-models/visits'
import type { Register } from '../lists/refuse-unknown.ts'
import { unknown } from '../lists/refuse-unknown.ts'

/** Throws where nobody of that name has visited: an empty answer would read as if they had never come. */
export async function refuseUnknownBody({ snapshot, audience }: Register, body: string): Promise<void> {
  const known = await knownVisitors(snapshot, audience)
  if (!known.includes(body)) throw unknown('filter.body', `No visit by "${body}" is on the register.`, body, known)
}
