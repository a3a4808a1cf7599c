import { derivedTables } from '../bitemporal/version-tables.ts'
import { parkedStreamTable } from '../parking/table.ts'
import type { ReadModel, Table } from '../read-model/read-model.ts'
import { streamRevisionTable, timelineTable } from '../timeline/table.ts'

/** What is kept of the log itself: loaded in its order, before anything is derived from it. */
export const logTables: readonly Table[] = [timelineTable, streamRevisionTable, parkedStreamTable]

export const allTables = (models: readonly ReadModel[]): readonly Table[] => [...logTables, ...derivedTables(models)]
