import { longDate } from '../words/dates.ts'
import { gradeTones, gradeWords, scheduleDetail, scheduleTag, wordsFor } from '../words/positions.ts'
import type { Tag } from '../words/positions.ts'
import type { Judgement, ReportData, ReportHead, ReportNode, ReportsData } from './report-query.ts'

export type ReportRow = {
  readonly href: string
  readonly title: string
  readonly publisher: string
  readonly authority: string
  readonly published: string
  /** Known only because another document names it. */
  readonly isMention: boolean
  readonly illustrative: boolean
  readonly open: number
  readonly overdue: number
  readonly concluded: number
  readonly openHref: string
}
export type ReportsView = { readonly total: number; readonly rows: readonly ReportRow[]; readonly nextHref: string | null }

export function reportsView({ reports, outstandingByReport }: ReportsData): ReportsView {
  const counts = new Map(outstandingByReport.map((each) => [each.report?.id, each]))
  return {
    total: reports.totalCount,
    nextHref: reports.pageInfo.hasNextPage ? `/reports?after=${encodeURIComponent(reports.pageInfo.endCursor ?? '')}` : null,
    rows: reports.edges.map(({ node }) => ({
      href: `/reports/${encodeURIComponent(node.id)}`,
      title: node.title,
      publisher: node.publisher,
      authority: node.authorityName,
      published:
        node.publishedOn === null && node.publishedAsPrinted === null && node.adoptedOn !== null
          ? `Adopted ${longDate(node.adoptedOn)}`
          : publishedWords(node),
      isMention: node.kind === null,
      illustrative: node.illustrative,
      open: counts.get(node.id)?.outstanding ?? 0,
      overdue: counts.get(node.id)?.schedule['overdue'] ?? 0,
      concluded: counts.get(node.id)?.concluded ?? 0,
      openHref: `/?${new URLSearchParams({ report: node.id })}`,
    })),
  }
}

/** As exact as it is known, never more. */
export function publishedWords({
  publishedOn,
  publishedAsPrinted,
  publishedPrecision,
}: Pick<ReportHead, 'publishedOn' | 'publishedAsPrinted' | 'publishedPrecision'>): string {
  if (publishedAsPrinted !== null) return publishedAsPrinted
  if (publishedOn === null) return 'Not known'
  if (publishedPrecision === 'MONTH') return longDate(publishedOn).replace(/^\d+ /, '')
  return publishedPrecision === 'NOT_AFTER' ? `Not after ${longDate(publishedOn)}` : longDate(publishedOn)
}

export type ReportView = {
  readonly title: string
  readonly authority: string
  readonly illustrative: boolean
  readonly withdrawn: string | null
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly summary: string | null
  readonly judgements: readonly {
    readonly caption: string
    readonly scale: string | null
    readonly hasColumns: boolean
    readonly rows: readonly JudgementRow[]
  }[]
  readonly findings: readonly FindingGroup[]
  readonly recommendations: readonly {
    readonly href: string
    readonly reference: string
    readonly title: string
    readonly timescale: string
    readonly schedule: Tag
    readonly detail: string | null
    readonly isConcluded: boolean
  }[]
  readonly moreHref: string | null
}
export type JudgementRow = {
  readonly subject: string
  readonly column: string
  readonly grade: string
  readonly meaning: Tag | null
  readonly isDerived: boolean
  readonly place: string | null
}

export function reportView(report: ReportNode, { recommendations }: ReportData): ReportView {
  return {
    title: report.title,
    authority: report.authorityName,
    illustrative: report.illustrative,
    withdrawn: report.withdrawn,
    facts: factsOf(report),
    summary: report.summary,
    judgements: tablesOf(report.judgements),
    findings: findingsOf(report.findings),
    recommendations: recommendations.edges.map(({ node }) => ({
      href: `/recommendations/${encodeURIComponent(node.id)}`,
      reference: node.reference ?? node.localReference,
      title: node.title,
      timescale: node.timescale.asPrinted ?? 'None printed',
      schedule: scheduleTag(node.position.schedule.state),
      detail: scheduleDetail(node.position.schedule),
      isConcluded: node.position.tracking === 'CONCLUDED',
    })),
    moreHref:
      recommendations.totalCount > recommendations.edges.length ? `/?${new URLSearchParams({ report: report.id, tracking: 'all' })}` : null,
  }
}

const kindWords: Readonly<Record<string, string>> = {
  INSPECTION: 'Inspection',
  SCRUTINY: 'Scrutiny inquiry',
  NATIONAL: 'National review',
  AUDIT: 'Audit',
  INQUIRY: 'Public inquiry',
  CORONER: 'Coroner’s report',
  OTHER: 'Other',
}

function factsOf(report: ReportNode): ReportView['facts'] {
  const { inspectedFrom, inspectedTo } = report
  const inspected = inspectedFrom === null ? inspectedTo : inspectedTo === null || inspectedTo === inspectedFrom ? inspectedFrom : null
  const facts: [string, string | null][] = [
    ['Published by', report.publisher],
    ['About', report.authorityName],
    ['Published', publishedWords(report)],
    ['Kind', report.kind === null ? null : wordsFor(kindWords, report.kind)],
    ['Framework', report.framework],
    [
      'Inspected',
      inspected !== null
        ? longDate(inspected)
        : inspectedFrom !== null && inspectedTo !== null
          ? `${longDate(inspectedFrom)} to ${longDate(inspectedTo)}`
          : null,
    ],
    [
      'Adopted',
      report.adoptedBy === null ? null : `${report.adoptedBy}${report.adoptedOn === null ? '' : `, ${longDate(report.adoptedOn)}`}`,
    ],
    ['Reference as printed', report.reference],
    ['Addressed to', report.addressee],
    ['Seen in', report.seenIn],
    ['Document’s digest', report.documentDigest],
  ]
  return facts.flatMap(([name, value]) => (value === null || value === '' ? [] : [{ name, value }]))
}

/** One table a section and scale: scales differ from report to report, and some run the other way. */
function tablesOf(judgements: readonly Judgement[]): ReportView['judgements'] {
  const groups = Map.groupBy(judgements, ({ printedIn, section, scale }) => JSON.stringify([printedIn, section, scale]))
  return [...groups.values()].map((rows) => {
    const [first] = rows as [Judgement]
    const where = first.printedIn === 'TABLE' ? 'Printed in the record of judgements' : 'Given in the text'
    return {
      caption: first.section === null ? where : `${first.section}: ${where.charAt(0).toLowerCase()}${where.slice(1)}`,
      scale: first.scale,
      hasColumns: rows.some(({ column }) => column !== null),
      rows: rows.map(({ subject, column, grade, meaning, meaningDerived, place }) => ({
        subject,
        column: column ?? '',
        grade,
        meaning: meaning === null ? null : { text: `Graded: ${wordsFor(gradeWords, meaning)}`, tone: gradeTones[meaning] ?? 'grey' },
        isDerived: meaning !== null && meaningDerived,
        place,
      })),
    }
  })
}

export type FindingGroup = {
  readonly subject: string
  readonly found: readonly { readonly words: string; readonly direction: Tag; readonly place: string | null }[]
}

const directionTones: Readonly<Record<string, Tag['tone']>> = {
  STRENGTH: 'green',
  IMPROVED: 'teal',
  UNCHANGED: 'grey',
  WORSE: 'red',
  WEAKNESS: 'orange',
}

/** What was found, by subject, in the order in which the report comes to them. */
function findingsOf(findings: ReportNode['findings']): readonly FindingGroup[] {
  return [...Map.groupBy(findings, ({ subject }) => subject)].map(([subject, found]) => ({
    subject,
    found: found.map(({ words, direction, place }) => ({
      words,
      direction: { text: wordsFor({}, direction), tone: directionTones[direction] ?? 'grey' },
      place,
    })),
  }))
}
