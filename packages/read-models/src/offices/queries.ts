import type { IsoDate, OfficeKind } from '@outstanding/domain'
import { sql } from 'kysely'
import { readWindow, rowsIn, toPage } from '@outstanding/projection'
import { byName } from '@outstanding/projection'
import type { PageRequest, PageResult, Snapshot } from '@outstanding/projection'
import { latestEntries } from '@outstanding/projection'
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

const list = 'offices'

/** `asAt` is inclusive (valid time), today in London by default. */
export type OfOffices = { readonly asAt?: IsoDate | null }

/** By name. */
export async function listOffices(
  snapshot: Snapshot,
  request: PageRequest & OfOffices & { readonly authority?: string | null },
): Promise<PageResult<OfficeRow>> {
  const window = readWindow(list, ['TEXT', 'TEXT'], request)
  if (!window.ok) return window
  const all = officesAsAt(snapshot, request).$if(request.authority != null, (q) => q.where('authority', '=', request.authority ?? ''))
  const { total } = await all.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const [name, id] = window.after ?? []
  const rows = await all
    .selectAll()
    .$if(window.after !== null, (q) => q.where(sql<boolean>`(name ${byName}, stream) > (${name}::text, ${id}::text)`))
    .orderBy(sql`name ${byName}`)
    .orderBy('stream')
    .limit(window.first + 1)
    .execute()
  const offices = await toOffices(snapshot, rows)
  const found = { rows: offices, keys: (row: OfficeRow) => [row.name, row.id], node: (row: OfficeRow) => row }
  return { ok: true, page: toPage(list, window, Number(total), found) }
}

/** In the order of `ids`, null where there is none. */
export async function officesById(snapshot: Snapshot, ids: readonly string[], asked: OfOffices): Promise<(OfficeRow | null)[]> {
  const rows = await officesAsAt(snapshot, asked)
    .selectAll()
    .where(sql<boolean>`stream = any (${ids}::text[])`)
    .execute()
  const byId = new Map((await toOffices(snapshot, rows)).map((office) => [office.id, office]))
  return ids.map((id) => byId.get(id) ?? null)
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
