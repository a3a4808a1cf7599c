import type { IsoDate, PolicyInForce } from '@outstanding/domain'
import { defaultPolicy, policyDecider, policyOn as policyOfState } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { policyStream } from '@outstanding/event-store'
import type { Facts } from '../commands/facts.ts'
import { foldStream } from '../commands/fold-stream.ts'

/** The tracking policy of an authority on a day: its own, else the default. */
export async function policyOn(store: EventStore, authority: string, day: IsoDate): Promise<PolicyInForce> {
  const state = await foldStream(store, policyDecider, policyStream(authority))
  return { ...(state ? policyOfState(state, day) : defaultPolicy), authority }
}

/** The policy of an authority on a day, by default that of the command. */
export const policyFor = ({ store, effectiveOn }: Facts, authority: string, day: IsoDate = effectiveOn): Promise<PolicyInForce> =>
  policyOn(store, authority, day)
