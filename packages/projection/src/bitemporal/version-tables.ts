import type { ReadModel, Row, Table } from '../read-model/read-model.ts'
import type { Version } from './versions-of.ts'

export const versionTableName = (name: string): string => `${name}_version`

/**
 * The table of every version of a row: `known` is the range of log indexes at which it was recorded, `valid` the days on which it is valid.
 * They are the first columns, because PostgreSQL finds early columns of a row faster. Lists are indexed by both ranges, single items by
 * stream. The read model's own table has only the rows that are current today.
 */
export function versionsTableOf(table: Table): Table {
  const versions = versionTables.get(table) ?? {
    name: versionTableName(table.name),
    columns: { known: 'int8range not null', valid: 'daterange not null', ...table.columns },
    primaryKey: [],
    earlyIndexes: [byStream],
    indexes: [
      byTimes,
      ...(Object.hasOwn(table.columns, 'authority') ? [byAuthorityAndTimes] : []),
      ...table.indexes.filter((index) => index !== byStream),
    ],
  }
  versionTables.set(table, versions)
  return versions
}

/** The tables of read models: the current one and the one with every version. */
export const derivedTables = (models: readonly ReadModel[]): readonly Table[] =>
  models.flatMap(({ tables }) => tables.flatMap((table) => [table, versionsTableOf(table)]))

/** Cached, because it is needed for every row that is written. */
const versionTables = new WeakMap<Table, Table>()

const byStream = '(stream)'
const byTimes = 'using gist (known, valid)'
/** Most lists are for one authority. This index needs the extension `btree_gist`; without it, lists of the past are slower. */
export const byAuthorityAndTimes = 'using gist (authority, known, valid)'

/** Whether a version is current today. No entry has a future day, so an open-ended row is valid today. */
export const isOfToday = ({ to, knownTo }: Version): boolean => to === null && knownTo === null

export const versionRow = ({ row, from, to, knownFrom, knownTo }: Version): Row => ({
  known: `[${knownFrom},${knownTo ?? ''})`,
  valid: `[${from},${to ?? ''})`,
  ...row,
})
