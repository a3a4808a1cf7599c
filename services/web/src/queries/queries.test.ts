import { readFile } from 'node:fs/promises'
import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { queriesFile, queriesFrom, queryDocuments, schemaFile } from './write-queries.ts'

const schema = await readFile(schemaFile, 'utf8')

test('the committed queries are those of the .graphql files under the schema of the API: `npm run schema` writes them', async () => {
  expect(await readFile(queriesFile, 'utf8')).toBe(await queriesFrom(schema, await queryDocuments()))
})

test('a query that does not fit the schema is refused', async () => {
  const planted = { location: 'planted.graphql', document: parse('query Planted { recommendations { edges { node { titel } } } }') }
  await expect(queriesFrom(schema, [planted])).rejects.toThrow(/titel/)
})
