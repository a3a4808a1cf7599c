import type { FindingOfReport, FindingRelation } from '@outstanding/domain'
import type { Finding, Judgement, PublicationState, Report } from './report.ts'
import { defineTable } from '@outstanding/projection'

export type ReportRow = {
  stream: string
  authority: string
  title: string
  /** What it is placed by in lists: the day of its publication, else of its newest adoption. */
  dated_on: string | null
  publication: PublicationState
  embargoed_until: string | null
  illustrative: boolean
  /** The day of publication, where it is known to the day; of the first adoption; and whether periods count from that first. */
  published_day: string | null
  adopted_first: string | null
  counts_from_adoption: boolean
  /** The rest, as it is shown. */
  content: Omit<Report, 'id' | 'publication' | 'embargoedUntil' | 'illustrative' | 'revision'>
}

export const reportTable = defineTable<ReportRow>({
  name: 'report',
  columns: {
    stream: 'text collate "C" not null',
    authority: 'text collate "C" not null',
    title: 'text collate "C" not null',
    dated_on: 'date',
    publication: 'text collate "C" not null',
    embargoed_until: 'text',
    illustrative: 'boolean not null',
    published_day: 'date',
    adopted_first: 'date',
    counts_from_adoption: 'boolean not null',
    content: 'json not null',
  },
  primaryKey: ['stream'],
  indexes: ['(authority)'],
})

export type JudgementRow = { stream: string; ordinal: number; judgement: Omit<Judgement, 'report'> }
export const judgementTable = defineTable<JudgementRow>({
  name: 'report_judgement',
  columns: { stream: 'text collate "C" not null', ordinal: 'int not null', judgement: 'json not null' },
  primaryKey: ['stream', 'ordinal'],
  indexes: [],
})

/** One row for each link of a finding to an earlier recommendation: found from that one's side. */
export type FindingLinkRow = {
  stream: string
  link: string
  target: string
  relation: FindingRelation
  words: string | null
  finding: FindingOfReport
}
export const findingLinkTable = defineTable<FindingLinkRow>({
  name: 'report_finding_link',
  columns: {
    stream: 'text collate "C" not null',
    link: 'text collate "C" not null',
    target: 'text collate "C" not null',
    relation: 'text collate "C" not null',
    words: 'text',
    finding: 'json not null',
  },
  primaryKey: ['stream', 'link'],
  indexes: ['(target)'],
})

export type FindingRow = { stream: string; ordinal: number; finding: Omit<Finding, 'report'> }
export const findingTable = defineTable<FindingRow>({
  name: 'report_finding',
  columns: { stream: 'text collate "C" not null', ordinal: 'int not null', finding: 'json not null' },
  primaryKey: ['stream', 'ordinal'],
  indexes: [],
})
