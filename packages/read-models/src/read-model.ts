import type { Fact, Recorded } from '@outstanding/domain'

/** What a cell can hold. Objects and arrays go into `json` columns, arrays of strings into `text[]`. */
export type Cell = string | number | boolean | null | readonly unknown[] | object
export type Row = Readonly<Record<string, Cell>>

/**
 * A table of the versioned schema. Every table has a column `stream`: a stream's rows are replaced as a whole.
 * `columns` gives each column's SQL type in the order of the table; `indexes` are what follows `create index on <table>`.
 */
export type Table = {
  readonly name: string
  readonly columns: Readonly<Record<string, string>>
  readonly primaryKey: readonly string[]
  readonly indexes: readonly string[]
}

/** Ties the columns to the row's type: neither can have one that the other has not. */
export const defineTable = <R extends { readonly stream: string }>(
  table: Table & { readonly columns: Readonly<Record<keyof R & string, string>> },
): Table => table

export type History = {
  readonly stream: string
  /** Every event of the stream so far, in the order of the log. Never empty. */
  readonly events: readonly Recorded<Fact<string, unknown>>[]
}

/**
 * A read model is a pure function of one stream's history: all its rows, by table. The projector replaces them whenever the
 * stream grows and a rebuild computes them once a stream, so the two cannot differ. What joins several streams is a query.
 */
export type ReadModel = {
  readonly name: string
  /** The category of streams that it reads: what stands before the first `-` of the stream's name. */
  readonly category: string
  readonly tables: readonly Table[]
  rows(history: History): Readonly<Record<string, readonly Row[]>>
}

export const categoryOf = (stream: string): string => {
  const dash = stream.indexOf('-')
  return dash === -1 ? stream : stream.slice(0, dash)
}
