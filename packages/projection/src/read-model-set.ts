import { categoryOf } from '@outstanding/domain'
import { versionsTableOf } from './bitemporal/tables.ts'
import { logTables } from './log-tables/log-tables.ts'
import type { ReadModel, Table } from './read-model.ts'

/** The read models of a product, and what follows from them. */
export type ReadModelSet = {
  /** The tables of the read models themselves. */
  readonly tables: readonly Table[]
  /** Each of them, as it stands today and in every version there was. */
  readonly derivedTables: readonly Table[]
  /** With the tables of the log. */
  readonly allTables: readonly Table[]
  /** Whether some read model reads this stream: a type there that is not known is one it ought to know. */
  reads(stream: string): boolean
  /** Those that read this stream. */
  of(stream: string): readonly ReadModel[]
}

export function readModelSet(models: readonly ReadModel[]): ReadModelSet {
  const byCategory = Map.groupBy(models, ({ category }) => category)
  const tables = models.flatMap((model) => model.tables)
  const derivedTables = tables.flatMap((table) => [table, versionsTableOf(table)])
  const of = (stream: string): readonly ReadModel[] => byCategory.get(categoryOf(stream)) ?? []
  return { tables, derivedTables, allTables: [...logTables, ...derivedTables], of, reads: (stream) => of(stream).length > 0 }
}
