import type { FindingOfVisit, IsoDate, VisitRecorded } from '@outstanding/domain'
import { inOrderOf, asKnownNow, latestEntries, readWindow, rowsIn, toPage } from '@outstanding/projection'
import type { PageRequest, PageResult, Snapshot } from '@outstanding/projection'
import { sql } from 'kysely'
import type { Audience } from '../audience.ts'
import { listedReports } from '../reports/queries.ts'
import type { VisitTableRow } from './tables.ts'
import { visitFindingTable, visitLinkTable, visitTable } from './tables.ts'

export type Visit = VisitRecorded['data'] & {
  /** The stream name. */
  readonly id: string
  readonly illustrative: boolean
  readonly revision: number
}
/** `items`: the streams of the recommendations that it concerns. */
export type VisitFinding = Omit<FindingOfVisit, 'on'> & { readonly visit: string; readonly items: readonly string[] }

/** `asAt` is inclusive (valid time), today in London by default. */
export type OfVisits = { readonly audience: Audience; readonly asAt?: IsoDate | null }
export type ListVisitsRequest = PageRequest &
  OfVisits & { readonly authority?: string | null; readonly body?: string | null; readonly illustrative?: boolean | null }

const list = 'visits'

/** The newest first, by their first day. */
export async function listVisits(snapshot: Snapshot, request: ListVisitsRequest): Promise<PageResult<Visit>> {
  const window = readWindow(list, ['TEXT', 'TEXT'], request)
  if (!window.ok) return window
  const visits = shownVisits(snapshot, request)
    .$if(request.authority != null, (q) => q.where('visit.authority', '=', request.authority ?? ''))
    .$if(request.body != null, (q) => q.where('visit.body', '=', request.body ?? ''))
    .$if(request.illustrative != null, (q) => q.where('visit.illustrative', '=', request.illustrative ?? false))
  const { total } = await visits.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const [day, id] = window.after ?? []
  const rows = await visits
    .selectAll('visit')
    .$if(window.after !== null, (q) => q.where(sql<boolean>`(visit.from_day::text, visit.stream) < (${day}::text, ${id}::text)`))
    .orderBy(sql`visit.from_day::text`, 'desc')
    .orderBy('visit.stream', 'desc')
    .limit(window.first + 1)
    .execute()
  const found = {
    rows: await toVisits(snapshot, rows),
    keys: (visit: Visit) => [visit.from, visit.id],
    node: (visit: Visit) => visit,
  }
  return { ok: true, page: toPage(list, window, Number(total), found) }
}

/** In the order of `ids`, null where there is none or it is not for the audience. */
export async function visitsById(snapshot: Snapshot, ids: readonly string[], request: OfVisits): Promise<(Visit | null)[]> {
  const rows = await shownVisits(snapshot, request)
    .selectAll('visit')
    .where(sql<boolean>`visit.stream = any (${ids}::text[])`)
    .execute()
  return inOrderOf(ids, await toVisits(snapshot, rows))
}

/** The visits printed in each of these reports, the oldest first. */
export async function visitsInReports(snapshot: Snapshot, reports: readonly string[], request: OfVisits): Promise<Visit[][]> {
  const rows = await shownVisits(snapshot, request)
    .selectAll('visit')
    .where(sql<boolean>`visit.report = any (${reports}::text[])`)
    .orderBy('visit.from_day')
    .orderBy('visit.stream')
    .execute()
  const byReport = Map.groupBy(await toVisits(snapshot, rows), ({ report }) => report)
  return reports.map((report) => byReport.get(report) ?? [])
}

type Asked = { readonly asAt?: IsoDate | null }

/** Of each visit, in the order in which they were recorded. The caller has checked that its audience may see the visits. */
export async function findingsOfVisits(snapshot: Snapshot, visits: readonly string[], { asAt }: Asked): Promise<VisitFinding[][]> {
  const day = asAt ?? snapshot.today
  const [findings, links] = [
    await snapshot.db
      .selectFrom(rowsIn(snapshot, visitFindingTable, day).as('found'))
      .selectAll()
      .where(sql<boolean>`stream = any (${visits}::text[])`)
      .orderBy('ordinal')
      .execute(),
    await snapshot.db
      .selectFrom(rowsIn(snapshot, visitLinkTable, day).as('link'))
      .selectAll()
      .where(sql<boolean>`stream = any (${visits}::text[])`)
      .orderBy('item')
      .execute(),
  ]
  const linked = Map.groupBy(links, ({ stream, ref }) => `${stream} ${ref}`)
  const byVisit = Map.groupBy(findings, ({ stream }) => stream)
  return visits.map((visit) =>
    (byVisit.get(visit) ?? []).map(({ finding }) => ({
      ...finding,
      visit,
      items: (linked.get(`${visit} ${finding.ref}`) ?? []).map(({ item }) => item),
    })),
  )
}

/** The public sees a visit where it sees the document in which it is printed. */
function shownVisits(snapshot: Snapshot, { audience, asAt }: OfVisits) {
  const visits = snapshot.db.selectFrom(rowsIn(snapshot, visitTable, asAt ?? snapshot.today).as('visit'))
  if (audience === 'ALL') return visits
  return visits.where('visit.report', 'in', listedReports(snapshot, { audience, asAt: asAt ?? null }).select('report.stream'))
}

async function toVisits(snapshot: Snapshot, rows: readonly VisitTableRow[]): Promise<Visit[]> {
  const latest = await latestEntries(
    snapshot,
    rows.map(({ stream }) => stream),
  )
  return rows.map(({ stream, visit, illustrative }) => ({
    ...visit,
    id: stream,
    illustrative,
    revision: latest.get(stream)?.revision ?? -1,
  }))
}

const mostKnown = 1_000

/** Everybody who has visited, of the visits that an audience sees today. In byte order. */
export async function knownVisitors(snapshot: Snapshot, audience: Audience): Promise<readonly string[]> {
  const rows = await shownVisits(asKnownNow(snapshot), { audience })
    .select('visit.body')
    .distinct()
    .orderBy('visit.body')
    .limit(mostKnown)
    .execute()
  return rows.map(({ body }) => body)
}
