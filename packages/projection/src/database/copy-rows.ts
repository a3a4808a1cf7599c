import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from } from 'pg-copy-streams'
import type { Row, Table } from '../read-model/read-model.ts'
import { putCopyText } from './copy-text.ts'
import { qualified, quote } from './quote.ts'

/** Writes rows with COPY: one round trip for one row or for ten thousand. */
export async function copyRows(client: ClientBase, schema: string, table: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const pieces: Buffer[] = []
  putCopyText(table, rows, (piece) => pieces.push(Buffer.from(piece)))
  await copy(client, intoTable(schema, table), Buffer.concat(pieces))
}

/**
 * Writes text of `putCopyText` into a table that this transaction created. All rows become visible with the table, and nothing is left to be
 * marked on the first reading or the next vacuum.
 */
export const copyIntoNew = (client: ClientBase, schema: string, table: Table, text: Buffer): Promise<void> =>
  copy(client, `${intoTable(schema, table)} with (freeze)`, text)

const intoTable = (schema: string, table: Table): string =>
  `copy ${qualified(schema, table.name)} (${Object.keys(table.columns).map(quote).join(', ')}) from stdin`

async function copy(client: ClientBase, statement: string, text: Buffer): Promise<void> {
  const sink: Writable = client.query(from(statement))
  sink.end(text)
  await finished(sink)
}
