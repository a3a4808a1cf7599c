import type pg from 'pg'
import { stableSchema } from './stable-schema.ts'

/**
 * Equal in two readings only if all rows of the read models were, and where the projection stands: the row of a projection is written in
 * every transaction that writes to its read models or takes their places.
 */
export type Stamp = string

/** A column of a query from the projections as `p`. */
export const stampColumn = `p.schema_name || '/' || p.xmin::text || '/' || coalesce(p.position::text, '') as stamp`

/** A connection that has gone silent must not hold up those that wait for the same look. */
const maxLookMs = 2_000

/** Of what is current. Null before the first projection. Rejects after two seconds without an answer. */
export async function readStamp(pool: pg.Pool): Promise<Stamp | null> {
  const question = {
    name: 'read-stamp',
    text: `select ${stampColumn} from ${stableSchema}.projection p where state = 'CURRENT'`,
    query_timeout: maxLookMs,
  }
  const { rows } = await pool.query<{ stamp: Stamp }>(question)
  return rows[0]?.stamp ?? null
}
