import type { IsoDate } from '@outstanding/domain'
import type { Row, Rows, Table } from '../read-model.ts'

/** A row that holds on the days from `from` until before `to` (null: it still holds), as known from place `knownFrom` of the log on. */
export type Segment = {
  readonly table: Table
  readonly row: Row
  readonly from: IsoDate
  readonly to: IsoDate | null
  readonly knownFrom: number
}

/** What is known at one place of the log: the segments of every key of every table, in order of their days, the neighbours unlike. */
export type Known = Map<string, Segment[]>

/** Says that a segment is no longer known. */
export type Retire = (segment: Segment) => void

/**
 * From `day` on the stream amounts to `rows`; nothing is known of later days. Segments that say otherwise are retired, and what is
 * known instead is known from `index` on.
 */
export function succeed(known: Known, tables: readonly Table[], day: IsoDate, { rows, index, retire }: Succession): void {
  const next = keyed(tables, rows)
  for (const [key, { table, row }] of next) succeedOne(segmentsOf(known, key), { table, row, day, index, retire })
  for (const [key, segments] of known)
    if (!next.has(key)) succeedOne(segments, { table: segments[0]?.table ?? noTable, row: null, day, index, retire })
}

type Succession = { readonly rows: Rows; readonly index: number; readonly retire: Retire }
type Step = {
  readonly table: Table
  readonly row: Row | null
  readonly day: IsoDate
  readonly index: number
  readonly retire: Retire
}

const noTable: Table = { name: '', columns: {}, primaryKey: [], indexes: [] }

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

const segmentsOf = (known: Known, key: string): Segment[] => {
  const segments = known.get(key) ?? []
  if (segments.length === 0) known.set(key, segments)
  return segments
}

function keyed(tables: readonly Table[], rows: Rows): Map<string, { readonly table: Table; readonly row: Row }> {
  const byKey = new Map<string, { readonly table: Table; readonly row: Row }>()
  for (const table of tables)
    for (const row of rows[table.name] ?? []) {
      const key = keyOf(table, row)
      if (byKey.has(key)) throw new Error(`two rows of ${table.name} have the key ${key}`)
      byKey.set(key, { table, row })
    }
  return byKey
}

const keyOf = (table: Table, row: Row): string => `${table.name} ${JSON.stringify(table.primaryKey.map((column) => row[column]))}`

/** Cells that are not plain values are compared by what they hold. */
export const isSameRow = (table: Table, a: Row, b: Row): boolean =>
  a === b ||
  Object.keys(table.columns).every((column) => a[column] === b[column] || JSON.stringify(a[column]) === JSON.stringify(b[column]))
