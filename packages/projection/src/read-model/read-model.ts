import type { Fact, Recorded } from '@outstanding/domain'
import { removalIn } from '@outstanding/domain'

/** What a cell can hold. Objects and arrays go into `json` columns, arrays of strings into `text[]`. */
export type Cell = string | number | boolean | null | readonly unknown[] | object
export type Row = Readonly<Record<string, Cell>>
/** Rows by the name of their table. */
export type Rows = Readonly<Record<string, readonly Row[]>>

/**
 * A table of the versioned schema. Every table has a column `stream`: a stream's rows are replaced as a whole.
 * `columns` gives each column's SQL type in the order of the table; `indexes` are what follows `create index on <table>`, and are
 * created after a new table is loaded. `earlyIndexes` are created before loading, like the key: rows arrive in index order, so maintaining
 * them is cheaper than building them later.
 */
export type Table = {
  readonly name: string
  readonly columns: Readonly<Record<string, string>>
  readonly primaryKey: readonly string[]
  readonly indexes: readonly string[]
  readonly earlyIndexes?: readonly string[]
}

/** A table with the type of its rows, for queries. */
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
 * A read model is a fold of one stream and a pure function from its state to rows. It does not handle time: the rows for every day and
 * every index of the log are derived from it (`versionsOf`), and so are the rows that a rebuild writes. A query joins several streams.
 */
export type ReadModel<State = unknown, F extends AnyFact = AnyFact> = {
  /** In lower case, with hyphens. */
  readonly name: string
  /**
   * Raise it by one whenever the same log gives different rows: another column, value or fold. Only this read model is then rebuilt.
   * `test/golden-rows` fails if it is forgotten.
   */
  readonly version: number
  /** The category of the streams that it reads: the part of the stream's name before the first `-`. */
  readonly category: string
  readonly tables: readonly Table[]
  readonly initial: State
  evolve(state: State, event: Recorded<F>): State
  /** At most one row for each primary key; a table that is not named has none. */
  rows(state: State, stream: string): Rows
}

/** The categories that some read model reads. An unknown event type in one of them is a fault. */
export const categoriesOf = (models: readonly ReadModel[]): ReadonlySet<string> =>
  new Set(models.filter(({ tables }) => tables.length > 0).map(({ category }) => category))

/**
 * Drops the type of the events: streams of its category contain no others but removals of texts. No aggregate declares
 * those, and they change no row: the texts are gone from the entries themselves.
 */
export const defineReadModel = <State, F extends AnyFact>(model: ReadModel<State, F>): ReadModel => ({
  ...model,
  evolve: (state: State, event: Recorded<F>) => (removalIn(event) === null ? model.evolve(state, event) : state),
})

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
