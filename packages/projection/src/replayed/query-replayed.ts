import type pg from 'pg'
import { quote } from '../database/quote.ts'

export type QueryResult =
  | { readonly ok: true }
  /** What the database says against the query. */
  | { readonly ok: false; readonly problem: string }

const rowsAtOnce = 1_000

/**
 * One query of a replayed register, read-only and as its own reader where there is that role. Hands on the columns' names, then
 * the rows as the database prints them, however many there are.
 */
export async function queryReplayed(
  client: pg.Client,
  { schema, sql }: { readonly schema: string; readonly sql: string },
  take: (row: readonly (string | null)[]) => Promise<void>,
): Promise<QueryResult> {
  await client.query('begin read only')
  try {
    await client.query(`set local search_path = ${quote(schema)}`)
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [schema])
    if (rowCount === 1) await client.query(`set local role ${quote(schema)}`)
    // Parsed first, and not run as it stands, the server takes one statement and no second behind it.
    await client.query({ text: `declare asked no scroll cursor for ${sql}`, queryMode: 'extended' } as pg.QueryConfig)
    for (let isFirst = true; ; isFirst = false) {
      const { fields, rows } = await client.query<(string | null)[]>({
        text: `fetch ${rowsAtOnce} from asked`,
        rowMode: 'array',
        types: { getTypeParser: () => (text: string) => text },
      })
      if (isFirst) await take(fields.map(({ name }) => name))
      for (const row of rows) await take(row)
      if (rows.length < rowsAtOnce) return { ok: true }
    }
  } catch (error) {
    if (error instanceof Error && 'severity' in error) return { ok: false, problem: error.message }
    throw error
  } finally {
    await client.query('rollback')
  }
}
