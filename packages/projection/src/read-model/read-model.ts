import type { Fact, Recorded } from '@outstanding/domain'

/** What a cell can hold. Objects and arrays go into `json` columns, arrays of strings into `text[]`. */
export type Cell = string | number | boolean | null | readonly unknown[] | object
export type Row = Readonly<Record<string, Cell>>
/** Rows by the name of their table. */
export type Rows = Readonly<Record<string, readonly Row[]>>

/**
 * A table of the versioned schema. Every table has a column `stream`: a stream's rows are replaced as a whole.
 * `columns` gives each column's SQL type in the order of the table; `indexes` are what follows `create index on <table>`, and are
 * made once a new table is loaded. `earlyIndexes` are there before, as the key is: rows come in their order, or many at a time to one
 * place, so that it costs less to keep them meanwhile.
 */
export type Table = {
  readonly name: string
  readonly columns: Readonly<Record<string, string>>
  readonly primaryKey: readonly string[]
  readonly indexes: readonly string[]
  readonly earlyIndexes?: readonly string[]
}

/** A table that knows the type of its rows, for queries. */
export type TableOf<R> = Table & { readonly row?: R }

/** Ties the columns to the row's type: neither can have one that the other has not. */
export const defineTable = <R extends { readonly stream: string }>(
  table: Table & { readonly columns: Readonly<Record<keyof R & string, string>> },
): TableOf<R> => table

type AnyFact = Fact<string, unknown>
/** An event with its place in the whole log: the dense index, from 0. */
export type IndexedEvent = { readonly index: number; readonly event: Recorded<AnyFact> }

export type History = {
  readonly stream: string
  /** Every event of the stream so far, in the order of the log. Never empty. */
  readonly events: readonly IndexedEvent[]
}

/**
 * A read model is a fold of one stream and a pure function from its state to rows. It knows nothing of time: the rows of every
 * day and of every place of the log follow from it (`versionsOf`), and so does what a rebuild writes. What joins several streams
 * is a query.
 */
export type ReadModel<State = unknown, F extends AnyFact = AnyFact> = {
  /** In lower case, with hyphens. */
  readonly name: string
  /**
   * One more whenever its rows become others though the log is the same: another column, another value, another fold. This read model
   * is then rebuilt, and no other.
   */
  readonly version: number
  /** The category of streams that it reads: what stands before the first `-` of the stream's name. */
  readonly category: string
  readonly tables: readonly Table[]
  readonly initial: State
  evolve(state: State, event: Recorded<F>): State
  /** At most one row for each primary key; a table that is not named has none. */
  rows(state: State, stream: string): Rows
}

/** Categories of streams that some read model reads: a type there that is not known is one it ought to know. */
export const categoriesOf = (models: readonly ReadModel[]): ReadonlySet<string> =>
  new Set(models.filter(({ tables }) => tables.length > 0).map(({ category }) => category))

/** Forgets of which facts a read model is made: streams of its category hold no others. */
export const defineReadModel = <State, F extends AnyFact>(model: ReadModel<State, F>): ReadModel => model

/**
 * Takes the place of a read model that is no more in the list, with the version after its last: its tables are dropped, and the version
 * of all read models together goes on growing.
 */
export const removedReadModel = (name: string, version: number): ReadModel => ({
  name,
  version,
  category: '',
  tables: [],
  initial: null,
  evolve: (state) => state,
  rows: () => ({}),
})
