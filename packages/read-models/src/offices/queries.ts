import type { IsoDate, OfficeKind } from '@outstanding/domain'
import { sql } from 'kysely'
import { inOrderOf, latestEntries, listByName, rowsIn } from '@outstanding/projection'
import type { ByNameRequest, PageResult, Snapshot } from '@outstanding/projection'
import type { OfficeTableRow, TransferCell } from './tables.ts'
import { officeTable } from './tables.ts'

export type OfficeRow = {
  /** The stream name. */
  readonly id: string
  readonly authority: string
  readonly name: string
  /** Oldest first. */
  readonly formerNames: readonly string[]
  readonly kind: OfficeKind
  readonly portfolio: string | null
  /** Opaque ids of those who held it on the day. */
  readonly holders: readonly string[]
  /** Of an office that was abolished: to which its open items went, null where it had none. */
  readonly successor: string | null
  readonly abolishedOn: IsoDate | null
  /** Services that went to other offices, oldest first. */
  readonly transfers: readonly TransferCell[]
  readonly revision: number
}

/** `asAt` is inclusive (valid time), today in London by default. */
export type OfOffices = { readonly asAt?: IsoDate | null }

/** By name. */
export const listOffices = (snapshot: Snapshot, request: ByNameRequest): Promise<PageResult<OfficeRow>> =>
  listByName(snapshot, officeTable, request, (rows) => toOffices(snapshot, rows))

/** In the order of `ids`, null where there is none. */
export async function officesById(snapshot: Snapshot, ids: readonly string[], asked: OfOffices): Promise<(OfficeRow | null)[]> {
  const rows = await officesAsAt(snapshot, asked)
    .selectAll()
    .where(sql<boolean>`stream = any (${ids}::text[])`)
    .execute()
  return inOrderOf(ids, await toOffices(snapshot, rows))
}

const officesAsAt = (snapshot: Snapshot, { asAt }: OfOffices) =>
  snapshot.db.selectFrom(rowsIn(snapshot, officeTable, asAt ?? snapshot.today).as('office'))

async function toOffices(snapshot: Snapshot, rows: readonly OfficeTableRow[]): Promise<OfficeRow[]> {
  const latest = await latestEntries(
    snapshot,
    rows.map(({ stream }) => stream),
  )
  return rows.map((row) => ({
    id: row.stream,
    authority: row.authority,
    name: row.name,
    formerNames: row.former_names,
    kind: row.kind,
    portfolio: row.portfolio,
    holders: row.holders,
    successor: row.successor,
    abolishedOn: row.abolished_on,
    transfers: row.transfers,
    revision: latest.get(row.stream)?.revision ?? -1,
  }))
}
