import type { Operation } from '../asking/asking.ts'
import type { Recorded } from '../past/past-words.ts'
import type { SaidBy } from '../said/said.ts'

export type ReportHead = {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly kind: string | null
  readonly framework: string | null
  readonly authority: string
  readonly authorityName: string
  readonly reference: string | null
  readonly publishedOn: string | null
  readonly publishedAsPrinted: string | null
  readonly publishedPrecision: string
  readonly adoptedOn: string | null
  readonly illustrative: boolean
  readonly withdrawn: string | null
}
export type Judgement = {
  readonly judgementId: string
  readonly subject: string
  readonly column: string | null
  readonly section: string | null
  readonly grade: string
  readonly scale: string | null
  readonly meaning: string | null
  readonly meaningDerived: boolean
  readonly printedIn: string
  readonly place: string | null
}
export type ReportNode = ReportHead & {
  readonly addressee: string | null
  readonly inspectedFrom: string | null
  readonly inspectedTo: string | null
  readonly adoptedBy: string | null
  readonly seenIn: string | null
  readonly summary: string | null
  readonly documentDigest: string | null
  readonly judgements: readonly Judgement[]
  readonly findings: readonly {
    readonly findingId: string
    readonly subject: string
    readonly words: string
    readonly direction: string
    readonly place: string | null
  }[]
  /** Of every value that the page shows. */
  readonly saidBy: readonly SaidBy[]
}

const entryHead = 'id type effectiveOn recordedAt actor { role name onBehalfOf { name } }'
const head =
  'id title publisher kind framework authority authorityName reference publishedOn publishedAsPrinted publishedPrecision adoptedOn illustrative withdrawn'

type Counts = Readonly<Record<string, number>>
export type ReportsData = {
  readonly reports: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly edges: readonly { readonly node: ReportHead }[]
  }
  readonly outstandingByReport: readonly {
    readonly report: { readonly id: string } | null
    readonly outstanding: number
    readonly concluded: number
    readonly schedule: Counts
  }[]
  readonly position: Recorded
}

type Times = { readonly asAt: string | null; readonly asKnownAt: string | null }
const recorded = 'position(asKnownAt: $asKnownAt) { events recordedAt recordedFrom }'

/** All reports, fifty a page, with how many of their recommendations are not concluded. */
export const reportsQuery: Operation<ReportsData, Times & { readonly after: string | null }> = {
  name: 'ReportsPage',
  text: `query ReportsPage($after: String, $asAt: Date, $asKnownAt: String) {
  reports(first: 50, after: $after, asAt: $asAt, asKnownAt: $asKnownAt) { totalCount pageInfo { hasNextPage endCursor } edges { node { ${head} } } }
  outstandingByReport(asAt: $asAt, asKnownAt: $asKnownAt) { report { id } outstanding concluded schedule { overdue } }
  ${recorded}
}`,
}

export type ReportData = {
  readonly report: ReportNode | null
  readonly position: Recorded
  readonly recommendations: {
    readonly totalCount: number
    readonly edges: readonly {
      readonly node: {
        readonly id: string
        readonly reference: string | null
        readonly localReference: string
        readonly title: string
        readonly timescale: { readonly asPrinted: string | null }
        readonly position: {
          readonly tracking: string
          readonly schedule: {
            readonly state: string
            readonly daysOverdue: number | null
            readonly daysUntilDue: number | null
            readonly dueOn: string | null
          }
        }
      }
    }[]
  }
}

/** One report with its judgements, findings and recommendations. */
export const reportQuery: Operation<ReportData, Times & { readonly id: string }> = {
  name: 'ReportPage',
  text: `query ReportPage($id: ID!, $asAt: Date, $asKnownAt: String) {
  report(id: $id, asAt: $asAt, asKnownAt: $asKnownAt) {
    ${head} addressee inspectedFrom inspectedTo adoptedBy seenIn summary documentDigest
    judgements { judgementId subject column section grade scale meaning meaningDerived printedIn place }
    findings { findingId subject words direction place }
    saidBy { field key entries { ${entryHead} corrects } corrected { ${entryHead} } }
  }
  recommendations(first: 100, filter: { report: $id }, orderBy: { by: REFERENCE, direction: ASC }, asAt: $asAt, asKnownAt: $asKnownAt) {
    totalCount
    edges { node { id reference localReference title timescale { asPrinted } position { tracking schedule { state daysOverdue daysUntilDue dueOn } } } }
  }
  ${recorded}
}`,
}
