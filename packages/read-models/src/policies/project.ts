import type { PolicyEvent, PolicyState } from '@outstanding/domain'
import { policyDecider } from '@outstanding/domain'
import { defineReadModel } from '@outstanding/projection'
import type { PolicyTableRow } from './tables.ts'
import { policyTable } from './tables.ts'

const category = 'policy'

/** Every policy that an authority adopted: an old event is read under the policy of its day. */
export const policies = defineReadModel<PolicyState, PolicyEvent>({
  name: 'policies',
  version: 1,
  category,
  tables: [policyTable],
  initial: policyDecider.initial,
  evolve: policyDecider.evolve,
  rows({ adoptions }, stream) {
    const rows = adoptions.map(({ effectiveOn, content }, ordinal): PolicyTableRow => ({
      stream,
      ordinal,
      authority: stream.slice(category.length + 1),
      version: content.version,
      adopted_on: effectiveOn,
      due_soon_days: content.clocks.dueSoonDays,
      content,
    }))
    return { [policyTable.name]: rows }
  },
})
