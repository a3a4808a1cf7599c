import { expect, it } from 'vitest'
import { today } from './today.ts'

it.each([
  ['2026-01-31T23:59:59Z', '2026-01-31'],
  ['2026-06-30T22:59:59Z', '2026-06-30'],
  ['2026-06-30T23:00:00Z', '2026-07-01'],
  ['2026-03-29T00:59:59Z', '2026-03-29'],
  ['2026-10-25T23:30:00Z', '2026-10-25'],
])('at %s it is %s in London', (instant, day) => {
  expect(today(new Date(instant))).toBe(day)
})
