import { expect, test } from 'vitest'
import { sinceDone } from './time-since.ts'

const day = 86_400_000
const wall = Date.parse('2026-11-27T12:00:00.000Z')

test('given what an earlier process did, when the clock stands after it, then the clock tells', () => {
  expect(sinceDone(() => wall).since(new Date(wall - 5_000))).toBe(5_000)
})

test('given a time 400 days ahead, then it is infinitely long ago and not 400 days to come', () => {
  expect(sinceDone(() => wall).since(new Date(wall + 400 * day))).toBe(Number.POSITIVE_INFINITY)
})

test('given what this process did, when the clock is set forwards or back, then only the time that passed counts', () => {
  let [now, monotonic] = [wall, 1_000]
  const clock = sinceDone(
    () => now,
    () => monotonic,
  )
  clock.done()
  for (const jump of [400 * day, -800 * day]) {
    now += jump
    monotonic += 250
    expect(clock.since(new Date(wall + jump))).toBe(monotonic - 1_000)
  }
})
