import type { PolicyContent } from '@outstanding/domain'
import { defineTable } from '@outstanding/projection'

/** One row a version adopted, from the day on which it takes effect. */
export type PolicyTableRow = {
  stream: string
  /** In the order in which they take effect: of two from the same day, the later holds. */
  ordinal: number
  authority: string
  version: number
  adopted_on: string
  due_soon_days: number
  content: PolicyContent
}

export const policyTable = defineTable<PolicyTableRow>({
  name: 'policy',
  columns: {
    stream: 'text collate "C" not null',
    ordinal: 'int not null',
    authority: 'text collate "C" not null',
    version: 'int not null',
    adopted_on: 'date not null',
    due_soon_days: 'int not null',
    content: 'json not null',
  },
  primaryKey: ['stream', 'ordinal'],
  indexes: ['(authority, ordinal)'],
})
