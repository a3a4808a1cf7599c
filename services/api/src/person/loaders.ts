import { asKnownNow } from '@outstanding/projection'
import { peopleById } from '@outstanding/read-models/people'
import { defineLoader } from '../as-of/loader.ts'

/** By opaque id, without `person-`. */
export const personById = defineLoader(({ snapshot }, ids, asAt) => peopleById(snapshot, ids, { asAt }))

/** By opaque id. Names are always those of now: what was removed since is removed from the past too. */
export const personName = defineLoader(async ({ snapshot, openName }, ids) => {
  const people = await peopleById(asKnownNow(snapshot), ids, {})
  return Promise.all(people.map(async (person) => person && openName(person)))
})
