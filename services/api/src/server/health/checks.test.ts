import { expect, test } from 'vitest'
import { allTakenFor } from './checks.ts'

const load = (taken: number, longestTakenMs: number) => ({ load: () => ({ max: 10, taken, waiting: 0, longestTakenMs }) })

test('connections that are taken, but not all or not for too long, are no deadlock', () => {
  expect(allTakenFor(load(10, 59_999), 15_000)).toBeUndefined()
  expect(allTakenFor(load(9, 100_000), 15_000)).toBeUndefined()
})
test('all of them, for longer than any request may take, are one', () =>
  expect(allTakenFor(load(10, 60_000), 15_000)).toBe('All 10 database connections for reading have been taken for 60 s.'))
