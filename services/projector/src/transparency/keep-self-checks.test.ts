import { expect, test } from 'vitest'
import { isDue } from './keep-self-checks.ts'

const hour = 3_600_000
const last = (sinceMs: number, over: { readonly tookMs?: number; readonly problem?: string } = {}) => ({
  sinceMs,
  tookMs: over.tookMs ?? 20,
  events: 100,
  problem: over.problem ?? null,
})

test.each([
  ['before the first event', null, 0, false],
  ['with the first event', null, 1, true],
  ['an hour after the last one, when something was recorded', last(hour), 101, true],
  ['an hour after the last one, when nothing was recorded', last(hour), 100, false],
  ['sooner, when the log has doubled', last(10_000), 200, true],
  ['sooner, when it has not', last(10_000), 199, false],
  ['once a day, though nothing was recorded', last(24 * hour), 100, true],
  ['at once, when the log is shorter than what was checked', last(10_000), 99, true],
  ['when the last check is of a day that is yet to come', last(Number.POSITIVE_INFINITY), 100, true],
  ['not again at once after a fault, however large the log', last(10_000, { problem: 'a fault' }), 1_000, false],
  ['an hour after a fault', last(hour, { problem: 'a fault' }), 100, true],
  ['not where it would take more than a twenty-fifth of the time', last(hour, { tookMs: 240_000 }), 1_000_000, false],
  ['in twenty-five times what it takes', last(2 * hour, { tookMs: 240_000 }), 1_000_000, true],
] as const)('a check is due or not: %s', (_when, before, size, due) => expect(isDue(before, size, before?.sinceMs ?? 0)).toBe(due))
