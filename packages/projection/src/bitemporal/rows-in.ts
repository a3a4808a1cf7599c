import type { IsoDate } from '@outstanding/domain'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { TableOf } from '../read-model.ts'
import type { Snapshot } from '../reading/snapshot.ts'
import { versionTableName } from './tables.ts'

/**
 * The rows of a table as at a day, as known to the snapshot: to be selected from under a name of its own,
 * `selectFrom(rowsIn(snapshot, officeTable, day).as('office'))`. Both times are asked for here and nowhere else: today's are read from
 * the ordinary table, all others from its versions.
 */
export function rowsIn<Row>(
  { schema, known, events, today }: Snapshot,
  { name, columns: shape }: TableOf<Row>,
  day: IsoDate,
): RawBuilder<Row> {
  const columns = sql.join(Object.keys(shape).map((column) => sql.ref(column)))
  if (known === null && day >= today) return sql`(select ${columns} from ${sql.table(`${schema}.${name}`)})`
  const versions = sql.table(`${schema}.${versionTableName(name)}`)
  return sql`(select ${columns} from ${versions} where known @> ${known ?? events}::bigint and valid @> ${day}::date)`
}
