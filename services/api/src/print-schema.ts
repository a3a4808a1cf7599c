import { writeFile } from 'node:fs/promises'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './schema.ts'

/** Where the printed schema is committed. */
export const schemaFile = new URL('../schema.graphql', import.meta.url)

/** The whole schema in one order, so that a difference is a change. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`

if (import.meta.main) await writeFile(schemaFile, printedSchema())
