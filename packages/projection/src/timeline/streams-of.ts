import type { ClientBase } from 'pg'
import type { Schemas } from '../database/schemas.ts'
import { placed } from '../database/schemas.ts'
import { streamRevisionTable, timelineTable } from './table.ts'

/** As `categoryOf`, in SQL. */
const ofCategories = `split_part(stream, '-', 1) = any ($1::text[])`

/** Every stream of some categories, whether anything is derived from it or not. */
export async function streamsOf(client: ClientBase, schemas: Schemas, categories: readonly string[]): Promise<readonly string[]> {
  if (categories.length === 0) return []
  const { rows } = await client.query<{ stream: string }>(
    `select stream from ${placed(schemas, streamRevisionTable)} where ${ofCategories} order by stream`,
    [categories],
  )
  return rows.map(({ stream }) => stream)
}

/** Those of them that have an entry at the place `since` of the log or later. */
export async function streamsSince(
  client: ClientBase,
  schemas: Schemas,
  { categories, since }: { readonly categories: readonly string[]; readonly since: number },
): Promise<readonly string[]> {
  const { rows } = await client.query<{ stream: string }>(
    `select distinct stream from ${placed(schemas, timelineTable)} where index >= $2 and ${ofCategories} order by stream`,
    [categories, since],
  )
  return rows.map(({ stream }) => stream)
}

/** Takes the entries of some categories out of the timeline: how many there were. */
export async function forgetEntries(client: ClientBase, schemas: Schemas, categories: readonly string[]): Promise<number> {
  if (categories.length === 0) return 0
  const { rowCount } = await client.query(`delete from ${placed(schemas, timelineTable)} where ${ofCategories}`, [categories])
  return rowCount ?? 0
}
