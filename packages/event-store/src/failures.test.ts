import { describe, expect, test } from 'vitest'
import { addressOf } from './address.ts'
import { classify, NoAnswerInTime } from './failures.ts'
import { comparePositions } from './port.ts'

const address = addressOf('esdb://ann:hush@h:1')

describe('what an error means', () => {
  const kinds = (thrown: unknown): string => {
    const failure = classify(thrown, address)
    return 'error' in failure ? `${failure.kind} ${failure.error.kind} ${failure.error.fault ?? ''}`.trim() : failure.kind
  }
  test.each([
    [{ type: 'wrong-expected-version', actualVersion: 4n }, 'conflict'],
    [{ type: 'stream-not-found' }, 'streamNotFound'],
    [{ type: 'access-denied', code: 16, message: 'no' }, 'final refused WRONG_CREDENTIALS'],
    [{ code: 16, message: 'a raw error of gRPC' }, 'final refused WRONG_CREDENTIALS'],
    [{ type: 'access-denied', code: 7, message: 'no' }, 'final refused NO_RIGHT'],
    [{ type: 'access-denied', message: 'no' }, 'final refused NO_RIGHT'],
    [{ type: 'stream-deleted', message: '' }, 'final refused'],
    [{ type: 'maximum-append-size-exceeded', message: '' }, 'final tooLarge'],
    [{ type: 'not-leader', message: '' }, 'passing unavailable'],
    [{ type: 'timeout', message: '' }, 'passing timeout NO_ANSWER'],
    [{ type: 'unknown', code: 13, message: 'end' }, 'passing unavailable'],
    [{ code: 14, message: 'a raw error of gRPC' }, 'passing unavailable'],
    [new NoAnswerInTime(5), 'passing timeout NO_ANSWER'],
    ['Impossible situation', 'passing unavailable'],
    [undefined, 'passing unavailable'],
  ])('%o', (thrown, expected) => expect(kinds(thrown)).toBe(expected))

  test('a conflict says where the stream is', () => {
    expect(classify({ type: 'wrong-expected-version', actualVersion: 4n }, address)).toEqual({ kind: 'conflict', actual: 4 })
    expect(classify({ type: 'wrong-expected-version', actualVersion: 'no_stream' }, address)).toEqual({
      kind: 'conflict',
      actual: 'NO_STREAM',
    })
  })

  test.each([
    ['esdb://ann:hush@h:1', 'does not let the user "ann" read $all'],
    ['esdb://h:1', 'without a user. Put user:password@ before the host'],
    ['esdb://ann:hush@h:1?tls=false', 'sends user and password only with tls=true'],
  ])('a missing right of %s names the user and what to do', (url, words) => {
    const failure = classify({ type: 'access-denied', code: 7 }, addressOf(url), 'read $all')
    expect(failure).toMatchObject({ kind: 'final', error: { fault: 'NO_RIGHT', message: expect.stringContaining(words) } })
    expect(JSON.stringify(failure)).not.toContain('hush')
  })
})

test('positions are ordered as numbers', () => {
  expect(['9', '10', '100', '99'].toSorted(comparePositions)).toEqual(['9', '10', '99', '100'])
})
