import type { ClientBase } from 'pg'
import { versionsTableOf } from '../bitemporal/version-tables.ts'
import { copyRows } from '../database/copy-rows.ts'
import type { Schemas } from '../database/schemas.ts'
import { placed } from '../database/schemas.ts'
import type { TableRows } from './rows-of.ts'

/**
 * Replaces the rows of the batch's streams, in the caller's transaction. LATEST: versions that ended earlier stay as they are. ALL: every
 * version is among the rows given.
 */
export async function replaceRows(
  client: ClientBase,
  schemas: Schemas,
  rows: readonly TableRows[],
  which: 'LATEST' | 'ALL',
): Promise<void> {
  for (const { table, streams, today, versions } of rows) {
    const ofVersions = versionsTableOf(table)
    await client.query(
      `with gone as (delete from ${placed(schemas, table)} where stream = any ($1::text[]))
       delete from ${placed(schemas, ofVersions)} where stream = any ($1::text[])${which === 'LATEST' ? ' and upper_inf(known)' : ''}`,
      [streams],
    )
    await copyRows(client, schemas, table, today)
    await copyRows(client, schemas, ofVersions, versions)
  }
}
