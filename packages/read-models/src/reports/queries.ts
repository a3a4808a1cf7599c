import type { SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Audience } from '../audience.ts'
import type { PageRequest, PageResult } from '../page.ts'
import { readWindow, toPage } from '../page.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Tables } from '../tables.ts'
import type { Finding, Judgement, Report } from './report.ts'
import type { ReportRow } from './tables.ts'

export type ListReportsRequest = PageRequest & {
  readonly audience: Audience
  readonly authority?: string | null
  readonly illustrative?: boolean | null
}

const list = 'reports'

/** In order of their day of publication, those without one last, then by title. */
export async function listReports(snapshot: Snapshot, request: ListReportsRequest): Promise<PageResult<Report>> {
  const window = readWindow(list, request)
  if (!window.ok) return window
  const reports = visible(snapshot, request.audience)
    .$if(request.authority != null, (q) => q.where('report.authority', '=', request.authority ?? ''))
    .$if(request.illustrative != null, (q) => q.where('report.illustrative', '=', request.illustrative ?? false))
  const { total } = await reports.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const [key, id] = window.after ?? []
  const rows = await reports
    .selectAll('report')
    .select(sortKey.as('sort_key'))
    .$if(window.after !== null, (q) => q.where(sql<boolean>`(${sortKey}, report.stream) > (${key}::text[], ${id}::text)`))
    .orderBy('sort_key')
    .orderBy('report.stream')
    .limit(window.first + 1)
    .execute()
  return {
    ok: true,
    page: toPage(list, window, Number(total), { rows, keys: (row) => [row.sort_key, row.stream], node: (row) => toReport(row) }),
  }
}

const sortKey = sql<string[]>`(array[coalesce(report.published_on::text, '~'), report.title]::text[] collate "C")`

/** In the order of `ids`, null where there is none or it is not for the audience. */
export async function reportsById(snapshot: Snapshot, ids: readonly string[], audience: Audience): Promise<(Report | null)[]> {
  const rows = await visible(snapshot, audience)
    .selectAll('report')
    .where(sql<boolean>`report.stream = any (${ids}::text[])`)
    .execute()
  const byId = new Map(rows.map((row) => [row.stream, toReport(row)]))
  return ids.map((id) => byId.get(id) ?? null)
}

/** Of each report, in the order in which they were recorded. The caller has checked that its audience may see the reports. */
export async function judgementsOf({ db }: Snapshot, reports: readonly string[]): Promise<Judgement[][]> {
  const rows = await db
    .selectFrom('report_judgement')
    .selectAll()
    .where(sql<boolean>`stream = any (${reports}::text[])`)
    .orderBy('ordinal')
    .execute()
  const byReport = Map.groupBy(rows, ({ stream }) => stream)
  return reports.map((report) => (byReport.get(report) ?? []).map(({ judgement }) => ({ ...judgement, report })))
}

/** As `judgementsOf`. */
export async function findingsOf({ db }: Snapshot, reports: readonly string[]): Promise<Finding[][]> {
  const rows = await db
    .selectFrom('report_finding')
    .selectAll()
    .where(sql<boolean>`stream = any (${reports}::text[])`)
    .orderBy('ordinal')
    .execute()
  const byReport = Map.groupBy(rows, ({ stream }) => stream)
  return reports.map((report) => (byReport.get(report) ?? []).map(({ finding }) => ({ ...finding, report })))
}

const visible = ({ db }: Snapshot, audience: Audience): SelectQueryBuilder<Tables, 'report', object> =>
  db.selectFrom('report').$if(audience === 'PUBLIC', (q) => q.where('report.publication', '=', 'PUBLISHED'))

const toReport = ({ stream, content, publication, illustrative, revision }: ReportRow): Report => ({
  id: stream,
  ...content,
  publication,
  illustrative,
  revision,
})
