import type { DomainFact, EventMetadata } from '@outstanding/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeEvent, encodeFacts } from './domain-codec.ts'
import { faultOf } from './json/json-rules.ts'
import type { NewEvent, StoredEvent } from './port.ts'
import { currentVersion, upcast } from './upcasters.ts'

const stream = 'recommendation-example-borough.5f1d2c3b-4a59-5687-9c0d-1e2f3a4b5c6d'
const uuid = fc.uuid()
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const words = fc.string({ unit: 'grapheme' })
const orNull = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { nil: null })

/** A text that is not empty. */
const filled = fc.string({ minLength: 1 }).filter((some) => some.trim() !== '')
const metadata: fc.Arbitrary<Omit<EventMetadata, 'schemaVersion' | 'index'>> = fc.record({
  effectiveOn: day,
  commandId: uuid,
  requestDigest: filled,
  correlationId: uuid,
  causationId: uuid,
  actor: fc.record({
    id: filled,
    role: fc.constantFrom('officer' as const, 'committee-member' as const, 'administrator' as const),
    onBehalfOf: fc.option(fc.record({ kind: fc.constantFrom('office' as const, 'body' as const), id: filled }), {
      nil: undefined,
    }),
  }),
  authority: fc.constantFrom('birmingham', 'example-borough', 'national'),
  policy: fc.option(fc.record({ authority: fc.constant('birmingham'), version: fc.integer({ min: 1 }) }), { nil: undefined }),
})

/** Any but what the append refuses. */
const fieldName = fc.string({ minLength: 1 }).filter((name) => faultOf({ [name]: null }) === null)

const fact: fc.Arbitrary<DomainFact> = fc.oneof(
  fc.record({ type: fc.constant('ThemeAssigned' as const), data: fc.record({ theme: words }) }),
  fc.record({
    type: fc.constant('ProgressUpdated' as const),
    data: fc.record({
      updateId: words,
      words,
      claim: fc.constantFrom('NOT_STARTED' as const, 'IN_PROGRESS' as const, 'COMPLETE' as const, null),
      completedOn: orNull(day),
      reportedTo: orNull(words),
    }),
  }),
  fc.record({
    type: fc.constant('EntryCorrected' as const),
    data: fc.record({
      entry: uuid,
      reason: words,
      change: fc.oneof(
        fc.constant({ kind: 'VOID' as const }),
        fc.record({ kind: fc.constant('REPLACE' as const), fields: fc.dictionary(fieldName, orNull(words)) }),
      ),
    }),
  }),
)

const asStored = (event: NewEvent, revision: number): StoredEvent => ({
  ...event,
  data: JSON.parse(JSON.stringify(event.data)),
  metadata: JSON.parse(JSON.stringify(event.metadata)),
  stream,
  revision,
  position: String(100 + revision),
  recordedAt: '2026-03-12T09:32:00.000Z',
})

describe('codec', () => {
  test('a fact comes back as it went in, with its place', () => {
    fc.assert(
      fc.property(fc.array(fact, { minLength: 1, maxLength: 5 }), metadata, (facts, about) => {
        const events = encodeFacts(stream, facts, about)
        events.forEach((event, index) => {
          const decoded = decodeEvent(asStored(event, index))
          expect(decoded).toEqual({
            ok: true,
            event: {
              ...facts[index],
              ...asStored(event, index),
              metadata: JSON.parse(JSON.stringify({ ...about, schemaVersion: 1, index })),
            },
          })
        })
      }),
    )
  })

  test('the same command makes the same ids', () => {
    fc.assert(
      fc.property(fc.array(fact, { minLength: 1, maxLength: 5 }), metadata, (facts, about) => {
        const ids = encodeFacts(stream, facts, about).map((event) => event.eventId)
        expect(encodeFacts(stream, facts, about).map((event) => event.eventId)).toEqual(ids)
        expect(new Set(ids).size).toBe(facts.length)
      }),
    )
  })

  const about: Parameters<typeof encodeFacts>[2] = {
    effectiveOn: '2026-03-11',
    commandId: 'c0ffee00-1234-4567-89ab-cdef01234567',
    requestDigest: '5e',
    correlationId: 'c',
    causationId: 'c',
    actor: { id: 'p', role: 'officer' },
    authority: 'birmingham',
  }

  test.each([
    ['a day that is none', { type: 'CompletionDateRevisionRequested', data: { requestId: 'r', date: '2026-02-30', reason: '' } }, 'date'],
    ['a digest of another form', { type: 'ReportWithheld', data: { reason: 'r', digest: 'md5:0' } }, 'digest'],
    ['a missing field', { type: 'ActionAbandoned', data: { actionId: 'a' } }, 'reason'],
  ])('refuses to write %s', (_, wrong, field) => {
    expect(() => encodeFacts(stream, [wrong as DomainFact], about)).toThrow(field)
  })

  test('refuses metadata that names no real command or authority', () => {
    const themed: DomainFact = { type: 'ThemeAssigned', data: { theme: 't' } }
    expect(() => encodeFacts(stream, [themed], { ...about, commandId: 'one' })).toThrow(/commandId|UUID/)
    expect(() => encodeFacts(stream, [themed], { ...about, authority: 'City of Birmingham' })).toThrow('authority')
  })

  test('tells an unknown type, a newer version and damage apart', () => {
    const [event] = encodeFacts(stream, [{ type: 'ThemeAssigned', data: { theme: 'fostering' } }], about)
    if (!event) throw new Error('no event')
    const stored = asStored(event, 0)
    const reason = (changed: Partial<StoredEvent>) => {
      const decoded = decodeEvent({ ...stored, ...changed })
      return decoded.ok ? 'OK' : decoded.reason
    }
    expect(reason({})).toBe('OK')
    expect(reason({ type: 'MeetingScheduled' })).toBe('UNKNOWN_TYPE')
    expect(reason({ type: 'constructor' })).toBe('UNKNOWN_TYPE')
    expect(reason({ metadata: { ...(stored.metadata as object), schemaVersion: 2 } })).toBe('NEWER_VERSION')
    expect(reason({ metadata: undefined })).toBe('INVALID')
    expect(reason({ data: 'not an object' })).toBe('INVALID')
    expect(reason({ data: { theme: 4 } })).toBe('INVALID')
  })
})

describe('upcasting', () => {
  const steps = {
    ThemeAssigned: {
      1: (data: unknown) => ({ ...(data as object), theme: [(data as { theme: string }).theme] }),
      2: (data: unknown, on: string) => ({ ...(data as object), on }),
    },
  }
  test('walks every step from the version written to the newest', () => {
    expect(currentVersion('ThemeAssigned', steps)).toBe(3)
    expect(upcast('ThemeAssigned', { version: 1, data: { theme: 'a' }, effectiveOn: '2026-03-11' }, steps)).toEqual({
      data: { theme: ['a'], on: '2026-03-11' },
    })
    expect(upcast('ThemeAssigned', { version: 3, data: { theme: ['a'] }, effectiveOn: '2026-03-11' }, steps)).toEqual({
      data: { theme: ['a'] },
    })
  })
  test('does not guess at a newer version or over a gap', () => {
    expect(upcast('ThemeAssigned', { version: 4, data: {}, effectiveOn: '2026-03-11' }, steps)).toBeNull()
    expect(
      upcast('ThemeAssigned', { version: 1, data: {}, effectiveOn: '2026-03-11' }, { ThemeAssigned: { 2: steps.ThemeAssigned[2] } }),
    ).toBeNull()
    expect(currentVersion('ReportWithdrawn')).toBe(1)
  })
})
