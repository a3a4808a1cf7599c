import { allReadModels } from '../all-read-models.ts'
import type { History, ReadModel, Row, Table } from '../read-model.ts'
import { categoryOf } from '../read-model.ts'

/** The rows of many streams, by table, ready to be written. */
export type RowsByTable = ReadonlyMap<Table, readonly Row[]>

export type RowsResult =
  | { readonly ok: true; readonly rows: RowsByTable }
  | { readonly ok: false; readonly stream: string; readonly reason: string }

/** Pure. A read model that throws on a history has met something that it cannot tell: named, never left out. */
export function rowsOf(histories: readonly History[]): RowsResult {
  const rows = new Map<Table, Row[]>()
  for (const history of histories) {
    const category = categoryOf(history.stream)
    for (const model of allReadModels) {
      if (model.category !== category) continue
      try {
        collect(model, history, rows)
      } catch (error) {
        return { ok: false, stream: history.stream, reason: `${model.name}: ${error instanceof Error ? error.message : String(error)}` }
      }
    }
  }
  return { ok: true, rows }
}

function collect(model: ReadModel, history: History, rows: Map<Table, Row[]>): void {
  const given = model.rows(history)
  for (const table of model.tables) {
    const ofTable = rows.get(table) ?? []
    if (ofTable.length === 0) rows.set(table, ofTable)
    ofTable.push(...(given[table.name] ?? []))
  }
}
