import type { ReadModel, Table } from './read-model.ts'
import { offices } from './offices/project.ts'
import { people } from './people/project.ts'
import { policies } from './policies/project.ts'
import { recommendationList } from './recommendation-list/project.ts'
import { reports } from './reports/project.ts'
import { streamRevisionTable, timelineTable } from './timeline/table.ts'

/** A new read model is one folder and one line here. */
export const allReadModels: readonly ReadModel[] = [recommendationList, reports, offices, people, policies]

export const allTables: readonly Table[] = [timelineTable, streamRevisionTable, ...allReadModels.flatMap((model) => model.tables)]

/** Categories of streams that some read model reads: a type there that is not known is one it ought to know. */
export const knownCategories: ReadonlySet<string> = new Set(allReadModels.map((model) => model.category))
