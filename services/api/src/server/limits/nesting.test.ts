import { expect, test } from 'vitest'
import { nestingOf } from './nesting.ts'

test.each([
  ['{ a }', 1],
  ['{ a(x: [1, { b: [2] }]) { c } }', 5],
  ['query ($a: [[Int]]) { b }', 3],
  [`{ a(x: "[[[[", y: """ {{{{ """) # ((((\n }`, 2],
  ['{ a } { b { c } }', 2],
])('of %s is %i', (text, nesting) => {
  expect(nestingOf(text, 100)).toBe(nesting)
})

test.each(['[', '{', '(', '{ a ', '{ a(x: ', '[{ a: '])('of thousands of "%s" is read no further than is allowed', (part) => {
  const max = 50
  const counted = nestingOf(part.repeat(8_000), max)
  expect(counted).toBe(max + 1)
})
