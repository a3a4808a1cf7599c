import { categoryOf } from '@outstanding/domain'
import { isOfToday, versionRow } from '../bitemporal/version-tables.ts'
import type { Version } from '../bitemporal/versions-of.ts'
import { versionsOf } from '../bitemporal/versions-of.ts'
import type { History, ReadModel, Row, Table } from '../read-model/read-model.ts'

/** What is written of one table of a read model. */
export type TableRows = {
  readonly table: Table
  /** The streams whose rows changed since then. Nothing is written for the others. */
  readonly streams: readonly string[]
  readonly today: readonly Row[]
  /** The current versions, and those that ended since then. */
  readonly versions: readonly Row[]
}

export type RowsResult =
  | { readonly ok: true; readonly rows: readonly TableRows[] }
  | { readonly ok: false; readonly stream: string; readonly reason: string }

type Collected = Map<Table, { streams: string[]; today: Row[]; versions: Row[] }>

/**
 * Pure. Versions that ended before index `since` of the log are left out, because they were written before. If a read model throws on a
 * history, the stream and the reason are returned; the stream is never left out.
 */
export function rowsOf(models: readonly ReadModel[], histories: readonly History[], since: number): RowsResult {
  const byTable: Collected = new Map()
  for (const history of histories)
    for (const model of modelsOf(models, history.stream)) {
      try {
        collect(versionsOf(model, history), history.stream, since, byTable)
      } catch (error) {
        return { ok: false, stream: history.stream, reason: `${model.name}: ${error instanceof Error ? error.message : String(error)}` }
      }
    }
  return { ok: true, rows: [...byTable].map(([table, rows]) => ({ table, ...rows })) }
}

const modelsOf = (models: readonly ReadModel[], stream: string): readonly ReadModel[] => {
  const category = categoryOf(stream)
  return models.filter((model) => model.category === category)
}

function collect(all: readonly Version[], stream: string, since: number, byTable: Collected): void {
  for (const [table, versions] of Map.groupBy(all, (version) => version.table)) {
    if (!versions.some(({ knownFrom, knownTo }) => knownFrom >= since || (knownTo ?? -1) >= since)) continue
    const into = byTable.get(table) ?? { streams: [], today: [], versions: [] }
    byTable.set(table, into)
    into.streams.push(stream)
    for (const version of versions) {
      if (isOfToday(version)) into.today.push(version.row)
      if ((version.knownTo ?? since) >= since) into.versions.push(versionRow(version))
    }
  }
}
