import type pg from 'pg'
import { stableSchema } from './stable-schema.ts'

/**
 * Equal in two readings only if all rows of the read models were, and where the projection stands: the row of a projection is written in
 * every transaction that writes to its read models or takes their places.
 */
export type Stamp = string

/** A column of a query from the projections as `p`. */
export const stampColumn = `p.schema_name || '/' || p.xmin::text || '/' || coalesce(p.position::text, '') as stamp`

/** Of what is current. Null before the first projection. */
export async function readStamp(pool: pg.Pool): Promise<Stamp | null> {
  const { rows } = await pool.query<{ stamp: Stamp }>({
    name: 'read-stamp',
    text: `select ${stampColumn} from ${stableSchema}.projection p where state = 'CURRENT'`,
  })
  return rows[0]?.stamp ?? null
}
