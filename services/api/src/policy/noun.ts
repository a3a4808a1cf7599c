import { administrator } from '@outstanding/identity'
import type { NounOf } from '../nouns/noun.ts'
import './mutations.ts'
import { policyFor } from './policy-on.ts'
import './type.ts'

export const policy: NounOf<'policy'> = {
  permissions: { AdoptPolicy: administrator },
  isShown: async () => true,
  feed: 'SIGNED_IN',
  // A correction is decided under the policy of the day of the corrected entry.
  factsOfCorrection: async (facts, authority, day) => ({ policy: await policyFor(facts, authority, day) }),
}
