import type { Table } from '../read-model/read-model.ts'
import { qualified } from './quote.ts'

/** In which schema each table is, by the table's name: each read model has a schema of its own. */
export type Schemas = ReadonlyMap<string, string>

/** The table with its schema, as SQL names it. */
export function placed(schemas: Schemas, { name }: Table): string {
  return qualified(schemaHolding(schemas, name), name)
}

export function schemaHolding(schemas: Schemas, table: string): string {
  const schema = schemas.get(table)
  if (schema === undefined) throw new Error(`no schema holds the table ${table}: the read models are of another release`)
  return schema
}

export const inOneSchema = (schema: string, tables: readonly Table[]): Schemas => new Map(tables.map(({ name }) => [name, schema]))
