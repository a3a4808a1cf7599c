import type { OfficeKind } from '@outstanding/domain'
import { sql } from 'kysely'
import type { PageRequest, PageResult } from '../page.ts'
import { readWindow, toPage } from '../page.ts'
import type { Snapshot } from '../snapshot.ts'
import type { OfficeTableRow } from './tables.ts'

export type OfficeRow = {
  /** The stream name. */
  readonly id: string
  readonly authority: string
  readonly name: string
  /** Oldest first. */
  readonly formerNames: readonly string[]
  readonly kind: OfficeKind
  readonly portfolio: string | null
  /** Opaque ids of those who hold it as things stand. */
  readonly holders: readonly string[]
  /** The office or body to which its open items went. */
  readonly successor: string | null
  readonly revision: number
}

const list = 'offices'

/** By name. */
export async function listOffices(
  { db }: Snapshot,
  request: PageRequest & { readonly authority?: string | null },
): Promise<PageResult<OfficeRow>> {
  const window = readWindow(list, request)
  if (!window.ok) return window
  const all = db.selectFrom('office').$if(request.authority != null, (q) => q.where('authority', '=', request.authority ?? ''))
  const { total } = await all.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const [name, id] = window.after ?? []
  const rows = await all
    .selectAll()
    .$if(window.after !== null, (q) => q.where(sql<boolean>`(name, stream) > (${name}::text, ${id}::text)`))
    .orderBy('name')
    .orderBy('stream')
    .limit(window.first + 1)
    .execute()
  return { ok: true, page: toPage(list, window, Number(total), { rows, keys: (row) => [row.name, row.stream], node: toOffice }) }
}

/** In the order of `ids`, null where there is none. */
export async function officesById({ db }: Snapshot, ids: readonly string[]): Promise<(OfficeRow | null)[]> {
  const rows = await db
    .selectFrom('office')
    .selectAll()
    .where(sql<boolean>`stream = any (${ids}::text[])`)
    .execute()
  const byId = new Map(rows.map((row) => [row.stream, toOffice(row)]))
  return ids.map((id) => byId.get(id) ?? null)
}

const toOffice = (row: OfficeTableRow): OfficeRow => ({
  id: row.stream,
  authority: row.authority,
  name: row.name,
  formerNames: row.former_names,
  kind: row.kind,
  portfolio: row.portfolio,
  holders: row.holders,
  successor: row.successor,
  revision: row.revision,
})
