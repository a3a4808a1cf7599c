import type { CommitteeKind, IsoDate } from '@outstanding/domain'
import { sql } from 'kysely'
import { byName, latestEntries, readWindow, rowsIn, toPage } from '@outstanding/projection'
import type { PageRequest, PageResult, Snapshot } from '@outstanding/projection'
import type { CommitteeTableRow } from './tables.ts'
import { committeeTable } from './tables.ts'

export type CommitteeRow = {
  /** The stream name. */
  readonly id: string
  readonly authority: string
  /** What decisions name it by; unique in its authority. */
  readonly slug: string
  readonly name: string
  /** Oldest first. */
  readonly formerNames: readonly string[]
  readonly kind: CommitteeKind
  readonly remit: string | null
  readonly quorum: number | null
  readonly abolishedOn: IsoDate | null
  /** Slugs of the committees that took its place. */
  readonly successors: readonly string[]
  readonly resolution: string | null
  readonly revision: number
}

const list = 'committees'

/** `asAt` is inclusive (valid time), today in London by default. */
export type OfCommittees = { readonly asAt?: IsoDate | null }

/** By name. */
export async function listCommittees(
  snapshot: Snapshot,
  request: PageRequest & OfCommittees & { readonly authority?: string | null },
): Promise<PageResult<CommitteeRow>> {
  const window = readWindow(list, ['TEXT', 'TEXT'], request)
  if (!window.ok) return window
  const all = committeesAsAt(snapshot, request).$if(request.authority != null, (q) => q.where('authority', '=', request.authority ?? ''))
  const { total } = await all.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const [name, id] = window.after ?? []
  const rows = await all
    .selectAll()
    .$if(window.after !== null, (q) => q.where(sql<boolean>`(name ${byName}, stream) > (${name}::text, ${id}::text)`))
    .orderBy(sql`name ${byName}`)
    .orderBy('stream')
    .limit(window.first + 1)
    .execute()
  const found = {
    rows: await toCommittees(snapshot, rows),
    keys: (row: CommitteeRow) => [row.name, row.id],
    node: (row: CommitteeRow) => row,
  }
  return { ok: true, page: toPage(list, window, Number(total), found) }
}

/** In the order of `ids`, null where there is none. */
export async function committeesById(snapshot: Snapshot, ids: readonly string[], asked: OfCommittees): Promise<(CommitteeRow | null)[]> {
  const rows = await committeesAsAt(snapshot, asked)
    .selectAll()
    .where(sql<boolean>`stream = any (${ids}::text[])`)
    .execute()
  const byId = new Map((await toCommittees(snapshot, rows)).map((committee) => [committee.id, committee]))
  return ids.map((id) => byId.get(id) ?? null)
}

/** The committees of a slug: one in each authority at maxNamed. */
export async function committeesBySlug(
  snapshot: Snapshot,
  slug: string,
  { authority, ...asked }: OfCommittees & { readonly authority?: string | null },
): Promise<readonly CommitteeRow[]> {
  const rows = await committeesAsAt(snapshot, asked)
    .selectAll()
    .where('slug', '=', slug)
    .$if(authority != null, (q) => q.where('authority', '=', authority ?? ''))
    .orderBy('stream')
    .limit(2)
    .execute()
  return toCommittees(snapshot, rows)
}

const maxNamed = 1_000

/** The slugs of an authority's committees (null: of all), those that were abolished too. In byte order. */
export async function knownCommittees(snapshot: Snapshot, authority: string | null): Promise<readonly string[]> {
  const rows = await committeesAsAt(snapshot, {})
    .select('slug')
    .distinct()
    .$if(authority !== null, (q) => q.where('authority', '=', authority))
    .orderBy('slug')
    .limit(maxNamed)
    .execute()
  return rows.map(({ slug }) => slug)
}

const committeesAsAt = (snapshot: Snapshot, { asAt }: OfCommittees) =>
  snapshot.db.selectFrom(rowsIn(snapshot, committeeTable, asAt ?? snapshot.today).as('committee'))

async function toCommittees(snapshot: Snapshot, rows: readonly CommitteeTableRow[]): Promise<CommitteeRow[]> {
  const latest = await latestEntries(
    snapshot,
    rows.map(({ stream }) => stream),
  )
  return rows.map((row) => ({
    id: row.stream,
    authority: row.authority,
    slug: row.slug,
    name: row.name,
    formerNames: row.former_names,
    kind: row.kind,
    remit: row.remit,
    quorum: row.quorum,
    abolishedOn: row.abolished_on,
    successors: row.successors,
    resolution: row.resolution,
    revision: latest.get(row.stream)?.revision ?? -1,
  }))
}
