import type { ClientBase } from 'pg'
import type { Table } from '../read-model/read-model.ts'
import type { Schemas } from './schemas.ts'
import { placed } from './schemas.ts'

export type TableDigest = { readonly rows: number; readonly digest: string }
export type TableDigests = Readonly<Record<string, TableDigest>>

/**
 * A digest of each table, whatever the order in which its rows lie: equal digests are equal rows. The sums of four
 * parts of each row's SHA-256: no row can be left out, doubled or changed unseen.
 */
export async function tableDigests(client: ClientBase, schemas: Schemas, tables: readonly Table[]): Promise<TableDigests> {
  const digests: [string, TableDigest][] = []
  for (const table of tables) {
    const { rows } = await client.query<{ rows: string; digest: string }>(
      `select count(*) as rows, concat_ws('-', ${[1, 9, 17, 25].map(part).join(', ')}) as digest
         from (select sha256(convert_to(t::text, 'UTF8')) as h from ${placed(schemas, table)} t) hashed`,
    )
    if (rows[0]) digests.push([table.name, { rows: Number(rows[0].rows), digest: rows[0].digest }])
  }
  return Object.fromEntries(digests)
}

const part = (from: number): string => `coalesce(sum(('x' || encode(substr(h, ${from}, 8), 'hex'))::bit(64)::bigint::numeric), 0)::text`

/** Names of the tables that differ, in alphabetical order. */
export const differingTables = (a: TableDigests, b: TableDigests): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((name) => a[name]?.digest !== b[name]?.digest || a[name]?.rows !== b[name]?.rows)
    .toSorted()
