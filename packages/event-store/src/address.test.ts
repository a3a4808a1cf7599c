import { describe, expect, test } from 'vitest'
import { addressOf } from './address.ts'
import { classify, NoAnswerInTime } from './failures.ts'
import { comparePositions } from './port.ts'

describe('what is said of an address', () => {
  test.each([
    ['esdb://127.0.0.1:2113?tls=false', '127.0.0.1:2113'],
    ['esdb://admin:changeit@node.example:2113', 'node.example:2113'],
    ['esdb+discover://user:p%40ss@cluster.example', 'cluster.example'],
    ['esdb://a:2113,b:2114/?tls=false', 'a:2113,b:2114'],
  ])('%s', (url, address) => expect(addressOf(url)).toBe(address))

  test.each(['', 'http://x', 'kurrentdb://x', 'esdb://', 'postgres://u:secret@h/db'])('%j is refused without quoting it', (url) => {
    expect(() => addressOf(url)).toThrow(/^The event store address must look like/)
  })
})

describe('what an error means', () => {
  const kinds = (thrown: unknown): string => {
    const failure = classify(thrown, 'h:1')
    return 'error' in failure ? `${failure.kind} ${failure.error.kind}` : failure.kind
  }
  test.each([
    [{ type: 'wrong-expected-version', actualVersion: 4n }, 'conflict'],
    [{ type: 'stream-not-found' }, 'streamNotFound'],
    [{ type: 'access-denied', message: 'no' }, 'final refused'],
    [{ type: 'maximum-append-size-exceeded', message: '' }, 'final tooLarge'],
    [{ type: 'not-leader', message: '' }, 'passing unavailable'],
    [{ type: 'timeout', message: '' }, 'passing timeout'],
    [{ type: 'unknown', code: 13, message: 'end' }, 'passing unavailable'],
    [{ code: 14, message: 'a raw error of gRPC' }, 'passing unavailable'],
    [new NoAnswerInTime(5), 'passing timeout'],
    ['Impossible situation', 'passing unavailable'],
    [undefined, 'passing unavailable'],
  ])('%o', (thrown, expected) => expect(kinds(thrown)).toBe(expected))

  test('a conflict says where the stream is', () => {
    expect(classify({ type: 'wrong-expected-version', actualVersion: 4n }, '')).toEqual({ kind: 'conflict', actual: 4 })
    expect(classify({ type: 'wrong-expected-version', actualVersion: 'no_stream' }, '')).toEqual({ kind: 'conflict', actual: 'NO_STREAM' })
  })
})

test('positions are ordered as numbers', () => {
  expect(['9', '10', '100', '99'].toSorted(comparePositions)).toEqual(['9', '10', '99', '100'])
})
