import { versionsTableOf } from './both-times/tables.ts'
import type { ReadModel, Table } from './read-model.ts'
import { offices } from './offices/project.ts'
import { people } from './people/project.ts'
import { policies } from './policies/project.ts'
import { recommendationList } from './recommendation-list/project.ts'
import { reports } from './reports/project.ts'
import { parkedStreamTable } from './parking/table.ts'
import { streamRevisionTable, timelineTable } from './timeline/table.ts'

/** A new read model is one folder and one line here. */
export const allReadModels: readonly ReadModel[] = [recommendationList, reports, offices, people, policies]

/** What is kept of the log itself: loaded in its order, before anything is derived from it. */
export const logTables: readonly Table[] = [timelineTable, streamRevisionTable, parkedStreamTable]

/** Each read model's tables, as they stand today and in every version there was. */
export const derivedTables: readonly Table[] = allReadModels.flatMap(({ tables }) =>
  tables.flatMap((table) => [table, versionsTableOf(table)]),
)

export const allTables: readonly Table[] = [...logTables, ...derivedTables]

/** The columns of its own that a read model's table has, by the table's name. */
export const derivedColumns: ReadonlyMap<string, readonly string[]> = new Map(
  allReadModels.flatMap(({ tables }) => tables.map(({ name, columns }): [string, readonly string[]] => [name, Object.keys(columns)])),
)

/** Categories of streams that some read model reads: a type there that is not known is one it ought to know. */
export const knownCategories: ReadonlySet<string> = new Set(allReadModels.map((model) => model.category))
