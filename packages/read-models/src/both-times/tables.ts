import type { Table } from '../read-model.ts'
import type { Version } from './versions-of.ts'

/** What every read model's table has beside its own columns: the days on which a row holds. */
const valid = { valid: 'daterange not null' }

/** The rows known today: an ordinary table, one row for each stretch of days on which nothing of it changed. */
export const currentOf = (table: Table): Table => ({
  ...table,
  columns: { ...table.columns, ...valid },
  primaryKey: [...table.primaryKey, 'valid'],
})

export const versionTableName = (name: string): string => `${name}_version`

/**
 * Every row that was ever known: `known` are the places of the log (dense index) at which it was. A whole list as known at a place is
 * found by both ranges, one item by its stream.
 */
export const versionsTableOf = (table: Table): Table => ({
  name: versionTableName(table.name),
  columns: { ...table.columns, ...valid, known: 'int8range not null' },
  primaryKey: [],
  indexes: ['(stream)', 'using gist (known, valid)'],
})

export const currentRow = ({ row, from, to }: Version): Readonly<Record<string, Version['row'][string]>> => ({
  ...row,
  valid: `[${from},${to ?? ''})`,
})

export const versionRow = (version: Version): Readonly<Record<string, Version['row'][string]>> => ({
  ...currentRow(version),
  known: `[${version.knownFrom},${version.knownTo ?? ''})`,
})
