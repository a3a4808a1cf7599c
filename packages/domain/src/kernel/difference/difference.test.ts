import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IsoDate, Recorded } from '../../envelope.ts'
import { effectiveEntries, historyAt } from '../history/history-at.ts'
import { anyDay, anyEvents } from '../../../testing/recommendation/arbitrary-facts.ts'
import type { RecommendationEvent } from '../../recommendation/events.ts'
import { actors, decisionAt, recorded } from '../../../testing/recommendation/examples.ts'
import { recommendationAttributes } from '../../recommendation/attributes.ts'
import { differenceOf } from './difference.ts'
import { byName, nameOf, sameValue } from '../provenance/attribute.ts'

type Event = Recorded<RecommendationEvent>
const side = (asAt: IsoDate, knownAt: string | null = null) => ({
  asAt,
  knownAt,
  reader: recommendationAttributes({ asAt, dueSoonDays: 45 }),
})
const between = (events: readonly Event[], from: ReturnType<typeof side>, to: ReturnType<typeof side>, since = from.asAt) =>
  differenceOf(events, { from, to, since })
const log = (...facts: readonly (readonly [IsoDate, string, object])[]): readonly Event[] =>
  facts.map(([effectiveOn, type, data], revision) =>
    recorded({ type, data } as RecommendationEvent, revision, { effectiveOn, actor: actors.officer }),
  )
/** Up to and with the nth event. */
const knowing = (revision: number) => String(1000 + revision * 10)

const decision = decisionAt('2017-09-13')
const agreed = ['2017-09-13', 'CompletionDateAgreed', { date: '2017-10-31', decision }] as const
const concluded = (day: IsoDate) =>
  [day, 'TrackingConcluded', { reason: 'NO_LONGER_APPLICABLE', explanation: 'gone', supersededBy: null, decision }] as const
const reopened = (day: IsoDate) => [day, 'TrackingReopened', { reason: 'again', decision }] as const
const tracked = ['2017-09-13', 'TrackingTakenOn', { decision }] as const
const theme = (day: IsoDate, words: string) => [day, 'ThemeAssigned', { theme: words }] as const
const correction = (day: IsoDate, entry: string, change: object) => [day, 'EntryCorrected', { entry, reason: 'mistyped', change }] as const
const inShort = ({ changes }: ReturnType<typeof between>, ...fields: readonly string[]) =>
  changes
    .filter(({ field }) => fields.includes(field))
    .map(({ field, before, after, causes }) => [
      field,
      before,
      after,
      ...causes.map((cause) => (cause.kind === 'DATE_PASSED' ? 'DATE_PASSED' : `${cause.kind} ${cause.eventId}`)),
    ])

describe('the difference between two days', () => {
  const events = log(agreed, concluded('2018-02-14'), reopened('2018-05-01'), tracked)
  it('is a new event if it happened in between', () => {
    expect(inShort(between(events, side('2018-02-13'), side('2018-02-14')), 'TRACKING', 'SCHEDULE')).toEqual([
      ['SCHEDULE', 'OVERDUE', 'ENDED', 'NEW event-1'],
      ['TRACKING', 'OPEN', 'CONCLUDED', 'NEW event-1'],
    ])
    expect(inShort(between(events, side('2018-02-14'), side('2018-06-01')), 'TRACKING')).toEqual([
      ['TRACKING', 'CONCLUDED', 'OPEN', 'NEW event-2'],
    ])
  })
  it('lists only the entries of an item that was concluded and reopened in between', () => {
    const difference = between(events, side('2018-02-13'), side('2018-06-01'))
    expect(inShort(difference, 'TRACKING', 'SCHEDULE')).toEqual([])
    expect(difference.events).toEqual([
      { kind: 'NEW', eventId: 'event-1' },
      { kind: 'NEW', eventId: 'event-2' },
    ])
  })
  it('is the calendar alone where nothing was recorded', () => {
    const difference = between(events, side('2017-10-31'), side('2017-11-01'))
    expect(inShort(difference, 'SCHEDULE')).toEqual([['SCHEDULE', 'DUE_SOON', 'OVERDUE', 'DATE_PASSED']])
    expect(difference.events).toEqual([])
  })
  it('goes back too', () =>
    expect(inShort(between(events, side('2018-02-14'), side('2017-10-31')), 'TRACKING', 'SCHEDULE')).toEqual([
      ['SCHEDULE', 'ENDED', 'DUE_SOON', 'NEW event-1'],
      ['TRACKING', 'CONCLUDED', 'OPEN', 'NEW event-1'],
    ]))
})

describe('the difference between two states of knowledge', () => {
  const events = log(
    agreed,
    ['2016-10-12', 'ProgressUpdated', { updateId: 'u', words: 'begun', claim: 'IN_PROGRESS', completedOn: null, reportedTo: null }],
    theme('2018-02-20', 'helth'),
    correction('2018-03-01', 'event-2', { kind: 'REPLACE', fields: { theme: 'heath' } }),
    correction('2018-03-02', 'event-2', { kind: 'REPLACE', fields: { theme: 'health' } }),
  )
  it('distinguishes a late entry from a new event', () => {
    const difference = between(events, side('2018-02-14', knowing(0)), side('2018-02-28', knowing(2)))
    expect(inShort(difference, 'DELIVERY', 'THEME')).toEqual([
      ['THEME', null, 'helth', 'NEW event-2'],
      ['DELIVERY', 'NOT_REPORTED', 'IN_PROGRESS', 'LATE_ENTRY event-1'],
    ])
  })
  it('names a correction, and both of the same entry', () => {
    const since = side('2018-02-28', knowing(2))
    expect(inShort(between(events, since, side('2018-03-31', knowing(3))), 'THEME')).toEqual([
      ['THEME', 'helth', 'heath', 'CORRECTION event-3'],
    ])
    expect(inShort(between(events, since, side('2018-03-31', knowing(4))), 'THEME')).toEqual([
      ['THEME', 'helth', 'health', 'CORRECTION event-3', 'CORRECTION event-4'],
    ])
  })
  it('is of the same day where only knowledge grew', () =>
    expect(inShort(between(events, side('2016-12-31', knowing(0)), side('2016-12-31', knowing(4))), 'DELIVERY', 'THEME')).toEqual([
      ['DELIVERY', 'NOT_REPORTED', 'IN_PROGRESS', 'LATE_ENTRY event-1'],
    ]))
})

const anySide = fc.tuple(anyDay, fc.option(fc.nat(14).map((revision) => knowing(revision)))).map(([asAt, knownAt]) => side(asAt, knownAt))
const valuesAt = (events: readonly Event[], { asAt, knownAt, reader }: ReturnType<typeof side>) =>
  byName(reader.values(historyAt(reader as never, events, knownAt, asAt)))

describe('of any history, between any two sides', () => {
  it('is nothing where they are the same', () =>
    fc.assert(
      fc.property(anyEvents, anySide, (events, at) => {
        expect(between(events, at, at)).toEqual({ changes: [], events: [] })
      }),
      { numRuns: 100 },
    ))
  it('tells what the one says and what the other says, of all that differs and of nothing else', () =>
    fc.assert(
      fc.property(anyEvents, anySide, anySide, (events, from, to) => {
        const [before, after] = [valuesAt(events, from), valuesAt(events, to)]
        const { changes } = between(events, from, to)
        for (const change of changes) {
          expect(change.before).toEqual(before.get(nameOf(change))?.value ?? null)
          expect(change.after).toEqual(after.get(nameOf(change))?.value ?? null)
        }
        const same = [...new Set([...before.keys(), ...after.keys()])].filter((name) =>
          sameValue(before.get(name)?.value ?? null, after.get(name)?.value ?? null),
        )
        expect(changes.map(nameOf).filter((name) => same.includes(name))).toEqual([])
        expect(changes.length + same.length).toBe(new Set([...before.keys(), ...after.keys()]).size)
      }),
      { numRuns: 200 },
    ))
  it('from a over b to c ends where from a to c ends', () =>
    fc.assert(
      fc.property(anyEvents, anySide, anySide, anySide, (events, a, b, c) => {
        const values = new Map([...valuesAt(events, a)].map(([name, { value }]) => [name, value]))
        const apply = (changes: ReturnType<typeof between>['changes']) => {
          for (const change of changes)
            if (change.after === null) values.delete(nameOf(change))
            else values.set(nameOf(change), change.after)
        }
        apply(between(events, a, b).changes)
        apply(between(events, b, c).changes)
        expect(values).toEqual(new Map([...valuesAt(events, c)].map(([name, { value }]) => [name, value])))
        const direct = between(events, a, c).changes
        expect(direct.every(({ causes }) => causes.length > 0)).toBe(true)
      }),
      { numRuns: 100 },
    ))
  it('names no event that stands the same on both sides of a day, and the calendar alone for nothing but the schedule', () =>
    fc.assert(
      fc.property(anyEvents, anySide, anySide, (events, from, to) => {
        const inForce = (at: ReturnType<typeof side>) =>
          new Map(effectiveEntries(events, at.knownAt, at.asAt).map((entry) => [entry.eventId, JSON.stringify(entry.data)]))
        const known = (at: ReturnType<typeof side>, { position }: Event) => at.knownAt === null || Number(position) <= Number(at.knownAt)
        const { changes, events: named } = between(events, from, to)
        for (const { eventId } of named) {
          const event = events.find((one) => one.eventId === eventId) as Event
          const moved = known(from, event) !== known(to, event) || inForce(from).get(eventId) !== inForce(to).get(eventId)
          expect([eventId, moved || from.asAt !== to.asAt]).toEqual([eventId, true])
        }
        for (const { field, causes } of changes) if (causes.every(({ kind }) => kind === 'DATE_PASSED')) expect(field).toBe('SCHEDULE')
      }),
      { numRuns: 150 },
    ))
})
