import fc from 'fast-check'
import type { Field, Fields, Shape, TextShape } from '../src/kernel/fields/field.ts'

/** Values for the fields at some paths ("decision.committee", "evidence"), in the place of any value at all. */
export type Chosen = (path: string) => fc.Arbitrary<unknown> | undefined
const nothingChosen: Chosen = () => undefined

const days = { min: new Date('2016-01-01'), max: new Date('2020-12-31'), noInvalidDate: true } as const
const day = fc.date(days).map((date) => date.toISOString().slice(0, 10))

/** Few of each, so that entries meet. */
const matching: Readonly<Record<NonNullable<TextShape['matches']>['rule'], readonly string[]>> = {
  identifier: ['id-1', 'id-2', 'id-3'],
  uuid: ['0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f', '0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e70'],
  slug: ['example-borough', 'national'],
  personId: ['person-0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f', '5e0f6f0a-2a43-4a39-8d21-aa11bb22cc33'],
  digest: [`sha256:${'0f'.repeat(32)}`, `sha256:${'a1'.repeat(32)}`],
  webAddress: ['https://example.org/page'],
  mediaType: ['text/plain', 'application/pdf'],
  base64url: ['AAAA', 'q83_x-'],
  decimal: ['24', '21.7', '-3'],
  instant: ['2024-07-16T09:00:00.000Z', '2025-03-30T00:30:00.000Z'],
}

/** Texts as people type them: quotes, line ends, tabs, letters of other languages, one that is written from right to left. */
const typed = fc.constantFrom('One', 'Two', 'Wörds, with a tab\tand a \\ backslash', `Children's "visits"\n2`, '  spaced', 'שלום', '😀')

const textOf = ({ max, matches }: TextShape): fc.Arbitrary<string> =>
  matches === undefined
    ? fc.oneof({ weight: 199, arbitrary: typed }, { weight: 1, arbitrary: fc.constant('x'.repeat(max)) })
    : fc.constantFrom(...matching[matches.rule])

/** Any value that a command may state for a shape. */
const valueOf = (shape: Shape, chosen: Chosen, path: string): fc.Arbitrary<unknown> => {
  const own = chosen(path)
  if (own !== undefined) return own
  switch (shape.kind) {
    case 'TEXT':
      return textOf(shape)
    case 'DATE':
      return day
    case 'WHOLE_NUMBER':
      return fc.oneof(fc.integer({ min: shape.min, max: Math.min(shape.max, shape.min + 9) }), fc.constantFrom(shape.min, shape.max))
    case 'BOOLEAN':
      return fc.boolean()
    case 'ONLY_TRUE':
      return fc.constant(true)
    case 'ONE_OF':
      return fc.constantFrom(...shape.values)
    case 'NULLABLE':
      return fc.option(valueOf(shape.of, chosen, path), { freq: 3 })
    case 'LIST':
      return fc.array(valueOf(shape.of, chosen, path), { minLength: shape.min, maxLength: Math.min(shape.max, shape.min + 2) })
    case 'DICTIONARY':
      return fc.dictionary(fc.constantFrom('1', '2', '3'), valueOf(shape.of, chosen, path))
    case 'OBJECT':
      return objectOf(shape.fields, chosen, path)
    case 'VARIANTS':
      return fc.oneof(
        ...Object.entries(shape.variants).map(([kind, fields]) =>
          objectOf(fields, chosen, path).map((value) => ({ kind, ...(value as object) })),
        ),
      )
    case 'ANY_OBJECT':
      return fc.constant({})
  }
}

const objectOf = (fields: Fields, chosen: Chosen, path: string): fc.Arbitrary<Readonly<Record<string, unknown>>> => {
  const values = Object.fromEntries(
    Object.entries(fields).map(([field, { shape }]) => [field, valueOf(shape, chosen, path === '' ? field : `${path}.${field}`)]),
  )
  const requiredKeys = Object.keys(fields).filter((field) => fields[field]?.optional !== true)
  return fc.record(values, { requiredKeys, noNullPrototype: true })
}

/** Any value that a command may state for the field. */
export const arbitraryValue = (field: Field, chosen: Chosen = nothingChosen, path = ''): fc.Arbitrary<unknown> =>
  valueOf(field.shape, chosen, path)

/** The data of any event with these fields. */
export const arbitraryData = (fields: Fields, chosen: Chosen = nothingChosen): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  objectOf(fields, chosen, '')

/** A generator for each of these fields. */
export const arbitraryFields = (fields: Fields): Readonly<Record<string, fc.Arbitrary<unknown>>> =>
  Object.fromEntries(Object.entries(fields).map(([field, declared]) => [field, arbitraryValue(declared, nothingChosen, field)]))
