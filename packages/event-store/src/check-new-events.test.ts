import { describe, expect, test } from 'vitest'
import { checkAppend, maxAppendBytes } from './check-new-events.ts'
import type { NewEvent } from './port.ts'
import { EventStoreError } from './port.ts'

const event: NewEvent = { eventId: '7c0d1f6e-58b7-5ad4-9b43-6a1f0e2d3c4b', type: 'ThemeAssigned', data: {}, metadata: {} }
const kindOf = (work: () => void): string => {
  try {
    work()
    return 'taken'
  } catch (error) {
    return error instanceof EventStoreError ? error.kind : 'another error'
  }
}

describe('what our port lets through', () => {
  test('a tidy append', () => {
    expect(kindOf(() => checkAppend('policy-birmingham', 'NO_STREAM', [event]))).toBe('taken')
    expect(kindOf(() => checkAppend('a.B_c:1-2', 0, [event]))).toBe('taken')
  })

  test.each(['', ' ', 'policy birmingham', '$all', '$$policy', 'zażółć', 'a/b', 'a'.repeat(201)])('not a stream named %j', (stream) => {
    expect(kindOf(() => checkAppend(stream, 'NO_STREAM', [event]))).toBe('invalid')
  })

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('not the expected revision %s', (revision) => {
    expect(kindOf(() => checkAppend('s', revision, [event]))).toBe('invalid')
  })

  test.each([
    ['an empty list', []],
    ['an empty type', [{ ...event, type: '' }]],
    ['a system type', [{ ...event, type: '$metadata' }]],
    ['an id that is no UUID', [{ ...event, eventId: 'one' }]],
    ['the id of zeros', [{ ...event, eventId: '00000000-0000-0000-0000-000000000000' }]],
    ['the same id twice', [event, event]],
    ['a decimal', [{ ...event, data: { share: 0.5 } }]],
    ['a lone surrogate', [{ ...event, metadata: { name: '\ud800' } }]],
  ])('not %s', (_, events) => {
    expect(kindOf(() => checkAppend('s', 0, events))).toBe('invalid')
  })

  test('not more than every server takes', () => {
    const long = { ...event, data: { text: 'é'.repeat(maxAppendBytes / 2) } }
    expect(kindOf(() => checkAppend('s', 0, [long]))).toBe('tooLarge')
  })
})
