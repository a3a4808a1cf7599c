import { allReadModels } from '../all-read-models.ts'
import { isOfToday, versionRow } from '../both-times/tables.ts'
import type { Version } from '../both-times/versions-of.ts'
import { versionsOf } from '../both-times/versions-of.ts'
import type { History, ReadModel, Row, Table } from '../read-model.ts'
import { categoryOf } from '../read-model.ts'

/** What is written of one table of a read model for some streams. */
export type TableRows = {
  readonly table: Table
  readonly today: readonly Row[]
  /** Those still known, and those that ceased to be since the place asked for. */
  readonly versions: readonly Row[]
}

export type RowsResult =
  | { readonly ok: true; readonly rows: readonly TableRows[] }
  | { readonly ok: false; readonly stream: string; readonly reason: string }

/**
 * Pure. What ceased to be known before the place `since` of the log is left out: it was written before. A read model that throws on a
 * history has met something that it cannot tell: named, never left out.
 */
export function rowsOf(histories: readonly History[], since: number): RowsResult {
  const byTable = new Map<Table, { today: Row[]; versions: Row[] }>()
  for (const history of histories)
    for (const model of modelsOf(history.stream)) {
      try {
        collect(model, history, since, byTable)
      } catch (error) {
        return { ok: false, stream: history.stream, reason: `${model.name}: ${error instanceof Error ? error.message : String(error)}` }
      }
    }
  return { ok: true, rows: [...byTable].map(([table, rows]) => ({ table, ...rows })) }
}

const modelsOf = (stream: string): readonly ReadModel[] => {
  const category = categoryOf(stream)
  return allReadModels.filter((model) => model.category === category)
}

function collect(model: ReadModel, history: History, since: number, byTable: Map<Table, { today: Row[]; versions: Row[] }>): void {
  // Every table is there, also without rows: what the streams had in it is to go.
  for (const table of model.tables) if (!byTable.has(table)) byTable.set(table, { today: [], versions: [] })
  for (const version of versionsOf(model, history)) {
    const into = byTable.get(version.table)
    if (isOfToday(version)) into?.today.push(version.row)
    if (isNews(version, since)) into?.versions.push(versionRow(version))
  }
}

const isNews = ({ knownTo }: Version, since: number): boolean => knownTo === null || knownTo >= since
