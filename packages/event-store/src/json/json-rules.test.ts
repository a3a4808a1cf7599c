import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOf, survives, withoutUndefined } from './json-rules.ts'

const plainJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.array(tie('value')),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value')),
  ),
})).value

describe('what may be written for ever', () => {
  test('plain JSON of integers and well-formed texts is taken and comes back the same', () => {
    fc.assert(
      fc.property(plainJson, (value) => {
        if (faultOf(value) !== null) return // a key named __proto__
        expect(JSON.parse(JSON.stringify(value))).toEqual(value)
        expect(survives(value)).toBe(true)
      }),
    )
  })

  test('a lone surrogate is refused wherever it stands', () => {
    const lone = fc
      .tuple(fc.string(), fc.integer({ min: 0xd800, max: 0xdfff }), fc.constantFrom('', 'x'))
      .map(([a, unit, b]) => a.replace(/[\ud800-\udfff]/g, '') + String.fromCharCode(unit) + b)
    fc.assert(
      fc.property(lone, (text) => {
        expect(faultOf({ list: ['fine', text] })).toEqual({ path: 'list.1', rule: 'a text holds a lone surrogate' })
        expect(faultOf({ [text]: 1 })?.rule).toBe('a key that JSON cannot carry')
      }),
    )
  })

  test.each([
    [1.5, 'decimals as strings'],
    [2 ** 53, 'within ±2^53'],
    [-(2 ** 53), 'within ±2^53'],
    [Number.NaN, 'within ±2^53'],
    [Number.POSITIVE_INFINITY, 'within ±2^53'],
    [-0, 'negative zero'],
    [1n, 'bigint is not JSON'],
    [undefined, 'undefined is not JSON'],
    [new Date(0), 'not a plain object'],
    [new Map(), 'not a plain object'],
  ])('%s is refused, naming the path', (value, rule) => {
    const fault = faultOf({ a: { b: value } })
    expect(fault?.path).toBe('a.b')
    expect(fault?.rule).toContain(rule)
  })

  test('the largest integers are taken', () => {
    expect(faultOf([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])).toBeNull()
  })

  test('what JSON would drop does not survive', () => {
    expect(survives({ a: undefined, b: 1 }) && faultOf({ a: undefined }) === null).toBe(false)
    expect(survives(undefined)).toBe(false)
    expect(withoutUndefined({ a: undefined, b: [{ c: undefined, d: 1 }] })).toEqual({ b: [{ d: 1 }] })
  })
})
