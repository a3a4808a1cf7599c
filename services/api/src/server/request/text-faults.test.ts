import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultIn } from './text-faults.ts'

test.each([
  [{ input: { title: 'a\u0000b' } }, 'input.title', /NUL character/],
  [{ input: { owners: ['x', 'half \ud83d'] } }, 'input.owners.1', /incomplete character/],
  [{ change: { fields: { 'a\u0000': 1 } } }, 'change.fields', /has a name that contains a NUL/],
  [{ n: JSON.parse('1e400') as number }, 'n', /number too large/],
  ['\udc00', '', /incomplete character/],
])('%j is refused at %s', (value, path, problem) => expect(faultIn(value)).toEqual({ path, problem: expect.stringMatching(problem) }))

test('what is nested too deeply is refused, however deep', () => {
  const nested = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as unknown
  expect(faultIn({ nested })?.problem).toMatch(/more than 32 levels/)
})

test('any text of whole characters but NUL passes, wherever it stands', () => {
  const text = fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\u0000', '').toWellFormed())
  fc.assert(
    fc.property(fc.object({ key: text, values: [text, fc.integer(), fc.boolean(), fc.constant(null)], maxDepth: 3 }), (value) => {
      expect(faultIn(value)).toBeNull()
    }),
  )
})
