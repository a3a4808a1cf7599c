import type { CommitteeKind } from '@outstanding/domain'
import { defineTable } from '@outstanding/projection'

export type CommitteeTableRow = {
  stream: string
  authority: string
  /** The committee's slug. */
  slug: string
  name: string
  former_names: string[]
  kind: CommitteeKind
  remit: string | null
  quorum: number | null
  abolished_on: string | null
  successors: string[]
  resolution: string | null
}

export const committeeTable = defineTable<CommitteeTableRow>({
  name: 'committee',
  columns: {
    stream: 'text collate "C" not null',
    authority: 'text collate "C" not null',
    slug: 'text collate "C" not null',
    name: 'text collate "C" not null',
    former_names: 'text[] not null',
    kind: 'text collate "C" not null',
    remit: 'text',
    quorum: 'int',
    abolished_on: 'date',
    successors: 'text[] not null',
    resolution: 'text',
  },
  primaryKey: ['stream'],
  indexes: ['(authority, slug)'],
})
