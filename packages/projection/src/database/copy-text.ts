import type { Cell, Row, Table } from '../read-model/read-model.ts'

/** Of a long text, put together from many, the bytes are found much more slowly than of several short ones. */
const charactersAtOnce = 16_384

/** Gives rows in COPY's text format, a line a row and tabs between the cells, in pieces that hold whole rows. */
export function putCopyText({ columns }: Table, rows: readonly Row[], put: (piece: string) => void): void {
  const encoders = encodersOf(columns)
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
    put(text)
    text = ''
  }
  if (text !== '') put(text)
}

type Encoder = (cell: Exclude<Cell, null>) => string
type Encoders = readonly { readonly column: string; readonly encode: Encoder }[]

const encodersByColumns = new WeakMap<Table['columns'], Encoders>()

function encodersOf(columns: Table['columns']): Encoders {
  const encoders = encodersByColumns.get(columns) ?? Object.entries(columns).map(([column, type]) => ({ column, encode: encoderOf(type) }))
  encodersByColumns.set(columns, encoders)
  return encoders
}

/** Types whose texts have nothing to escape. */
const plain = /^(uuid|date|timestamptz|boolean|int|bigint|int8range|daterange)\b(?!\[)/

function encoderOf(type: string): Encoder {
  if (plain.test(type)) return String
  if (type.startsWith('json')) return (cell) => withoutBackslashes(JSON.stringify(cell))
  if (type.startsWith('text[]')) return (cell) => escaped(arrayOf(cell as readonly string[]))
  return (cell) => escaped(typeof cell === 'string' ? cell : JSON.stringify(cell))
}

/** JSON has no bare line ends and tabs: only its own escapes need another. */
const withoutBackslashes = (json: string): string => (json.includes('\\') ? json.replaceAll('\\', String.raw`\\`) : json)

const arrayOf = (items: readonly string[]): string =>
  `{${items.map((item) => `"${item.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`

/** Columns of text hold names and words of any origin; PostgreSQL takes every character but NUL. */
const escapes: Readonly<Record<string, string>> = {
  '\\': String.raw`\\`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
  '\0': '\uFFFD',
}
const escaped = (text: string): string =>
  /[\\\n\r\t\0]/.test(text) ? text.replaceAll(/[\\\n\r\t\0]/g, (found) => escapes[found] ?? found) : text
