import type { IsoDate } from '@outstanding/domain'
import type { Cell, Row, Rows, Table } from '../read-model/read-model.ts'

/** A row that is valid on the days from `from` to before `to` (null: open-ended), as recorded from index `knownFrom` of the log on. */
export type Segment = {
  readonly table: Table
  readonly row: Row
  readonly from: IsoDate
  readonly to: IsoDate | null
  readonly knownFrom: number
}

/** The segments of every table and key at one index of the log, in order of their days. Two neighbours never have the same row. */
export type CurrentSegments = Map<Table, Map<Key, Segment[]>>
/** The primary key of a row as text; where it has several columns, as JSON. */
type Key = string

/** Called with a segment that is no longer current. */
export type Retire = (segment: Segment) => void

/**
 * Makes `rows` the rows of the stream from `day` on. No later day may have been added before. Segments that differ are retired, and
 * what replaces them is known from `index` on.
 */
export function succeed(current: CurrentSegments, tables: readonly Table[], day: IsoDate, { rows, index, retire }: Succession): void {
  for (const table of tables) {
    const segments = segmentsOf(current, table)
    const next = keyed(table, rows[table.name] ?? [])
    for (const [key, row] of next) succeedOne(entryOf(segments, key), { table, row, day, index, retire })
    for (const [key, ended] of segments) if (!next.has(key)) succeedOne(ended, { table, row: null, day, index, retire })
  }
}

type Succession = { readonly rows: Rows; readonly index: number; readonly retire: Retire }
type Step = {
  readonly table: Table
  readonly row: Row | null
  readonly day: IsoDate
  readonly index: number
  readonly retire: Retire
}

function succeedOne(segments: Segment[], { table, row, day, index, retire }: Step): void {
  const tail = segments.at(-1)?.to === null ? segments.at(-1) : undefined
  if (tail && row !== null && isSameRow(table, tail.row, row)) return
  if (tail) {
    segments.pop()
    retire(tail)
    // A row that was replaced on the day it began was never valid at the end of a day.
    if (tail.from < day) segments.push({ ...tail, to: day, knownFrom: index })
  }
  if (row === null) return
  const before = segments.at(-1)
  if (before?.to === day && isSameRow(table, before.row, row)) {
    segments.pop()
    retire(before)
    segments.push({ ...before, to: null, knownFrom: index })
  } else segments.push({ table, row, from: day, to: null, knownFrom: index })
}

function segmentsOf(current: CurrentSegments, table: Table): Map<Key, Segment[]> {
  const segments = current.get(table) ?? new Map<Key, Segment[]>()
  if (segments.size === 0) current.set(table, segments)
  return segments
}

function entryOf(segments: Map<Key, Segment[]>, key: Key): Segment[] {
  const entry = segments.get(key) ?? []
  if (entry.length === 0) segments.set(key, entry)
  return entry
}

function keyed(table: Table, rows: readonly Row[]): ReadonlyMap<Key, Row> {
  if (rows.length === 0) return none
  const byKey = new Map<Key, Row>()
  for (const row of rows) {
    const key = keyOf(table, row)
    if (byKey.has(key)) throw new Error(`two rows of ${table.name} have the key ${key}`)
    byKey.set(key, row)
  }
  return byKey
}

const none: ReadonlyMap<Key, Row> = new Map()

function keyOf({ primaryKey }: Table, row: Row): Key {
  const [only] = primaryKey
  const cell = primaryKey.length === 1 && only !== undefined ? row[only] : undefined
  return typeof cell === 'string' ? cell : JSON.stringify(primaryKey.map((column) => row[column]))
}

/** Objects are compared by their content. */
export const isSameRow = (table: Table, a: Row, b: Row): boolean =>
  a === b || Object.keys(table.columns).every((column) => isSameCell(a[column], b[column]))

const isSameCell = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
