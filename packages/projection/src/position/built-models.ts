import type { Schemas } from '../database/schemas.ts'
import { stableSchema } from './stable-schema.ts'

/** A read model whose rows are in the database. The log's own tables, from which all others are derived, are one of them: `log`. */
export type BuiltModel = {
  readonly name: string
  readonly version: number
  /** Of its category and of its tables as they were created: another one is another shape, whatever the version says. */
  readonly fingerprint: string
  /** The streams that it reads; null of the log. */
  readonly category: string | null
  readonly schema: string
  readonly tables: readonly string[]
}

/** The name of the log's own tables among the read models. */
export const logModel = 'log'

/** A column of a query from the projections as `p`: the read models that one reads and writes, as JSON, in the order of their names. */
export const modelsInUse = `(
  select coalesce(json_agg(json_build_object('name', m.name, 'version', m.version, 'fingerprint', m.fingerprint, 'category', m.category,
    'schema', m.schema_name, 'tables', m.tables) order by m.name), '[]')
  from ${stableSchema}.read_model m where m.projection = p.schema_name and m.state = 'IN_USE') as models`

export const schemasOf = (models: readonly BuiltModel[]): Schemas =>
  new Map(models.flatMap(({ schema, tables }) => tables.map((table) => [table, schema])))
