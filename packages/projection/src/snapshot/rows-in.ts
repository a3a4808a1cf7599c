import type { IsoDate } from '@outstanding/domain'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { versionTableName } from '../bitemporal/version-tables.ts'
import { schemaHolding } from '../database/schemas.ts'
import type { Table, TableOf } from '../read-model/read-model.ts'
import type { Snapshot } from './snapshot.ts'

/** Marks, in the text of a statement, that it asks for the past. */
export const ofThePast = '/* of the past */'

/**
 * The rows of a table as at a day, as known to the snapshot: to be selected from under a name of its own,
 * `selectFrom(rowsIn(snapshot, officeTable, day).as('office'))`. Both times are asked for here and nowhere else: today's are read from
 * the ordinary table, all others from its versions.
 */
export function rowsIn<Row>(snapshot: Snapshot, table: TableOf<Row>, day: IsoDate): RawBuilder<Row> {
  const { knownIndex, events, today } = snapshot
  const columns = sql.join(Object.keys(table.columns).map((column) => sql.ref(column)))
  if (knownIndex === null && day >= today) return sql`(select ${columns} from ${tableIn(snapshot, table)})`
  return sql`(select ${columns} from ${versionsIn(snapshot, table)} ${sql.raw(ofThePast)} where known @> ${knownIndex ?? events}::bigint and valid @> ${day}::date)`
}

/** The rows of a table as they stand, whatever the two times. */
export const tableIn = <Row>(snapshot: Snapshot, { name }: TableOf<Row>): RawBuilder<Row> => named(snapshot, name)

/** Every version of every row of a read model's table. */
export const versionsIn = (snapshot: Snapshot, { name }: Table): RawBuilder<unknown> => named(snapshot, versionTableName(name))

const named = <Row>({ schemas }: Snapshot, table: string): RawBuilder<Row> => sql`${sql.table(`${schemaHolding(schemas, table)}.${table}`)}`
