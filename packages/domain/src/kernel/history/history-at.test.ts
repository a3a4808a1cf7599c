import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact, IsoDate, Recorded } from '../../envelope.ts'
import type { EntryCorrected } from '../events/entry-corrected.ts'
import { effectiveEntries, historyAt } from './history-at.ts'

type Note = Fact<'Noted', { readonly words: string; readonly place?: string }>
type NoteEvent = Note | EntryCorrected
type Change = EntryCorrected['data']['change']

const recorded = (fact: NoteEvent, revision: number, effectiveOn: IsoDate): Recorded<NoteEvent> => ({
  ...fact,
  eventId: `e${revision}`,
  stream: 'notes-1',
  revision,
  position: String(90 + revision * 5),
  recordedAt: '2026-01-01T00:00:00.000Z',
  metadata: {
    schemaVersion: 1,
    effectiveOn,
    commandId: `c${revision}`,
    index: 0,
    requestDigest: 'd',
    correlationId: 'c',
    causationId: 'c',
    actor: { id: 'p', role: 'officer' },
    authority: 'a',
  },
})
const noted = (words: string, revision: number, on: IsoDate) => recorded({ type: 'Noted', data: { words } }, revision, on)
const corrected = (entry: string, change: Change, revision: number, on: IsoDate = '2026-06-01') =>
  recorded({ type: 'EntryCorrected', data: { entry, reason: 'r', change } }, revision, on)
const replace = (words: string, effectiveOn?: IsoDate): Change => ({
  kind: 'REPLACE',
  fields: { words },
  ...(effectiveOn ? { effectiveOn } : {}),
})
const nothing: Change = { kind: 'VOID' }

const decider = {
  initial: '',
  evolve: (state: string, event: Recorded<NoteEvent>) => (event.type === 'Noted' ? `${state}${event.data.words}` : `${state}!`),
}
const reads = (events: readonly Recorded<NoteEvent>[], position: string | null = null, asAt: IsoDate | null = null) =>
  historyAt(decider, events, position, asAt)

const two = [noted('a', 0, '2026-01-01'), noted('b', 1, '2026-02-01')]

describe('the history', () => {
  it('folds in order of the day, then of the revision', () => {
    expect(reads([...two, noted('c', 2, '2026-01-15'), noted('d', 3, '2026-01-15')])).toBe('acdb')
    expect(reads([noted('d', 3, '2026-01-15'), noted('c', 2, '2026-01-15')])).toBe('cd')
  })
  it('knows nothing later than a position, compared as a number', () => {
    expect(['94', '95', '99', '100', '9', '1000'].map((position) => reads([...two, noted('c', 2, '2026-03-01')], position))).toEqual([
      'a',
      'ab',
      'ab',
      'abc',
      '',
      'abc',
    ])
    const far = [{ ...noted('x', 0, '2026-01-01'), position: '9007199254740993' }]
    expect(reads(far, '9007199254740992')).toBe('')
    expect(reads(far, '9007199254740993')).toBe('x')
  })
  it('asks of the world up to a day, inclusive', () => {
    expect(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((asAt) => reads(two, null, asAt))).toEqual(['', 'a', 'a', 'ab'])
  })
  it('is a list of entries too, which leaves the events as they are', () => {
    const events = [...two, corrected('e0', replace('A', '2026-03-01'), 2)]
    const before = structuredClone(events)
    expect(effectiveEntries(events, null, null).map(({ eventId, metadata }) => [eventId, metadata.effectiveOn])).toEqual([
      ['e1', '2026-02-01'],
      ['e0', '2026-03-01'],
      ['e2', '2026-06-01'],
    ])
    expect(events).toEqual(before)
  })
})

describe('a correction', () => {
  it('replaces fields, and only those that the entry has', () => {
    const events = [...two, corrected('e0', { kind: 'REPLACE', fields: { words: 'A', toString: 'x', place: 'p' } }, 2)]
    expect(reads(events)).toBe('Ab!')
    expect(effectiveEntries(events, null, null)[0]).toMatchObject({ data: { words: 'A' }, metadata: { effectiveOn: '2026-01-01' } })
    expect(Object.keys(effectiveEntries(events, null, null)[0]?.data ?? {})).toEqual(['words'])
  })
  it('moves an entry to another day', () => {
    const events = [...two, corrected('e0', replace('A', '2026-02-02'), 2)]
    expect(reads(events)).toBe('bA!')
    expect(reads(events, null, '2026-02-01')).toBe('b')
    expect(reads(events, '95')).toBe('ab')
  })
  it('applies whatever day it carries, from the position on which it was written', () => {
    const events = [...two, corrected('e0', nothing, 2)]
    expect(reads(events, null, '2026-02-01')).toBe('b')
    expect(reads(events, '99', '2026-02-01')).toBe('ab')
    expect(reads(events, '100', '2026-02-01')).toBe('b')
  })
  it('is overtaken by a newer one of the same entry, whatever their days', () => {
    const events = [...two, corrected('e0', replace('A', '2026-05-01'), 2, '2026-07-01'), corrected('e0', replace('B'), 3, '2026-06-01')]
    expect(reads(events)).toBe('Bb!!')
    expect(reads([...two, corrected('e0', nothing, 2), corrected('e0', replace('B'), 3)])).toBe('Bb!!')
    expect(reads([...two, corrected('e0', replace('B'), 2), corrected('e0', nothing, 3)])).toBe('b!!')
  })
  it('corrects nothing when it is void itself: the one before it applies again', () => {
    const gone = [...two, corrected('e0', replace('A'), 2), corrected('e0', nothing, 3)]
    expect(reads([...gone, corrected('e3', nothing, 4)])).toBe('Ab!!')
    expect(reads([...gone, corrected('e3', nothing, 4), corrected('e4', nothing, 5)])).toBe('b!!!')
    expect(reads([...gone, corrected('e2', nothing, 4)])).toBe('b!!')
  })
  it('can be corrected in what it replaces', () => {
    const wrong = [...two, corrected('e0', replace('A'), 2)]
    const right = { kind: 'REPLACE', fields: { change: replace('C') } } as const
    expect(reads([...wrong, corrected('e2', right, 3)])).toBe('Cb!!')
  })
  it('is not given another change that could not be applied', () => {
    const wrong = [...two, corrected('e0', replace('A'), 2)]
    for (const change of [
      null,
      undefined,
      'VOID',
      7,
      [],
      {},
      { kind: 'REPLACE' },
      { kind: 'REPLACE', fields: null },
      { kind: 'REPLACE', fields: 'x' },
    ]) {
      const events = [...wrong, corrected('e2', { kind: 'REPLACE', fields: { change, reason: 'Why', entry: 7 } }, 3)]
      expect(reads(events)).toBe('Ab!!')
      expect(effectiveEntries(events, null, null)[2]?.data).toEqual({ entry: 'e0', reason: 'Why', change: replace('A') })
    }
    expect(reads([...wrong, corrected('e2', { kind: 'REPLACE', fields: { change: nothing } }, 3)])).toBe('b!!')
  })
  it('of an entry that is not there, or that is newer, corrects nothing', () => {
    expect(reads([...two, corrected('e9', nothing, 2)])).toBe('ab!')
    expect(reads([corrected('e1', nothing, 0), noted('b', 1, '2026-02-01')])).toBe('b!')
    expect(reads([corrected('e1', nothing, 0), corrected('e0', nothing, 1)])).toBe('!')
    expect(reads([corrected('e0', nothing, 0)])).toBe('!')
  })
})

const day = fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03')
const anyEntry = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'b', 'c'), day).map(
    ([words, on]) =>
      (revision: number) =>
        noted(words, revision, on),
  ),
  fc
    .tuple(
      fc.nat(9),
      fc.oneof(
        fc.constant(nothing),
        fc.tuple(fc.constantFrom('x', 'y'), fc.option(day)).map(([words, on]) => replace(words, on ?? undefined)),
        fc.constantFrom('v', 'w').map((words): Change => ({ kind: 'REPLACE', fields: { change: replace(words) } })),
      ),
      day,
    )
    .map(
      ([entry, change, on]) =>
        (revision: number) =>
          corrected(`e${entry}`, change, revision, on),
    ),
)
const anyHistory = fc.array(anyEntry, { maxLength: 12 }).map((entries) => entries.map((entry, revision) => entry(revision)))

describe('any history', () => {
  it('reads at a position as the events up to it read', () =>
    fc.assert(
      fc.property(anyHistory, fc.nat(12), fc.option(day), (events, count, asAt) => {
        expect(reads(events, String(90 + count * 5 - 1), asAt)).toBe(reads(events.slice(0, count), null, asAt))
      }),
    ))
  it('reads the same in whatever order the events are given', () =>
    fc.assert(
      fc.property(
        anyHistory.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
        ([events, shuffled]) => {
          expect(reads(shuffled)).toBe(reads(events))
        },
      ),
    ))
  it('has no entry twice, none later than the day asked of, and no more than were written', () =>
    fc.assert(
      fc.property(anyHistory, day, (events, asAt) => {
        const entries = effectiveEntries(events, null, asAt)
        expect(new Set(entries.map(({ eventId }) => eventId)).size).toBe(entries.length)
        expect(entries.every(({ metadata }) => metadata.effectiveOn <= asAt)).toBe(true)
        expect(entries.length).toBeLessThanOrEqual(events.length)
      }),
    ))
})
