import { describe, expect, test } from 'vitest'
import { UnsupportedExpression } from './character-class.ts'
import { fromDotNet } from './dotnet-regex.ts'

/** As .NET documents each of these constructs. */
describe('matches what .NET matches', () => {
  test.each<[string, string, boolean]>([
    ['^order-\\d+$', 'order-17', true],
    ['^order-\\d+$', 'order-١٧', true],
    ['^\\w+$', 'zażółć', true],
    ['^\\w+$', 'a-b', false],
    ['^\\W$', 'ż', false],
    ['\\bć', 'zażółć', false],
    ['^\\p{Lu}\\p{Ll}+$', 'Łódź', true],
    ['\\p{Lu}', 'łódź', false],
    ['\\P{L}', 'abc', false],
    ['[^\\p{L}-]', 'a-ż', false],
    ['\\s', 'a\u0085b', true],
    ['\\s', 'a\ufeffb', false],
    ['^.$', '\r', true],
    ['^.$', '\n', false],
    ['(?s)^.$', '\n', true],
    ['^..$', '🦔', true],
    ['^a$', 'a\n', true],
    ['^a\\z', 'a\n', false],
    ['^b', 'a\nb', false],
    ['(?m)^b$', 'a\nb\nc', true],
    ['(?i)^one$', 'ONE', true],
    ['(?i)k', '\u212a', true],
    ['a(?i)b', 'aB', true],
    ['a(?i)b', 'AB', false],
    ['(?:(?i)a)b', 'AB', false],
    ['(?i:a)b', 'Ab', true],
    ['(?i)[b-d-]+$', 'C-', true],
    ['a(?# not looked at )b', 'ab', true],
    ['[]a]', ']', true],
    ['[^]a]', ']', false],
    ['[a-c\\-]$', '-', true],
    ['[\\w.-]+@', 'ż.x-1@', true],
    ['(?<year>\\d{4})', '2026', true],
    ["(?'year'\\d{4})", '2026', true],
    ['(?<!a)b', 'ab', false],
    ['x|^$', '', true],
    ['a{2,3}?$', 'aaa', true],
    ['a{,2}', 'a{,2}', true],
    ['\\x41\\u0042\\t', 'AB\t', true],
    ['^[^\\$].*', '$metadata', false],
    ['', 'anything', true],
  ])('%j in %j: %s', (expression, text, expected) => {
    expect(fromDotNet(expression).test(text)).toBe(expected)
  })
})

test.each([
  '(?x)a b',
  '(?>a)b',
  '(?(a)b|c)',
  '(?<a-b>x)',
  '(a)\\1',
  '\\k<a>',
  '[a-z-[aeiou]]',
  '\\p{IsGreek}',
  '(?i)ż',
  '(?i)\\p{Lu}',
  '\\Ga',
  '\\cA',
])('%j is .NET, and refused rather than read otherwise', (expression) =>
  expect(() => fromDotNet(expression)).toThrow(UnsupportedExpression),
)

test.each(['([', '(', ')', '*a', 'a**', 'a*+', '[a', '[z-a]', '\\', '(?'])('%j is no expression', (expression) => {
  expect(() => fromDotNet(expression)).toThrow(expression === '\\' || expression === '(?' ? Error : SyntaxError)
})

test.each(['[\\w-z]'])('%j: a range that begins with a class is none', (expression) => {
  expect(() => fromDotNet(expression)).toThrow(SyntaxError)
})
