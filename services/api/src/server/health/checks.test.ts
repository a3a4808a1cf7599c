import { describe, expect, test } from 'vitest'
import { allTakenFor, readinessOf } from './checks.ts'

const load = (taken: number, longestTakenMs: number) => ({ load: () => ({ max: 10, taken, waiting: 0, longestTakenMs }) })

test('connections that are taken, but not all or not for too long, are no deadlock', () => {
  expect(allTakenFor(load(10, 59_999), 15_000)).toBeUndefined()
  expect(allTakenFor(load(9, 100_000), 15_000)).toBeUndefined()
})
test('all of them, for longer than any request may take, are one', () =>
  expect(allTakenFor(load(10, 60_000), 15_000)).toBe('All 10 database connections for reading have been taken for 60 s.'))

describe('read models', () => {
  const head = async (): Promise<string> => '7'
  const status = { isReadable: true, halted: null, position: '7', models: [{ name: 'offices', version: 1 }] }
  const said = (found: object | null) => {
    const checks = readinessOf({ head } as never, { status: async () => found } as never).checks
    return checks['read models']?.()
  }
  const poison = { index: 7, type: 'RecommendationIssued', revision: 0, stream: 'recommendation-a.1', reason: 'words of somebody' }

  test('that stand where the log ends are ready', async () => expect(await said(status)).toBeUndefined())
  test.each([
    [null, /not been built/],
    [{ ...status, position: '6' }, /catching up/],
    [{ ...status, isReadable: false }, /of another release; run "outstanding status"/],
    [{ ...status, halted: { kind: 'LOG', reason: 'secret' } }, /the log is a different one, .*; run "outstanding status"/],
    [
      { ...status, halted: { kind: 'EVENT', ...poison } },
      /halted before event 7 of the log .*recommendation-a\.1.*; run "outstanding status"/,
    ],
    [
      { ...status, halted: { kind: 'EVENT', wasProjected: true, ...poison } },
      /cannot read event 7 of the log .*; run "outstanding status"/,
    ],
  ])('as %j are not, with what to do and without what somebody wrote', async (found, words) => {
    expect(await said(found)).toMatch(words)
    expect(await said(found)).not.toMatch(/secret|words of somebody/)
  })
})
