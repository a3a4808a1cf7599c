import type { IsoDate } from '@outstanding/domain'
import type { Cell, Row, Rows, Table } from '../read-model/read-model.ts'

/** A row that holds on the days from `from` until before `to` (null: it still holds), as known from place `knownFrom` of the log on. */
export type Segment = {
  readonly table: Table
  readonly row: Row
  readonly from: IsoDate
  readonly to: IsoDate | null
  readonly knownFrom: number
}

/** What is known at one place of the log: the segments of every table and key, in order of their days, the neighbours unlike. */
export type Known = Map<Table, Map<Key, Segment[]>>
/** The primary key of a row as text; where it has several columns, as JSON. */
type Key = string

/** Says that a segment is no longer known. */
export type Retire = (segment: Segment) => void

/**
 * From `day` on the stream amounts to `rows`; nothing is known of later days. Segments that say otherwise are retired, and what is
 * known instead is known from `index` on.
 */
export function succeed(known: Known, tables: readonly Table[], day: IsoDate, { rows, index, retire }: Succession): void {
  for (const table of tables) {
    const segments = segmentsOf(known, table)
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
    // What held for a part of a day only is not to be seen on any day.
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

function segmentsOf(known: Known, table: Table): Map<Key, Segment[]> {
  const segments = known.get(table) ?? new Map<Key, Segment[]>()
  if (segments.size === 0) known.set(table, segments)
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

/** Cells that are not plain values are compared by what they hold. */
export const isSameRow = (table: Table, a: Row, b: Row): boolean =>
  a === b || Object.keys(table.columns).every((column) => isSameCell(a[column], b[column]))

const isSameCell = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
