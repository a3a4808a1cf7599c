import type { Fields, Shape, TextShape } from '../src/kernel/fields/field.ts'

const matching: Readonly<Record<NonNullable<TextShape['matches']>['rule'], string>> = {
  identifier: 'example-1',
  uuid: '0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f',
  slug: 'example-borough',
  personId: 'person-0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f',
  digest: `sha256:${'0f'.repeat(32)}`,
  mediaType: 'text/plain',
  webAddress: 'https://example.org/page',
  base64url: 'q83_xg',
  decimal: '21.7',
  instant: '2024-07-16T09:00:00.000Z',
}

/** The data of an event with these fields, every one of them filled and always the same: for a file that a person reads. */
export const exampleData = (fields: Fields): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).map(([field, { shape }]) => [field, exampleOf(shape, field)]))

const exampleOf = (shape: Shape, field: string): unknown => {
  switch (shape.kind) {
    case 'TEXT':
      return shape.matches === undefined ? wordsOf(field) : matching[shape.matches.rule]
    case 'DATE':
      return '2026-03-11'
    case 'WHOLE_NUMBER':
      return Math.min(shape.max, Math.max(shape.min, 1))
    case 'BOOLEAN':
    case 'ONLY_TRUE':
      return true
    case 'ONE_OF':
      return shape.values[0]
    case 'NULLABLE':
      return exampleOf(shape.of, field)
    case 'LIST':
      return Array.from({ length: Math.max(shape.min, Math.min(shape.max, 1)) }, () => exampleOf(shape.of, field))
    case 'DICTIONARY':
      return { '1': exampleOf(shape.of, field) }
    case 'OBJECT':
      return exampleData(shape.fields)
    case 'VARIANTS':
      return Object.entries(shape.variants).map(([kind, fields]) => ({ kind, ...exampleData(fields) }))[0]
    case 'ANY_OBJECT':
      return {}
  }
}

/** "formerName" is "Example former name". */
const wordsOf = (field: string): string => `Example ${field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`
