import type { FindingRelation, IsoDate } from '@outstanding/domain'
import type { SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Audience } from '../audience.ts'
import type { PageRequest, PageResult, Snapshot } from '@outstanding/projection'
import { inOrderOf, asKnownNow, byName, latestEntries, readWindow, rowsIn, toPage } from '@outstanding/projection'
import { isPublic } from './is-public.ts'
import type { Finding, Judgement, Report } from './report.ts'
import type { ReportRow } from './tables.ts'
import { findingLinkTable, findingTable, judgementTable, reportTable } from './tables.ts'

/** `asAt` is inclusive (valid time), today in London by default. */
export type OfReports = { readonly audience: Audience; readonly asAt?: IsoDate | null }
export type ListReportsRequest = PageRequest & OfReports & { readonly authority?: string | null; readonly illustrative?: boolean | null }

const list = 'reports'

/** In order of their day of publication or, without one, of adoption; those without either last, then by title. */
export async function listReports(snapshot: Snapshot, request: ListReportsRequest): Promise<PageResult<Report>> {
  const window = readWindow(list, ['TEXT', 'TEXT', 'TEXT'], request)
  if (!window.ok) return window
  const reports = listedReports(snapshot, request)
    .$if(request.authority != null, (q) => q.where('report.authority', '=', request.authority ?? ''))
    .$if(request.illustrative != null, (q) => q.where('report.illustrative', '=', request.illustrative ?? false))
  const { total } = await reports.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const [dated, title, id] = window.after ?? []
  const rows = await reports
    .selectAll('report')
    .select([datedKey.as('dated_key'), withPublic])
    .$if(window.after !== null, (q) =>
      q.where(sql<boolean>`(${datedKey}, ${titleKey}, report.stream) > (${dated}::text, ${title}::text, ${id}::text)`),
    )
    .orderBy('dated_key')
    .orderBy(titleKey)
    .orderBy('report.stream')
    .limit(window.first + 1)
    .execute()
  const nodes = await toReports(snapshot, rows)
  const pairs = rows.map((row, index) => ({ row, node: nodes[index] as Report }))
  const found = { rows: pairs, keys: ({ row }: (typeof pairs)[number]) => [row.dated_key, row.title, row.stream], node: shownOf }
  return { ok: true, page: toPage(list, window, Number(total), found) }
}

const shownOf = ({ node }: { readonly node: Report }): Report => node

const datedKey = sql<string>`(coalesce(report.dated_on::text, '~') collate "C")`
const titleKey = sql<string>`report.title ${byName}`

/** In the order of `ids`, null where there is none or it is not for the audience. */
export async function reportsById(snapshot: Snapshot, ids: readonly string[], request: OfReports): Promise<(Report | null)[]> {
  const rows = await listedReports(snapshot, request)
    .selectAll('report')
    .select(withPublic)
    .where(sql<boolean>`report.stream = any (${ids}::text[])`)
    .execute()
  return inOrderOf(ids, await toReports(snapshot, rows))
}

type Asked = { readonly asAt?: IsoDate | null }

/** Of each report, in the order in which they were recorded. The caller has checked that its audience may see the reports. */
export async function judgementsOf(snapshot: Snapshot, reports: readonly string[], { asAt }: Asked): Promise<Judgement[][]> {
  const rows = await snapshot.db
    .selectFrom(rowsIn(snapshot, judgementTable, asAt ?? snapshot.today).as('given'))
    .selectAll()
    .where(sql<boolean>`stream = any (${reports}::text[])`)
    .orderBy('ordinal')
    .execute()
  const byReport = Map.groupBy(rows, ({ stream }) => stream)
  return reports.map((report) => (byReport.get(report) ?? []).map(({ judgement }) => ({ ...judgement, report })))
}

/** As `judgementsOf`. */
export async function findingsOf(snapshot: Snapshot, reports: readonly string[], { asAt }: Asked): Promise<Finding[][]> {
  const rows = await snapshot.db
    .selectFrom(rowsIn(snapshot, findingTable, asAt ?? snapshot.today).as('given'))
    .selectAll()
    .where(sql<boolean>`stream = any (${reports}::text[])`)
    .orderBy('ordinal')
    .execute()
  const byReport = Map.groupBy(rows, ({ stream }) => stream)
  return reports.map((report) => (byReport.get(report) ?? []).map(({ finding }) => ({ ...finding, report })))
}

/** A finding that refers to an earlier recommendation. */
export type FindingLinkedFrom = { readonly finding: Finding; readonly relation: FindingRelation; readonly words: string | null }

/** Of one item at most so many are given. */
const maxLinks = 200

/** For each recommendation, the later findings that refer to it, the earlier first; whether the reader may see them is for the caller to ask. */
export async function findingsLinkedTo(
  snapshot: Snapshot,
  recommendations: readonly string[],
  { asAt }: Asked,
): Promise<readonly (readonly FindingLinkedFrom[])[]> {
  const rows = await snapshot.db
    .selectFrom(rowsIn(snapshot, findingLinkTable, asAt ?? snapshot.today).as('link'))
    .selectAll()
    .where(sql<boolean>`target = any (${recommendations}::text[])`)
    .orderBy(sql`finding->>'on'`)
    .orderBy('stream')
    .orderBy('link')
    .execute()
  const byTarget = Map.groupBy(rows, ({ target }) => target)
  return recommendations.map((id) =>
    (byTarget.get(id) ?? [])
      .slice(0, maxLinks)
      .map(({ stream, finding, relation, words }) => ({ finding: { ...finding, report: stream }, relation, words })),
  )
}

type Visible = SelectQueryBuilder<{ report: ReportRow }, 'report', object>

/** The public sees of any day what is published as things stand, and of any past what was published then too. */
export function listedReports(snapshot: Snapshot, { audience, asAt }: OfReports): Visible {
  const { db, today, knownIndex } = snapshot
  const reports = db.selectFrom(rowsIn(snapshot, reportTable, asAt ?? today).as('report'))
  if (audience === 'ALL') return reports
  const then = reports.where(isPublished(snapshot))
  return knownIndex === null ? then : then.where(isPublished(asKnownNow(snapshot)))
}

const isPublished = (snapshot: Snapshot) => sql<boolean>`exists (
  select 1 from ${rowsIn(snapshot, reportTable, snapshot.today)} pub where pub.stream = report.stream and ${isPublic('pub')})`

/** A report as of a day, and whether it is public by now. */
type Found = ReportRow & { is_public: boolean }
const withPublic = isPublic('report').as('is_public')

async function toReports(snapshot: Snapshot, rows: readonly Found[]): Promise<Report[]> {
  const latest = await latestEntries(
    snapshot,
    rows.map(({ stream }) => stream),
  )
  return rows.map(({ stream, content, publication, embargoed_until, is_public, illustrative }) => ({
    id: stream,
    ...content,
    // An embargo that has ended needs no entry.
    publication: is_public ? 'PUBLISHED' : publication,
    embargoedUntil: is_public ? null : embargoed_until,
    illustrative,
    revision: latest.get(stream)?.revision ?? -1,
  }))
}
