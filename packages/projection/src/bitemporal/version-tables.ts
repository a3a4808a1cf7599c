import type { ReadModel, Row, Table } from '../read-model/read-model.ts'
import type { Version } from './versions-of.ts'

export const versionTableName = (name: string): string => `${name}_version`

/**
 * Every row that ever was: `known` are the places of the log (dense index) at which it was known, `valid` the days on which it held. They
 * come first, where they are found without looking through the rest of a row. A whole list is found by both, one item by its stream. The
 * table of the read model itself is an ordinary one: what is known today of today.
 */
export function versionsTableOf(table: Table): Table {
  const versions = known.get(table) ?? {
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
  known.set(table, versions)
  return versions
}

/** The tables of read models: each as it stands today, and in every version there was. */
export const derivedTables = (models: readonly ReadModel[]): readonly Table[] =>
  models.flatMap(({ tables }) => tables.flatMap((table) => [table, versionsTableOf(table)]))

/** Asked for with every row that is written: the same one each time. */
const known = new WeakMap<Table, Table>()

const byStream = '(stream)'
const byTimes = 'using gist (known, valid)'
/** Most lists are those of one authority. It takes an extension; where there is none, lists of the past are slower. */
export const byAuthorityAndTimes = 'using gist (authority, known, valid)'

/** Of what is known today, what holds today: nothing is recorded of a day to come. */
export const isOfToday = ({ to, knownTo }: Version): boolean => to === null && knownTo === null

export const versionRow = ({ row, from, to, knownFrom, knownTo }: Version): Row => ({
  known: `[${knownFrom},${knownTo ?? ''})`,
  valid: `[${from},${to ?? ''})`,
  ...row,
})
