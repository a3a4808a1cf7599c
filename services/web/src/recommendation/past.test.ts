import { describe, expect, test } from 'vitest'
import { entriesOf, isPast, knownAt, pastFrom, pastWords, problemsOfPast } from './past.ts'
import type { HistoryEntry } from './recommendation-query.ts'
import { timelineOf, titleOf } from './timeline.ts'

const entry = (over: Partial<HistoryEntry>): HistoryEntry => ({
  id: 'a',
  type: 'ProgressUpdated',
  words: 'An update.',
  effectiveOn: '2018-02-14',
  recordedAt: '2026-11-22T11:00:00.000Z',
  position: '100',
  void: false,
  corrects: null,
  correctedBy: [],
  source: null,
  actor: { role: 'officer', name: null, onBehalfOf: null },
  ...over,
})

describe('which past is asked for', () => {
  test('is said in words', () => {
    expect(pastWords({ asAt: '', asKnownAt: '' })).toBeNull()
    expect(pastWords({ asAt: '14/2/2018', asKnownAt: '' })).toBe('Shown as it stood on 14 February 2018, by what we know today.')
    expect(pastWords({ asAt: '', asKnownAt: '14/2/2018' })).toBe('Shown with only what had been recorded by 14 February 2018.')
    expect(pastWords({ asAt: '', asKnownAt: '4711' })).toBe('Shown with only what had been recorded up to place 4711 of the log.')
    expect(pastWords({ asAt: '1/2/2018', asKnownAt: '14/2/2018' })).toBe(
      'Shown as it stood on 1 February 2018, with only what had been recorded by 14 February 2018.',
    )
  })

  test.each([
    ['4711', '4711'],
    ['31 March 2018', '2018-03-31'],
    ['2018-03-31T10:00:00Z', '2018-03-31T10:00:00Z'],
    ['2018-03-31T10:00+01:00', '2018-03-31T10:00+01:00'],
    ['2018-03-31T10:00', null],
    ['soon', null],
  ])('recorded by %j', (typed, known) => expect(knownAt({ asAt: '', asKnownAt: typed })).toBe(known))

  test('what cannot be understood is a problem of its field', () => {
    const fields = (asAt: string, asKnownAt: string) => problemsOfPast({ asAt, asKnownAt }, '2026-11-22').map(({ field }) => field)
    expect(fields('soon', '31/2/2018')).toEqual(['asAt', 'asKnownAt'])
    expect(fields('23/11/2026', '23/11/2026')).toEqual(['asAt', 'asKnownAt'])
    expect(fields('22/11/2026', '9'.repeat(12))).toEqual([])
    expect(isPast(pastFrom({ asAt: ['a', 'b'] }))).toBe(false)
  })
})

describe('the entries of a past', () => {
  const first = entry({ id: 'first', position: '100', effectiveOn: '2017-01-01', correctedBy: ['putRight'], void: true })
  const later = entry({ id: 'later', position: '200', effectiveOn: '2018-06-01', recordedAt: '2026-11-23T11:00:00.000Z' })
  const putRight = entry({
    id: 'putRight',
    type: 'EntryCorrected',
    position: '300',
    effectiveOn: '2018-01-01',
    corrects: 'first',
    recordedAt: '2026-11-24T11:00:00.000Z',
  })
  const all = [first, later, putRight]
  const shown = (asAt: string, asKnownAt: string) => entriesOf({ asAt, asKnownAt }, all).map(({ id }) => id)

  test('hold what had happened, and what had been recorded', () => {
    expect(shown('', '')).toEqual(['first', 'later', 'putRight'])
    expect(shown('31/1/2018', '')).toEqual(['first', 'putRight'])
    expect(shown('', '200')).toEqual(['first', 'later'])
    expect(shown('', '23/11/2026')).toEqual(['first', 'later'])
    expect(shown('', '2026-11-22T11:00:00Z')).toEqual(['first'])
  })

  test('a correction that was not known yet corrects nothing', () => {
    expect(entriesOf({ asAt: '', asKnownAt: '200' }, all)[0]).toMatchObject({ void: false, correctedBy: [] })
    expect(entriesOf({ asAt: '', asKnownAt: '' }, all)[0]).toMatchObject({ void: true, correctedBy: ['putRight'] })
  })
})

describe('the timeline', () => {
  test('is newest first by the day it happened, of one day the last recorded first', () => {
    const entries = [
      entry({ id: 'issued', effectiveOn: '2017-04-04' }),
      entry({ id: 'late', effectiveOn: '2017-01-01' }),
      entry({ id: 'owner', effectiveOn: '2017-04-04' }),
    ]
    expect(timelineOf(entries).map(({ anchor }) => anchor)).toEqual(['entry-owner', 'entry-issued', 'entry-late'])
  })

  test('shows a correction and what it corrects, each pointing to the other', () => {
    const [correction, wrong] = timelineOf([
      entry({ id: 'wrong', effectiveOn: '2017-01-01', correctedBy: ['right'], void: true }),
      entry({ id: 'right', type: 'EntryCorrected', effectiveOn: '2018-01-01', corrects: 'wrong' }),
    ])
    expect(correction).toMatchObject({
      isCorrection: true,
      corrects: { anchor: 'entry-wrong', text: 'Progress updated, 1 January 2017' },
    })
    expect(wrong).toMatchObject({ isVoid: true, correctedBy: [{ anchor: 'entry-right', text: 'Entry corrected, 1 January 2018' }] })
  })

  test('says what an entry reads since it was put right, and nothing where nothing of it changed', () => {
    const corrected = entry({ words: 'Progress reported: 7 of 24.', correctedBy: ['right'] })
    const now = (over: object, of = corrected) =>
      timelineOf([of], [{ entry: 'a', words: '7 of 24.', effectiveOn: '2018-02-14', ...over }])[0]?.nowReads
    expect(now({ words: '17 of 24.' })).toBe('17 of 24.')
    expect(now({})).toBeNull()
    expect(now({ effectiveOn: '2018-02-01' })).toBe('happened on 1 February 2018')
    expect(now({ words: '17 of 24.', effectiveOn: '2018-02-01' })).toBe('17 of 24. (happened on 1 February 2018)')
    expect(now({ words: '17 of 24.' }, { ...corrected, correctedBy: [] })).toBeNull()
    expect(now({ words: '17 of 24.' }, { ...corrected, void: true })).toBeNull()
  })

  test('names a role, and for whom, where no name may be shown', () => {
    const by = (actor: HistoryEntry['actor']) => timelineOf([entry({ actor })])[0]?.by
    expect(by({ role: 'officer', name: null, onBehalfOf: { name: 'Cabinet' } })).toBe('an officer for Cabinet')
    expect(by({ role: 'auditor', name: 'Ann Example', onBehalfOf: null })).toBe('Ann Example')
  })

  test('says where it was taken from, and the date that the document itself gives', () => {
    const source = (from: HistoryEntry['source']) => timelineOf([entry({ source: from })])[0]?.source
    expect(source(null)).toBeNull()
    expect(source({ system: 'pack', document: 'Tracking report', place: 'page 4', recordedOn: '2018-02-14' })).toBe(
      'Tracking report, page 4 (dated 14 February 2018)',
    )
    expect(source({ system: 'minutes', document: null, place: null, recordedOn: null })).toBe('minutes')
  })

  test('names every event type in words', () => {
    expect(titleOf('CompletionDateRevisionApproved')).toBe('Completion date revision approved')
  })
})
