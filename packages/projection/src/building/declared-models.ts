import { createHash } from 'node:crypto'
import { derivedTables } from '../bitemporal/version-tables.ts'
import { schemaName } from '../database/versioned-schema.ts'
import type { BuiltModel } from '../position/built-models.ts'
import { logModel } from '../position/built-models.ts'
import type { ReadModel, Table } from '../read-model/read-model.ts'
import { logTables } from './log-tables.ts'

/**
 * The version of the log's own tables and of what is done to every read model alike (how versions are made of a fold): one more, and
 * everything is rebuilt.
 */
const logVersion = 10

/** A read model as this program has it: what is built must be of the same version and fingerprint to be read or written by it. */
export type DeclaredModel = Omit<BuiltModel, 'schema' | 'tables'> & { readonly tables: readonly Table[] }

/** The log first. */
export const declaredModels = (models: readonly ReadModel[]): readonly DeclaredModel[] => [
  { name: logModel, version: logVersion, category: null, tables: logTables, fingerprint: fingerprintOf(null, logTables) },
  ...models.map(declaredModel),
]

export function declaredModel(model: ReadModel): DeclaredModel {
  const { name, version } = model
  const category = model.tables.length > 0 ? model.category : null
  const tables = derivedTables([model])
  return { name, version, category, tables, fingerprint: fingerprintOf(category, tables) }
}

/** The version of all read models together: the sum, so that it is one more whenever one of them is. */
export const readModelVersion = (models: readonly ReadModel[]): number => models.reduce((sum, { version }) => sum + version, logVersion)

/** Whether what is built has every read model asked for, as it is declared. It may have others. */
export const hasAll = (built: readonly BuiltModel[], declared: readonly DeclaredModel[]): boolean =>
  declared.every((model) => built.some((one) => isAsDeclared(one, model)))

export const isAsDeclared = (built: BuiltModel, { name, version, fingerprint }: DeclaredModel): boolean =>
  built.name === name && built.version === version && built.fingerprint === fingerprint

/** The read models that a build makes of those declared, each in a schema of its own. */
export const toBuild = (ordinal: number, declared: readonly DeclaredModel[]): readonly BuiltModel[] =>
  declared.map(({ name, version, fingerprint, category, tables }) => ({
    name,
    version,
    fingerprint,
    category,
    schema: name === logModel ? schemaName(ordinal) : schemaName(ordinal, name),
    tables: tables.map((table) => table.name),
  }))

const fingerprintOf = (category: string | null, tables: readonly Table[]): string =>
  createHash('sha256')
    .update(JSON.stringify([category, tables]))
    .digest('hex')
    .slice(0, 16)
