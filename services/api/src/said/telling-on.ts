import type { IsoDate } from '@outstanding/domain'
import { defaultPolicy, recommendationTelling } from '@outstanding/domain'
import { policiesOf } from '@outstanding/read-models'
import type { Then } from '../reading/reading.ts'

/** How a recommendation of an authority is told on a day: by the policy of that day, as it was known. */
export async function tellingOn({ snapshot }: Then, authority: string, asAt: IsoDate) {
  const policies = await policiesOf(snapshot, authority)
  const { clocks } = policies.findLast(({ from }) => from <= asAt) ?? defaultPolicy
  return recommendationTelling({ asAt, dueSoonDays: clocks.dueSoonDays })
}
