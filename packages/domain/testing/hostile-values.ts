import type { Fields, Shape, TextShape } from '../src/kernel/fields/field.ts'

/** Values that no command and no correction may give to a field: wrong types, wrong choices, values out of bounds and odd characters. */
export const hostileValues = (shape: Shape): readonly unknown[] => {
  switch (shape.kind) {
    case 'TEXT':
      return [...notText, ...hostileTexts(shape)]
    case 'DATE':
      return [...notText, '', 'today', '2026-02-30', '0000-01-01', '2026-1-1', '2026-01-01T00:00:00Z', 20260101]
    case 'WHOLE_NUMBER':
      return ['abc', '1', null, [], {}, true, 1.5, -0, shape.min - 1, shape.max + 1, 1e15, -1e15, Number.MAX_SAFE_INTEGER + 1]
    case 'BOOLEAN':
      return ['true', 'yes', 0, 1, null, [], {}]
    case 'ONLY_TRUE':
      return [false, 'true', 1, null]
    case 'ONE_OF':
      return [...notText, '', 'BOGUS', 'toString', '__proto__', `${shape.values[0]} `, shape.values.slice(0, 1)]
    case 'NULLABLE':
      return hostileValues(shape.of).filter((value) => value !== null)
    case 'LIST':
      return [
        'x',
        1,
        null,
        {},
        [null],
        ...hostileValues(shape.of).map((value) => [value]),
        Array.from({ length: shape.max + 1 }, () => 'id-1'),
      ]
    case 'DICTIONARY':
      return [
        'x',
        1,
        null,
        [],
        { '': 'x' },
        { ['x'.repeat(201)]: 'x' },
        { 'a\u0000': 'x' },
        ...hostileValues(shape.of).map((value) => ({ '1': value })),
      ]
    case 'OBJECT':
      return ['x', 1, null, [], { ...minimal(shape.fields), stray: 'x' }, ...hostileObjects(shape.fields)]
    case 'VARIANTS':
      return [
        ...notVariants,
        ...Object.entries(shape.variants).flatMap(([kind, fields]) => [
          { kind, ...minimal(fields), stray: 'x' },
          ...hostileObjects(fields).map((value) => ({ kind, ...(value as object) })),
        ]),
      ]
    case 'ANY_OBJECT':
      return ['x', 1, null, []]
  }
}

const notVariants = ['x', 1, null, [], {}, { kind: 'BOGUS' }, { kind: 'toString' }, { kind: null }]
const notText: readonly unknown[] = [42, 0, true, null, [], ['x'], {}, { toString: 'x' }]

const hostileTexts = ({ max, matches }: TextShape): readonly string[] => [
  '',
  ' ',
  '\n\t',
  'a\u0000b',
  'a\ud800',
  'x'.repeat(max + 1),
  ...(matches === undefined ? [] : ['Jane Doe', ' x', 'x ', '../x', "'; drop", 'ä']),
]

/** The fields as they may be, but for one. */
const hostileObjects = (fields: Fields): readonly unknown[] =>
  Object.entries(fields).flatMap(([field, { shape, optional }]) => {
    const others = minimal(fields)
    const { [field]: _left, ...without } = others
    return [
      ...(optional === true || shape.kind === 'NULLABLE' ? [] : [without]),
      ...hostileValues(shape).map((value) => ({ ...others, [field]: value })),
    ]
  })

const minimal = (fields: Fields): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, { optional }]) => optional !== true)
      .map(([field, { shape }]) => [field, least(shape)]),
  )

/** The least that a shape may hold. */
const least = (shape: Shape): unknown => {
  switch (shape.kind) {
    case 'TEXT':
      return leastText(shape)
    case 'DATE':
      return '2026-01-01'
    case 'WHOLE_NUMBER':
      return shape.min
    case 'BOOLEAN':
      return false
    case 'ONLY_TRUE':
      return true
    case 'ONE_OF':
      return shape.values[0]
    case 'NULLABLE':
      return null
    case 'LIST':
      return Array.from({ length: shape.min }, () => least(shape.of))
    case 'OBJECT':
      return minimal(shape.fields)
    case 'VARIANTS':
      return Object.entries(shape.variants).map(([kind, fields]) => ({ kind, ...minimal(fields) }))[0]
    case 'DICTIONARY':
    case 'ANY_OBJECT':
      return {}
  }
}

const leastText = ({ matches }: TextShape): string => {
  if (matches?.rule === 'digest') return `sha256:${'0f'.repeat(32)}`
  if (matches?.rule === 'webAddress') return 'https://example.org/page'
  if (matches?.rule === 'mediaType') return 'text/plain'
  if (matches?.rule === 'decimal') return '1'
  return matches?.rule === 'personId' || matches?.rule === 'uuid' ? '0d8a1c52-3b1f-4e58-9f7e-1a2b3c4d5e6f' : 'x'
}
