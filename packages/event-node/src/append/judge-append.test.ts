import { describe, expect, test } from 'vitest'
import type { Expected } from '../wire/append-request.ts'
import { ANY, NO_STREAM, STREAM_EXISTS } from '../wire/append-request.ts'
import type { StreamStanding } from './judge-append.ts'
import { judgeAppend, judgeComparison, judgeDelete, judgeRecent } from './judge-append.ts'

const missing: StreamStanding = { last: -1, tombstoned: false, softDeleted: false, hasMetadata: false }
const described: StreamStanding = { ...missing, hasMetadata: true }
const ofThree: StreamStanding = { ...missing, last: 2 }
const softDeleted: StreamStanding = { ...ofThree, softDeleted: true, hasMetadata: true }
const tombstoned: StreamStanding = { ...ofThree, tombstoned: true }

describe('an append, before any id is compared', () => {
  test.each<[string, StreamStanding, Expected, string]>([
    ['NO_STREAM, missing', missing, NO_STREAM, 'write'],
    ['NO_STREAM, metadata only', described, NO_STREAM, 'write'],
    ['ANY, missing', missing, ANY, 'lookUpRecent'],
    ['0, missing', missing, 0n, 'wrongExpectedVersion'],
    ['STREAM_EXISTS, missing', missing, STREAM_EXISTS, 'wrongExpectedVersion'],
    ['STREAM_EXISTS, metadata only', described, STREAM_EXISTS, 'lookUpRecent'],
    ['the last revision', ofThree, 2n, 'write'],
    ['beyond the last revision', ofThree, 3n, 'wrongExpectedVersion'],
    ['before the last revision', ofThree, 1n, 'compare'],
    ['NO_STREAM on a stream that exists', ofThree, NO_STREAM, 'compare'],
    ['STREAM_EXISTS on a soft-deleted stream', softDeleted, STREAM_EXISTS, 'streamDeleted'],
    ['ANY on a soft-deleted stream', softDeleted, ANY, 'lookUpRecent'],
    ['ANY on a tombstone', tombstoned, ANY, 'streamDeleted'],
    ['the last revision of a tombstoned stream', tombstoned, 2n, 'streamDeleted'],
  ])('%s', (_title, stream, expected, verdict) => {
    expect(judgeAppend(stream, expected).verdict).toBe(verdict)
  })

  test('an exact expectation is compared from the revision after it', () => {
    expect([judgeAppend(ofThree, 0n), judgeAppend(ofThree, NO_STREAM)]).toEqual([
      { verdict: 'compare', compareFrom: 1 },
      { verdict: 'compare', compareFrom: 0 },
    ])
  })
})

const at = (revision: number) => ({ revision, position: 100 * revision })

describe('an append whose ids were compared', () => {
  test('all stand where they would be written: a repetition, with the place of the last', () => {
    expect(judgeComparison(ofThree, NO_STREAM, [at(0), at(1)])).toEqual({ verdict: 'repeated', revision: 1, position: 100 })
  })
  test.each([[[undefined]], [[at(0), undefined]], [[undefined, at(1)]], [[]]])('else it conflicts: %j', (matches) => {
    expect(judgeComparison(ofThree, NO_STREAM, matches).verdict).toBe('wrongExpectedVersion')
  })
  test('except that a soft-deleted stream may be started again', () => {
    expect(judgeComparison(softDeleted, NO_STREAM, [undefined]).verdict).toBe('write')
    expect(judgeComparison(softDeleted, 0n, [undefined]).verdict).toBe('wrongExpectedVersion')
    expect(judgeComparison(softDeleted, NO_STREAM, [at(0), undefined]).verdict).toBe('wrongExpectedVersion')
  })
  test('by recent ids: unknown is written, known is a repetition, both is a conflict', () => {
    expect(judgeRecent([undefined, at(1)]).verdict).toBe('write')
    expect(judgeRecent([])).toEqual({ verdict: 'write' })
    expect(judgeRecent([at(0), at(1)])).toEqual({ verdict: 'repeated', revision: 1, position: 100 })
    expect(judgeRecent([at(0), undefined]).verdict).toBe('wrongExpectedVersion')
  })
})

describe('a delete', () => {
  test.each<[string, StreamStanding, Expected, string, string]>([
    ['ANY, missing', missing, ANY, 'wrongExpectedVersion', 'write'],
    ['NO_STREAM, missing', missing, NO_STREAM, 'wrongExpectedVersion', 'write'],
    ['STREAM_EXISTS, missing', missing, STREAM_EXISTS, 'wrongExpectedVersion', 'wrongExpectedVersion'],
    ['0, missing', missing, 0n, 'wrongExpectedVersion', 'wrongExpectedVersion'],
    ['NO_STREAM, metadata only', described, NO_STREAM, 'write', 'write'],
    ['the last revision', ofThree, 2n, 'write', 'write'],
    ['another revision', ofThree, 1n, 'wrongExpectedVersion', 'wrongExpectedVersion'],
    ['NO_STREAM on a stream that exists', ofThree, NO_STREAM, 'wrongExpectedVersion', 'wrongExpectedVersion'],
    ['again, NO_STREAM', softDeleted, NO_STREAM, 'write', 'write'],
    ['a tombstone', tombstoned, ANY, 'streamDeleted', 'streamDeleted'],
  ])('%s', (_title, stream, expected, soft, final) => {
    expect([judgeDelete(stream, expected, false), judgeDelete(stream, expected, true)]).toEqual([soft, final])
  })
})
