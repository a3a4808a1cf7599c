import fc from 'fast-check'
import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql'
import type { GraphQLField, GraphQLInputType, GraphQLNamedType, GraphQLObjectType, GraphQLOutputType, GraphQLSchema } from 'graphql'

export type Operation = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }

/** Texts that have broken one program or another; `known` are ids and cursors of what is really there. */
export const anyOddText = (known: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...known) },
    { weight: 4, arbitrary: fc.constantFrom(...oddTexts) },
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(...known).map((text) => `${text}x`),
    fc.constantFrom(...cursorLists).map((list) => Buffer.from(JSON.stringify([list, ['x'], 'id'])).toString('base64url')),
  )

const oddTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  '\ufeff',
  '\u202eabc',
  '\u2066',
  'ﬀ',
  '💥',
  'ŵ',
  'e\u0301',
  '\u200b',
  '\r\n',
  '\\',
  '\\u0000',
  '%',
  '_',
  '%ff',
  "'; drop table x; --",
  '"',
  '<b>',
  '${x}',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '1e400',
  '-1',
  '0',
  '00',
  '2147483648',
  '9223372036854775807',
  '9223372036854775808',
  '99999999999999999999',
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '10000-01-01',
  '2018-02-14',
  '2018-02-14T09:30:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-01:00',
  'example-borough',
  'policy-x',
  'person-x',
  'office-x-y',
  'x'.repeat(300),
  '7'.repeat(300),
  '('.repeat(200),
  'é'.repeat(5_000),
]
const cursorLists = ['recommendations REPORT ASC', 'reports', 'offices', 'log newest', 'differences', 'people']
const anyOddNumber = fc.constantFrom(
  0,
  -0,
  1,
  -1,
  2,
  1.5,
  100,
  101,
  2_147_483_647,
  2_147_483_648,
  -2_147_483_649,
  1e15,
  1e300,
  Number.MAX_SAFE_INTEGER + 2,
)

/** An operation on one field of the query or mutation type, with whatever a client may send as its arguments. */
export const anyOperation = (schema: GraphQLSchema, kind: 'query' | 'mutation', known: readonly string[]): fc.Arbitrary<Operation> => {
  const root = (kind === 'query' ? schema.getQueryType() : schema.getMutationType()) as GraphQLObjectType
  return fc.constantFrom(...Object.values(root.getFields())).chain((field) =>
    fc.record({ values: anyArguments(field, known), selection: anySelection(field.type, 3) }).map(({ values, selection }) => ({
      query: `${kind} (${declared(field)}) { ${field.name}${passed(field)} ${selection} }`.replace(' ()', ''),
      variables: values,
    })),
  )
}

type Field = GraphQLField<unknown, unknown>
const declared = ({ args }: Field): string => args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
const passed = ({ args }: Field): string => (args.length === 0 ? '' : `(${args.map(({ name }) => `${name}: $${name}`).join(', ')})`)

const anyArguments = ({ args }: Field, known: readonly string[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(args.map(({ name, type }) => [name, anyInput(type, known)])), {
    requiredKeys: args.filter(({ type }) => type instanceof GraphQLNonNull).map(({ name }) => name),
  })

/** Mostly of the kind that is asked for, now and then of another. */
const anyInput = (type: GraphQLInputType, known: readonly string[], depth = 0): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 15, arbitrary: rightInput(type, known, depth) }, { weight: 1, arbitrary: anyOfAnotherKind(known) })

function rightInput(type: GraphQLInputType, known: readonly string[], depth: number): fc.Arbitrary<unknown> {
  if (type instanceof GraphQLNonNull) return rightInput(type.ofType, known, depth)
  if (type instanceof GraphQLList) return fc.array(anyInput(type.ofType, known, depth + 1), { maxLength: 3 })
  if (type instanceof GraphQLEnumType) return fc.constantFrom(...type.getValues().map(({ name }) => name))
  if (type instanceof GraphQLInputObjectType) {
    const fields = Object.values(type.getFields())
    return fc.record(Object.fromEntries(fields.map((field) => [field.name, anyInput(field.type, known, depth + 1)])), {
      requiredKeys: fields.filter((field) => field.type instanceof GraphQLNonNull).map(({ name }) => name),
    })
  }
  return anyScalar(String(type), known)
}

function anyScalar(type: string, known: readonly string[]): fc.Arbitrary<unknown> {
  if (type === 'Int' || type === 'Float') return fc.oneof(fc.integer({ min: 0, max: 30 }), anyOddNumber)
  if (type === 'Boolean') return fc.boolean()
  if (type === 'Date') return fc.oneof(fc.constantFrom('2026-01-05', '2018-02-14', '0001-01-01', '9999-12-31'), anyOddText(known))
  if (type === 'JSON') return fc.oneof(fc.dictionary(anyOddText(known), anyOfAnotherKind(known), { maxKeys: 3 }), anyOfAnotherKind(known))
  return anyOddText(known)
}

const anyOfAnotherKind = (known: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constant(null),
    anyOddNumber,
    fc.boolean(),
    anyOddText(known),
    fc.constant([]),
    fc.constant({}),
    fc.constant([[[[1]]]]),
    fc.object({ maxDepth: 3, maxKeys: 3 }),
  )

/** Some of the fields of a type that need no argument, and of the types below. */
function anySelection(type: GraphQLOutputType, depth: number): fc.Arbitrary<string> {
  const named = getNamedType(type)
  if (!isCompositeType(named)) return fc.constant('')
  const fields = fieldsOf(named).filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)))
  if (fields.length === 0) return fc.constant('{ __typename }')
  return fc
    .subarray([...fields], { minLength: 1, maxLength: Math.min(6, fields.length) })
    .chain((chosen) => fc.tuple(...chosen.map((field) => anySelection(field.type, depth - 1).map((below) => `${field.name} ${below}`))))
    .map((parts) => `{ __typename ${parts.join(' ')} }`)
}

const fieldsOf = (type: GraphQLNamedType): readonly Field[] =>
  isObjectType(type) || isInterfaceType(type)
    ? Object.values(type.getFields()).filter(({ args }) => args.every((arg) => !(arg.type instanceof GraphQLNonNull)))
    : []
