import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, isCanonical } from './canonical-json.ts'

describe('canonical JSON', () => {
  test('is that of the other implementation for any value, in any order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 2 }), (value) => {
        const parsed: unknown = JSON.parse(JSON.stringify(value))
        expect(canonicalJson(parsed)).toBe(canonicalize(parsed))
        expect(isCanonical(canonicalJson(parsed), parsed)).toBe(true)
        expect(canonicalJson(JSON.parse(canonicalJson(parsed)))).toBe(canonicalJson(parsed))
      }),
    )
  })

  test.each([
    ['{"b":1,"a":[{"d":1,"c":2}]}', '{"a":[{"c":2,"d":1}],"b":1}'],
    ['{"10":1,"9":2}', '{"10":1,"9":2}'],
    ['[1.0,-0,1e21,0.000001,1E-7,333333333.33333329]', '[1,0,1e+21,0.000001,1e-7,333333333.3333333]'],
    [String.raw`"\u20ac\u000f\u000aA'\u0042\"\/"`, String.raw`"€\u000f\nA'B\"/"`],
    ['{"__proto__":1,"a":2}', '{"__proto__":1,"a":2}'],
    [String.raw`{"a":"\ud800"}`, String.raw`{"a":"\ud800"}`],
    ['[1e400,-1e400]', '[1e999,-1e999]'],
  ])('of %s is %s', (text, canonical) => {
    expect(canonicalJson(JSON.parse(text))).toBe(canonical)
    expect(isCanonical(canonical, JSON.parse(canonical))).toBe(true)
    if (text !== canonical) expect(isCanonical(text, JSON.parse(text))).toBe(false)
  })
})
