import { buildSchema, getOperationAST, parse } from 'graphql'
import { expect, test } from 'vitest'
import { variableErrors } from './refuse-variables.ts'

const schema = buildSchema(`
  input Choice { name: String!, count: Int = 3 }
  type Query { one(id: ID!, first: Int! = 20, name: String, choice: Choice): Int }
`)

function errorsOf(query: string, values: Readonly<Record<string, unknown>>): readonly string[] {
  const document = parse(query)
  const operation = getOperationAST(document)
  if (!operation) throw new Error('no operation')
  return variableErrors({ schema, document, operation, values }).map(({ message, extensions }) => {
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', http: { status: 400 } })
    return message
  })
}

test.each([
  // Null where only a value may be, although the variable may be null: it has a default, or its place has.
  ['query ($b: Boolean = true) { one(id: 1) @include(if: $b) }', { b: null }, /"b" must not be null/],
  ['query ($b: Boolean = true) { one(id: 1) @skip(if: $b) }', { b: null }, /"b" must not be null/],
  ['query ($n: Int) { one(id: 1, first: $n) }', { n: null }, /"n" must not be null/],
  ['query ($n: String = "x") { one(id: 1, choice: { name: $n }) }', { n: null }, /"n" must not be null/],
  ['query ($b: Boolean = true) { ...f } fragment f on Query { one(id: 1) @include(if: $b) }', { b: null }, /"b" must not be null/],
  // None of their type.
  ['query ($id: ID!) { one(id: $id) }', {}, /\$id/],
  ['query ($id: ID!) { one(id: $id) }', { id: {} }, /\$id/],
  ['query ($n: Int!) { one(id: 1, first: $n) }', { n: 2 ** 40 }, /\$n/],
  ['query ($c: Choice) { one(id: 1, choice: $c) }', { c: { name: 'x', stray: 1 } }, /stray/],
  ['query ($c: Choice) { one(id: 1, choice: $c) }', { c: { name: null } }, /name/],
])('%s with %j is refused', (query, values, words) => expect(errorsOf(query, values).join(' ')).toMatch(words))

test.each([
  ['query ($b: Boolean = true) { one(id: 1) @include(if: $b) }', {}],
  ['query ($b: Boolean = true) { one(id: 1) @include(if: $b) }', { b: false }],
  ['query ($n: Int) { one(id: 1, first: $n) }', {}],
  ['query ($name: String) { one(id: 1, name: $name) }', { name: null }],
  ['query ($c: Choice) { one(id: 1, choice: $c) }', { c: { name: 'x' } }],
  ['query { one(id: 1) }', { unknown: null }],
])('%s with %j is not', (query, values) => expect(errorsOf(query, values)).toEqual([]))
