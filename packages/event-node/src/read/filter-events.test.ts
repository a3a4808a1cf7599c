import { expect, test } from 'vitest'
import type { Filter } from '../wire/read-query.ts'
import { encodeFrame } from '../wire/recorded-event.ts'
import { compileFilter } from './filter-events.ts'

const frame = encodeFrame(
  {
    id: 'aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb',
    stream: Buffer.from('orders-ż'),
    revision: 0,
    type: 'OrderPlaced',
    isJson: true,
    created: '17000000000000000',
    customMetadata: Buffer.alloc(0),
    data: Buffer.alloc(0),
  },
  512,
)
const filter = (parts: Partial<Filter>): Filter => ({ on: 'stream', regex: '', prefixes: [], checkpointEvery: 32, ...parts })

test.each<[Partial<Filter>, boolean]>([
  [{ prefixes: ['orders'] }, true],
  [{ prefixes: ['x', 'orders-ż'] }, true],
  [{ prefixes: ['Orders'] }, false],
  [{ prefixes: [] }, false],
  [{ prefixes: [''] }, true],
  [{ regex: 'ders' }, true],
  [{ regex: '^ders' }, false],
  [{ regex: '^x', prefixes: ['orders'] }, false],
  [{ on: 'type', prefixes: ['Order'] }, true],
  [{ on: 'type', regex: '^[^\\$].*' }, true],
  [{ on: 'type', regex: '^orderplaced$' }, false],
  [{ on: 'type', regex: '(?i)^orderplaced$' }, true],
  [{ on: 'type', regex: '\\AOrder\\w+\\z' }, true],
])('%j lets an event through: %s', (parts, expected) => {
  const matches = compileFilter(filter(parts))
  expect(typeof matches === 'function' && matches(frame)).toBe(expected)
})

test('an expression that is none is refused as by the real server, one that is not supported in words', () => {
  expect(compileFilter(filter({ regex: '([' }))).toEqual({ refused: expect.objectContaining({ code: 2 }) })
  expect(compileFilter(filter({ regex: '(?x)a' }))).toEqual({
    refused: expect.objectContaining({ code: 3, details: expect.stringContaining('the option x') }),
  })
})
