import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from } from 'pg-copy-streams'
import type { Row, Table } from '../read-model/read-model.ts'
import { putCopyText } from './copy-text.ts'
import { quote } from './quote.ts'
import type { Schemas } from './schemas.ts'
import { placed } from './schemas.ts'

/** Writes rows with COPY: one round trip for one row or for ten thousand. */
export async function copyRows(client: ClientBase, schemas: Schemas, table: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const pieces: Buffer[] = []
  putCopyText(table, rows, (piece) => pieces.push(Buffer.from(piece)))
  await copy(client, intoTable(schemas, table), Buffer.concat(pieces))
}

/**
 * Writes text of `putCopyText` into a table that this transaction created. All rows become visible with the table, and nothing is left to be
 * marked on the first reading or the next vacuum.
 */
export const copyIntoNew = (client: ClientBase, schemas: Schemas, table: Table, text: Buffer): Promise<void> =>
  copy(client, `${intoTable(schemas, table)} with (freeze)`, text)

const intoTable = (schemas: Schemas, table: Table): string =>
  `copy ${placed(schemas, table)} (${Object.keys(table.columns).map(quote).join(', ')}) from stdin`

async function copy(client: ClientBase, statement: string, text: Buffer): Promise<void> {
  const sink: Writable = client.query(from(statement))
  sink.end(text)
  await finished(sink)
}
