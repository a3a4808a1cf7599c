import type { OfficeKind } from '@outstanding/domain'
import { defineTable } from '@outstanding/projection'

export type OfficeTableRow = {
  stream: string
  authority: string
  name: string
  former_names: string[]
  kind: OfficeKind
  portfolio: string | null
  /** Opaque ids of those who hold it as things stand. */
  holders: string[]
  /** Where its open items went, when the service was transferred. */
  successor: string | null
}

export const officeTable = defineTable<OfficeTableRow>({
  name: 'office',
  columns: {
    stream: 'text collate "C" not null',
    authority: 'text collate "C" not null',
    name: 'text collate "C" not null',
    former_names: 'text[] not null',
    kind: 'text collate "C" not null',
    portfolio: 'text',
    holders: 'text[] not null',
    successor: 'text collate "C"',
  },
  primaryKey: ['stream'],
  indexes: ['(authority, name)'],
})
