import type { IsoDate } from '@outstanding/domain'
import { sql } from 'kysely'
import type { TableOf } from '../read-model/read-model.ts'
import { byName } from './by-name.ts'
import { readWindow, toPage, type PageRequest, type PageResult } from './page.ts'
import { rowsIn } from './rows-in.ts'
import type { Snapshot } from './snapshot.ts'

type NamedRow = { readonly stream: string; readonly authority: string; readonly name: string }

/** `asAt` is inclusive (valid time), today in London by default; `authority` a slug, all authorities by default. */
export type ByNameRequest = PageRequest & { readonly asAt?: IsoDate | null; readonly authority?: string | null }

/** A page of a table's rows, ordered by their names and then by their streams. */
export async function listByName<Row extends NamedRow, Node extends { readonly id: string; readonly name: string }>(
  snapshot: Snapshot,
  table: TableOf<Row>,
  request: ByNameRequest,
  toNodes: (rows: readonly Row[]) => Promise<readonly Node[]>,
): Promise<PageResult<Node>> {
  const list = `${table.name} by name`
  const window = readWindow(list, ['TEXT', 'TEXT'], request)
  if (!window.ok) return window
  const from = rowsIn(snapshot, table, request.asAt ?? snapshot.today)
  const within = request.authority == null ? sql`true` : sql`authority = ${request.authority}`
  const counted = await sql<{ total: string }>`select count(*) as total from ${from} named where ${within}`.execute(snapshot.db)
  const [name, id] = window.after ?? []
  const beyond = window.after === null ? sql`true` : sql`(name ${byName}, stream) > (${name}::text, ${id}::text)`
  const { rows } = await sql<Row>`
    select * from ${from} named where ${within} and ${beyond}
    order by name ${byName}, stream limit ${window.first + 1}`.execute(snapshot.db)
  const keys = (node: Node) => [node.name, node.id]
  return {
    ok: true,
    page: toPage(list, window, Number(counted.rows[0]?.total ?? 0), { rows: await toNodes(rows), keys, node: (node) => node }),
  }
}
