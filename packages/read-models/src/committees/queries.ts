import type { CommitteeKind, IsoDate } from '@outstanding/domain'
import { sql } from 'kysely'
import { inOrderOf, latestEntries, listByName, rowsIn } from '@outstanding/projection'
import type { ByNameRequest, PageResult, Snapshot } from '@outstanding/projection'
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

/** `asAt` is inclusive (valid time), today in London by default. */
export type OfCommittees = { readonly asAt?: IsoDate | null }

/** By name. */
export const listCommittees = (snapshot: Snapshot, request: ByNameRequest): Promise<PageResult<CommitteeRow>> =>
  listByName(snapshot, committeeTable, request, (rows) => toCommittees(snapshot, rows))

/** In the order of `ids`, null where there is none. */
export async function committeesById(snapshot: Snapshot, ids: readonly string[], asked: OfCommittees): Promise<(CommitteeRow | null)[]> {
  const rows = await committeesAsAt(snapshot, asked)
    .selectAll()
    .where(sql<boolean>`stream = any (${ids}::text[])`)
    .execute()
  return inOrderOf(ids, await toCommittees(snapshot, rows))
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
