import type { ClientBase } from 'pg'
import { derivedTables } from '../bitemporal/version-tables.ts'
import type { Schemas } from '../database/schemas.ts'
import { createExtension, createSchemas, createTables, nextOrdinal } from '../database/versioned-schema.ts'
import type { BuiltModel } from '../position/built-models.ts'
import { schemasOf } from '../position/built-models.ts'
import type { Current } from '../position/progress.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import { begin } from './build.ts'
import { declaredModel, toBuild } from './declared-models.ts'
import { recordModels } from './recorded-models.ts'

/** Read models that are built beside those in use, from the log's own tables. */
export type Beside = {
  /** What they will be part of, as it was when they were begun. */
  readonly current: Current
  readonly models: readonly ReadModel[]
  readonly built: readonly BuiltModel[]
  /** The tables of these models where they are built, and all others where they are in use. */
  readonly schemas: Schemas
}

/** Begins their tables, in a transaction that the caller commits once they are loaded. */
export async function beginBeside(client: ClientBase, current: Current, models: readonly ReadModel[]): Promise<Beside> {
  const built = toBuild(await nextOrdinal(client), models.map(declaredModel))
  const schemas = new Map([...current.schemas, ...schemasOf(built)])
  await createExtension(client)
  await begin(client)
  await createSchemas(
    client,
    built.map(({ schema }) => schema),
  )
  await createTables(client, schemas, derivedTables(models))
  await recordModels(client, current.schema, built, 'BUILDING')
  return { current, models, built, schemas }
}
