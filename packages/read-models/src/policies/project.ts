import type { PolicyEvent, Recorded } from '@outstanding/domain'
import { historyAt, policyDecider } from '@outstanding/domain'
import type { ReadModel } from '../read-model.ts'
import type { PolicyTableRow } from './tables.ts'
import { policyTable } from './tables.ts'

const category = 'policy'

/** Every policy that an authority adopted: an old event is read under the policy of its day. */
export const policies: ReadModel = {
  name: 'policies',
  category,
  tables: [policyTable],
  rows({ stream, events }) {
    const { adoptions } = historyAt(policyDecider, events as readonly Recorded<PolicyEvent>[], null, null)
    const rows = adoptions.map(({ effectiveOn, content }, ordinal): PolicyTableRow => ({
      stream,
      ordinal,
      authority: stream.slice(category.length + 1),
      version: content.version,
      valid_from: effectiveOn,
      due_soon_days: content.clocks.dueSoonDays,
      content,
    }))
    return { [policyTable.name]: rows }
  },
}
