import { parseStream } from '@outstanding/domain'
import { administrator } from '@outstanding/identity'
import type { NounOf } from '../nouns/noun.ts'
import { personName } from './loaders.ts'
import './mutations.ts'
import './type.ts'

export const person: NounOf<'person'> = {
  permissions: { RegisterPerson: administrator, RenamePerson: administrator, ErasePerson: administrator, RefuseErasure: administrator },
  // Never named in words, and shown nowhere by its id to those who are not signed in.
  isShown: async () => true,
  feed: 'NOBODY',
  nameOf: async (id, { load }) => load(personName, parseStream(id)?.id ?? id),
}
