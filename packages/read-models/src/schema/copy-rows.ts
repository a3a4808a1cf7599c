import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from } from 'pg-copy-streams'
import type { Cell, Row, Table } from '../read-model.ts'
import { qualified, quote } from './quote.ts'

/** Writes rows with COPY: one round trip for one row or for ten thousand. */
export async function copyRows(client: ClientBase, schema: string, table: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(table.columns).map(quote).join(', ')
  const sink: Writable = client.query(from(`copy ${qualified(schema, table.name)} (${columns}) from stdin`))
  sink.end(copyText(table, rows))
  await finished(sink)
}

/** Of a long text, put together from many, the bytes are found much more slowly than of several short ones. */
const charactersAtOnce = 16_384

/** Rows in COPY's text format: a line a row, tabs between the cells. */
function copyText(table: Table, rows: readonly Row[]): Buffer {
  const encoders = Object.entries(table.columns).map(([column, type]) => ({ column, encode: encoderOf(type) }))
  const chunks: Buffer[] = []
  let text = ''
  for (const row of rows) {
    let separator = ''
    for (const { column, encode } of encoders) {
      const cell = row[column] ?? null
      text += separator + (cell === null ? String.raw`\N` : encode(cell))
      separator = '\t'
    }
    text += '\n'
    if (text.length < charactersAtOnce) continue
    chunks.push(Buffer.from(text))
    text = ''
  }
  chunks.push(Buffer.from(text))
  return Buffer.concat(chunks)
}

type Encoder = (cell: Exclude<Cell, null>) => string

function encoderOf(type: string): Encoder {
  if (type.startsWith('json')) return (cell) => withoutBackslashes(JSON.stringify(cell))
  if (type.startsWith('text[]')) return (cell) => escaped(arrayOf(cell as readonly string[]))
  return (cell) => (typeof cell === 'string' ? escaped(withoutNul(cell)) : JSON.stringify(cell))
}

/** JSON has no bare line ends and tabs: only its own escapes need another. */
const withoutBackslashes = (json: string): string => (json.includes('\\') ? json.replaceAll('\\', String.raw`\\`) : json)

/** Columns of text hold names and words of any origin; PostgreSQL takes every character but NUL. */
const withoutNul = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text)

const arrayOf = (items: readonly string[]): string =>
  `{${items.map((item) => `"${withoutNul(item).replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`

const escapes: Readonly<Record<string, string>> = { '\\': String.raw`\\`, '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` }
const escaped = (text: string): string =>
  /[\\\n\r\t]/.test(text) ? text.replaceAll(/[\\\n\r\t]/g, (found) => escapes[found] ?? found) : text
