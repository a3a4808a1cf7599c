import type { FindingOfVisit, VisitDirection, VisitRecorded } from '@outstanding/domain'
import { defineTable } from '@outstanding/projection'

export type VisitTableRow = {
  stream: string
  authority: string
  body: string
  from_day: string
  /** The document on the register in which it is printed: the public sees the visit where it sees that. */
  report: string
  illustrative: boolean
  /** As recorded. */
  visit: VisitRecorded['data']
}
export const visitTable = defineTable<VisitTableRow>({
  name: 'visit',
  columns: {
    stream: 'text collate "C" not null',
    authority: 'text collate "C" not null',
    body: 'text collate "C" not null',
    from_day: 'date not null',
    report: 'text collate "C" not null',
    illustrative: 'boolean not null',
    visit: 'json not null',
  },
  primaryKey: ['stream'],
  indexes: ['(authority)', '(report)'],
})

export type VisitFindingRow = { stream: string; ordinal: number; direction: VisitDirection; finding: Omit<FindingOfVisit, 'on'> }
export const visitFindingTable = defineTable<VisitFindingRow>({
  name: 'visit_finding',
  columns: {
    stream: 'text collate "C" not null',
    ordinal: 'int not null',
    direction: 'text collate "C" not null',
    finding: 'json not null',
  },
  primaryKey: ['stream', 'ordinal'],
  indexes: [],
})

export type VisitLinkRow = { stream: string; ref: string; item: string }
export const visitLinkTable = defineTable<VisitLinkRow>({
  name: 'visit_link',
  columns: { stream: 'text collate "C" not null', ref: 'text collate "C" not null', item: 'text collate "C" not null' },
  primaryKey: ['stream', 'ref', 'item'],
  indexes: [],
})
