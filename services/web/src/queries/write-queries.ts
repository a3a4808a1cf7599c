import { glob, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { codegen } from '@graphql-codegen/core'
import * as operationTypes from '@graphql-codegen/typescript-operations'
import { buildSchema, Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql'
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'

/** Where the generated queries are committed. */
export const queriesFile = new URL('queries.ts', import.meta.url)
export const schemaFile = new URL('../../../api/schema.graphql', import.meta.url)

type Document = { readonly location: string; readonly document: DocumentNode }

/** The `.graphql` files that stand beside the pages. */
export async function queryDocuments(): Promise<Document[]> {
  const sources = fileURLToPath(new URL('..', import.meta.url))
  const locations: string[] = []
  for await (const location of glob('**/*.graphql', { cwd: sources })) locations.push(location)
  return Promise.all(
    locations.toSorted().map(async (location) => ({ location, document: parse(await readFile(`${sources}${location}`, 'utf8')) })),
  )
}

const config = {
  immutableTypes: true,
  skipTypename: true,
  disableDescriptions: true,
  enumType: 'string-literal',
  scalars: { ID: 'string', Date: 'string', DateTime: 'string', LogPosition: 'string', JSON: 'unknown' },
}

/**
 * The queries as TypeScript: the text of each, and the types of its variables and its answer under the schema. Throws where a
 * document does not fit the schema.
 */
export async function queriesFrom(schema: string, documents: readonly Document[]): Promise<string> {
  const types = await codegen({
    filename: fileURLToPath(queriesFile),
    schema: parse(schema),
    schemaAst: buildSchema(schema),
    documents: [...documents],
    config,
    plugins: [{ types: {} }],
    pluginMap: { types: operationTypes },
  })
  const all = documents.flatMap(({ document }) => document.definitions)
  const fragments = new Map(all.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]))
  const texts = all.filter((one) => one.kind === Kind.OPERATION_DEFINITION).map((one) => textOf(one, fragments))
  return [
    '// Written by `npm run schema` from the .graphql files beside the pages and the schema of the API. Do not edit.',
    "import type { Operation } from '../asking/asking.ts'",
    '',
    types
      .trim()
      .replaceAll(/=\n +\| /g, '= ')
      .replaceAll(/\n +\| /g, ' | ')
      .replaceAll(/\n{2,}/g, '\n'),
    '',
    ...texts.map(
      ({ name, text }) =>
        `const ${name}: Operation<${name}Query, ${name}QueryVariables> = { name: '${name}', text: ${JSON.stringify(text)} }`,
    ),
    '',
    `export const queries = { ${texts.map(({ name }) => name).join(', ')} }`,
    '',
  ].join('\n')
}

/** An operation with the fragments that it uses, in few characters: it is sent with every page. */
function textOf(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const used = new Set<FragmentDefinitionNode>()
  const addUsedIn = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)
        if (fragment === undefined || used.has(fragment)) return
        used.add(fragment)
        addUsedIn(fragment)
      },
    })
  }
  addUsedIn(operation)
  return { name: operation.name?.value ?? '', text: stripIgnoredCharacters([operation, ...used].map(print).join('\n')) }
}

if (import.meta.main) await writeFile(queriesFile, await queriesFrom(await readFile(schemaFile, 'utf8'), await queryDocuments()))
