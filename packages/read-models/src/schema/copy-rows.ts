import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from } from 'pg-copy-streams'
import type { Cell, Row, Table } from '../read-model.ts'
import { qualified, quote } from './quote.ts'

/** Writes rows with COPY: one round trip for one row or for ten thousand. */
export async function copyRows(client: ClientBase, schema: string, table: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const encoders = Object.entries(table.columns).map(([column, type]) => [column, encoderOf(type)] as const)
  const lines = rows.map((row) => encoders.map(([column, encode]) => encodeCell(row[column] ?? null, encode)).join('\t'))
  await copyText(client, schema, table, `${lines.join('\n')}\n`)
}

/** As `copyRows`, for lines already in COPY's text format. */
export async function copyText(client: ClientBase, schema: string, table: Table, text: string): Promise<void> {
  const columns = Object.keys(table.columns).map(quote).join(', ')
  const sink: Writable = client.query(from(`copy ${qualified(schema, table.name)} (${columns}) from stdin`))
  sink.end(Buffer.from(text))
  await finished(sink)
}

const encodeCell = (cell: Cell, encode: Encoder): string => (cell === null ? nothing : encode(cell))

type Encoder = (cell: Exclude<Cell, null>) => string

const nothing = '\\N'

function encoderOf(type: string): Encoder {
  if (type.startsWith('json')) return (cell) => escape(JSON.stringify(cell))
  if (type.startsWith('text[]')) return (cell) => escape(arrayOf(cell as readonly string[]))
  return (cell) => escape(typeof cell === 'string' ? withoutNul(cell) : JSON.stringify(cell))
}

/** Columns of text hold names and words of any origin; PostgreSQL takes every character but NUL. */
const withoutNul = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text)

const arrayOf = (items: readonly string[]): string =>
  `{${items.map((item) => `"${withoutNul(item).replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`

const special = /[\\\n\r\t]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const escape = (text: string): string => (special.test(text) ? text.replaceAll(/[\\\n\r\t]/g, (found) => escapes[found] ?? found) : text)
