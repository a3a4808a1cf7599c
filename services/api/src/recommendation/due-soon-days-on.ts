import type { IsoDate, PolicyContent } from '@outstanding/domain'
import { defaultPolicy } from '@outstanding/domain'
import type { Snapshot } from '@outstanding/projection'
import { policiesOf } from '@outstanding/read-models/policies'
import type { RegisterAsOf } from '../as-of/read-session.ts'

type Policies = Promise<readonly (PolicyContent & { readonly from: IsoDate })[]>
const ofSnapshot = new WeakMap<Snapshot, Map<string, Policies>>()

/** From how many calendar days before it a date is due soon, by the policy of that day. */
export async function dueSoonDaysOn({ snapshot }: Pick<RegisterAsOf, 'snapshot'>, authority: string, asAt: IsoDate): Promise<number> {
  const { clocks } = (await policiesOnce(snapshot, authority)).findLast(({ from }) => from <= asAt) ?? defaultPolicy
  return clocks.dueSoonDays
}

/** Read once for a view, however many items are shown. */
function policiesOnce(snapshot: Snapshot, authority: string): Policies {
  const read = ofSnapshot.get(snapshot) ?? new Map<string, Policies>()
  ofSnapshot.set(snapshot, read)
  const policies = read.get(authority) ?? policiesOf(snapshot, authority)
  read.set(authority, policies)
  return policies
}
