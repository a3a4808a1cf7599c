import { template } from '../render/template.ts'
import { paths } from '../paths/paths.ts'
import type { Way } from '../past/past-links.ts'
import type { Sources, SourcesOf } from '../provenance/sources.ts'
import { sourcesIn } from '../provenance/sources.ts'
import { labelOf, longDate, reportKinds } from '@outstanding/wording'
import { scheduleShown } from '../words/positions.ts'
import { parkedWords } from '../words/parked.ts'
import type { Tag } from '../words/positions.ts'
import { findingsOf, tablesOf } from './judgements-and-findings.ts'
import type { FindingGroup, JudgementTable } from './judgements-and-findings.ts'
import type { ReportHeadFragment, ReportsPageQuery } from '../queries/queries.ts'
import type { ReportNode } from './report-node.ts'

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
  readonly notTracked: number
  readonly openHref: string
}
export type ReportsView = { readonly total: number; readonly rows: readonly ReportRow[]; readonly nextHref: string | null }

export function reportsView({ reports, outstandingByReport }: ReportsPageQuery, way: Way): ReportsView {
  const counts = new Map(outstandingByReport.map((each) => [each.report?.id, each]))
  return {
    total: reports.totalCount,
    nextHref: reports.pageInfo.hasNextPage ? way(paths.reports, { after: reports.pageInfo.endCursor ?? '' }) : null,
    rows: reports.edges.map(({ node }) => ({
      href: way(paths.report(node.id)),
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
      notTracked: counts.get(node.id)?.notTracked ?? 0,
      openHref: way(paths.outstanding, { report: node.id }),
    })),
  }
}

/** As exact as it is known, never more. */
export function publishedWords({
  publishedOn,
  publishedAsPrinted,
  publishedPrecision,
}: Pick<ReportHeadFragment, 'publishedOn' | 'publishedAsPrinted' | 'publishedPrecision'>): string {
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
  /** Why not every entry of it is shown. */
  readonly parked: string | null
  readonly facts: readonly { readonly name: string; readonly value: string; readonly sources: Sources | null }[]
  readonly summary: string | null
  readonly summarySources: Sources | null
  readonly judgements: readonly JudgementTable[]
  readonly findings: readonly FindingGroup[]
  /** Visits that are printed in it. */
  readonly visits: readonly { readonly text: string; readonly href: string }[]
  readonly recommendations: readonly {
    readonly href: string
    readonly reference: string
    readonly title: string
    readonly timescale: string
    readonly tag: Tag
    readonly detail: string | null
    readonly isConcluded: boolean
    readonly isInDoubt: boolean
  }[]
  /** Why completion dates no longer follow the report; null where all do. */
  readonly inDoubt: string | null
  readonly moreHref: string | null
}

export function reportView(report: ReportNode, way: Way): ReportView {
  const { recommendations } = report
  const sourcesOf = sourcesIn(report.provenance, new Set())
  return {
    title: report.title,
    authority: report.authorityName,
    illustrative: report.illustrative,
    withdrawn: report.withdrawn,
    parked: report.parked && parkedWords(report.parked),
    facts: factsOf(report, sourcesOf),
    summary: report.summary,
    summarySources: sourcesOf('Summary', 'SUMMARY'),
    judgements: tablesOf(report.judgements, sourcesOf),
    findings: findingsOf(report.findings, sourcesOf),
    visits: report.visits.map(({ id, title }) => ({ text: title, href: way(paths.visit(id)) })),
    recommendations: recommendations.edges.map(({ node }) => ({
      href: way(paths.recommendation(node.id)),
      reference: node.reference ?? node.localReference,
      title: node.title,
      timescale: node.timescale.asPrinted ?? 'None given',
      ...scheduleShown(node.position.schedule, node.position.tracking),
      isConcluded: node.position.tracking === 'CONCLUDED',
      isInDoubt: node.baselineInDoubt !== null,
    })),
    inDoubt: inDoubtOf(recommendations),
    moreHref:
      recommendations.totalCount > recommendations.edges.length ? way(paths.outstanding, { report: report.id, tracking: 'all' }) : null,
  }
}

/** "2 completion dates are in doubt. ..." */
function inDoubtOf({ edges }: ReportNode['recommendations']): string | null {
  const doubts = edges.flatMap(({ node }) => node.baselineInDoubt ?? [])
  const [first] = doubts
  if (first === undefined) return null
  return `${doubts.length === 1 ? 'One completion date is' : `${doubts.length} completion dates are`} in doubt. ${first.because}`
}

function factsOf(report: ReportNode, sourcesOf: SourcesOf): ReportView['facts'] {
  const { inspectedFrom, inspectedTo } = report
  const inspected = inspectedFrom === null ? inspectedTo : inspectedTo === null || inspectedTo === inspectedFrom ? inspectedFrom : null
  const facts: [string, string | null, string][] = [
    ['Title', report.title, 'TITLE'],
    ['Published by', report.publisher, 'PUBLISHER'],
    ['About', report.authorityName, 'AUTHORITY_NAME'],
    ['Published', publishedWords(report), report.publishedAsPrinted === null ? 'PUBLISHED_ON' : 'PUBLISHED_AS_PRINTED'],
    ['Kind', report.kind === null ? null : labelOf(reportKinds, report.kind), 'KIND'],
    ['Framework', report.framework, 'FRAMEWORK'],
    [
      'Inspected',
      inspected !== null
        ? longDate(inspected)
        : inspectedFrom !== null && inspectedTo !== null
          ? `${longDate(inspectedFrom)} to ${longDate(inspectedTo)}`
          : null,
      inspectedFrom === null ? 'INSPECTED_TO' : 'INSPECTED_FROM',
    ],
    [
      'Adopted',
      report.adoptedBy === null ? null : `${report.adoptedBy}${report.adoptedOn === null ? '' : `, ${longDate(report.adoptedOn)}`}`,
      'ADOPTION',
    ],
    ['Reference (as published)', report.reference, 'REFERENCE'],
    ['Addressed to', report.addressee, 'ADDRESSEE'],
    ['Named in', report.seenIn, 'SEEN_IN'],
    ['Document fingerprint (SHA-256)', report.documentDigest, 'DOCUMENT_DIGEST'],
  ]
  return facts.flatMap(([name, value, attribute]) =>
    value === null || value === '' ? [] : [{ name, value, sources: sourcesOfFact(report, sourcesOf, name, attribute) }],
  )
}

/** A report may be adopted more than once; the newest stands on the page. */
function sourcesOfFact({ provenance }: ReportNode, sourcesOf: SourcesOf, name: string, attribute: string): Sources | null {
  const newest = provenance.findLast((value) => value.attribute === attribute)
  return newest === undefined ? null : sourcesOf(name, attribute, newest.key)
}

export const reportTemplate = template<ReportView>('report/report.njk')

export const reportsTemplate = template<ReportsView>('report/reports.njk')
