import { Kind, getIntrospectionQuery, parse } from 'graphql'
import { expect, test } from 'vitest'
import { maxIntrospection } from './cost.ts'
import { introspectionCost } from './introspection.ts'

function costOf(text: string): number {
  const document = parse(text)
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)
  return operation ? introspectionCost(document, operation) : Number.NaN
}

const everything = {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
}

test('the whole schema can be asked for once, as tools ask for it', () => {
  const once = costOf(getIntrospectionQuery(everything))
  expect(once).toBeLessThan(maxIntrospection)
  expect(2 * once).toBeGreaterThan(maxIntrospection)
})

test('the name of a type costs nothing, a field of the schema one, a list as much as it holds', () => {
  expect(costOf('{ __typename logBounds { events } }')).toBe(0)
  expect(costOf('{ __schema { queryType { name } } }')).toBe(3)
  expect(costOf('{ __type(name: "Query") { fields { name type { name } } } }')).toBe(26)
})

test('aliases, lists below lists and fragments that multiply are counted', () => {
  expect(costOf('{ __schema { a: types { name } b: types { name } } }')).toBe(503)
  const fields = (depth: number): string => (depth === 0 ? 'name' : `fields { type { ${fields(depth - 1)} } }`)
  expect(costOf(`{ __schema { types { ${fields(1)} } } }`)).toBeLessThan(maxIntrospection)
  expect(costOf(`{ __schema { types { ${fields(4)} } } }`)).toBeGreaterThan(maxIntrospection)
  const doubled = Array.from({ length: 30 }, (_, index) => `fragment f${index} on __Type { ...f${index + 1} ...f${index + 1} }`).join(' ')
  expect(costOf(`{ __schema { types { ...f0 } } } ${doubled} fragment f30 on __Type { name }`)).toBeGreaterThan(maxIntrospection)
})
