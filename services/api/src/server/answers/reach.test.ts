import { expect, test } from 'vitest'
import { createReach } from './reach.ts'

test('a part is noted when it is used, and not when it is handed on', () => {
  const reach = createReach()
  const store = reach.noted({ head: () => 7 })
  const { ...context } = { store, other: 1 }
  const { store: same } = context
  expect(reach.isBeyond()).toBe(false)
  expect(same.head()).toBe(7)
  expect(reach.isBeyond()).toBe(true)
})

test('a call is noted when it is made', () => {
  const reach = createReach()
  const double = reach.notedCall((n: number) => 2 * n)
  expect(reach.isBeyond()).toBe(false)
  expect([double(2), reach.isBeyond()]).toEqual([4, true])
})
