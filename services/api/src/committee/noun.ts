import { clerk } from '@outstanding/identity'
import type { NounOf } from '../nouns/noun.ts'
import './mutations.ts'
import './queries.ts'

export const committee: NounOf<'committee'> = {
  permissions: { EstablishCommittee: clerk, RenameCommittee: clerk, AbolishCommittee: clerk },
  isShown: async () => true,
  feed: 'SIGNED_IN',
}
