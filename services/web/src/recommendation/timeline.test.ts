import { describe, expect, test } from 'vitest'
import { entriesOf } from './entries-of-past.ts'
import type { HistoryEntry } from './recommendation-node.ts'
import { timelineOf } from './timeline.ts'

const entry = (over: Partial<HistoryEntry>): HistoryEntry => ({
  id: 'a',
  type: 'ProgressUpdated',
  words: 'An update.',
  effectiveOn: '2018-02-14',
  effectiveOnPrecision: 'DAY',
  recordedAt: '2026-11-22T11:00:00.000Z',
  logPosition: '100',
  void: false,
  effect: { changes: [] },
  corrects: null,
  correctedBy: [],
  textRemoved: null,
  source: null,
  recordedBySamePerson: false,
  actor: { role: 'OFFICER', name: null, onBehalfOf: null },
  ...over,
})

describe('the entries of a past', () => {
  const first = entry({ id: 'first', logPosition: '100', effectiveOn: '2017-01-01', correctedBy: ['corrected'], void: true })
  const later = entry({ id: 'later', logPosition: '200', effectiveOn: '2018-06-01', recordedAt: '2026-11-23T11:00:00.000Z' })
  const corrected = entry({
    id: 'corrected',
    type: 'EntryCorrected',
    logPosition: '300',
    effectiveOn: '2018-01-01',
    corrects: 'first',
    recordedAt: '2026-11-24T11:00:00.000Z',
  })
  const all = [first, later, corrected]
  const shown = (asAt: string | null, asKnownAt: string | null) => entriesOf({ asAt, asKnownAt }, all).map(({ id }) => id)

  test('hold what had happened, and what had been recorded', () => {
    expect(shown(null, null)).toEqual(['first', 'later', 'corrected'])
    expect(shown('2018-01-31', null)).toEqual(['first', 'corrected'])
    expect(shown(null, '200')).toEqual(['first', 'later'])
    expect(shown(null, '2026-11-23')).toEqual(['first', 'later'])
    expect(shown(null, '2026-11-22T11:00:00Z')).toEqual(['first'])
  })

  test('a correction goes with what it corrects, whatever day it carries; an entry with the day that it was given', () => {
    const putRightLater = { ...corrected, effectiveOn: '2019-01-01' }
    const at = { asAt: '2018-01-31', asKnownAt: null }
    expect(entriesOf(at, [first, later, putRightLater]).map(({ id }) => id)).toEqual(['first', 'corrected'])
    expect(entriesOf(at, all, new Set(['later'])).map(({ id }) => id)).toEqual(['first', 'later', 'corrected'])
  })

  test('a correction that was not known yet corrects nothing', () => {
    expect(entriesOf({ asAt: null, asKnownAt: '200' }, all)[0]).toMatchObject({ void: false, correctedBy: [] })
    expect(entriesOf({ asAt: null, asKnownAt: null }, all)[0]).toMatchObject({ void: true, correctedBy: ['corrected'] })
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
      corrects: { anchor: 'entry-wrong', text: 'Progress update, 1 January 2017' },
    })
    expect(wrong).toMatchObject({ isVoid: true, correctedBy: [{ anchor: 'entry-right', text: 'Entry corrected, 1 January 2018' }] })
  })

  test('says what an entry reads since it was corrected, and nothing where nothing of it changed', () => {
    const corrected = entry({ words: 'Progress reported: 7 of 24.', correctedBy: ['right'] })
    const now = (over: object, of = corrected) =>
      timelineOf([of], { record: [{ entry: 'a', words: '7 of 24.', effectiveOn: '2018-02-14', ...over }] })[0]?.nowReads
    expect(now({ words: '17 of 24.' })).toBe('17 of 24.')
    expect(now({})).toBeNull()
    expect(now({ effectiveOn: '2018-02-01' })).toBe('happened on 1 February 2018')
    expect(now({ words: '17 of 24.', effectiveOn: '2018-02-01' })).toBe('17 of 24. (happened on 1 February 2018)')
    expect(now({ words: '17 of 24.' }, { ...corrected, correctedBy: [] })).toBeNull()
    expect(now({ words: '17 of 24.' }, { ...corrected, void: true })).toBeNull()
  })

  test('names a role, and for whom, where no name may be shown', () => {
    const by = (actor: HistoryEntry['actor']) => timelineOf([entry({ actor })])[0]?.by
    expect(by({ role: 'OFFICER', name: null, onBehalfOf: { name: 'Cabinet' } })).toBe('an officer for Cabinet')
    expect(by({ role: 'AUDITOR', name: 'Ann Example', onBehalfOf: null })).toBe('Ann Example')
  })

  test('says where it was taken from, and the date that the document itself gives', () => {
    const source = (from: HistoryEntry['source']) => timelineOf([entry({ source: from })])[0]?.source
    expect(source(null)).toBeNull()
    expect(source({ system: 'pack', document: 'Tracking report', place: 'page 4', recordedOn: '2018-02-14' })).toBe(
      'Tracking report, page 4 (dated 14 February 2018)',
    )
    expect(source({ system: 'minutes', document: null, place: null, recordedOn: null })).toBe('minutes')
  })

  test('leads to what was known when each entry had been recorded, of the day that is shown', () => {
    expect(timelineOf([entry({})])[0]?.asKnownThenHref).toBe('?asKnownAt=100')
    expect(timelineOf([entry({})], { asAt: '2018-03-01' })[0]?.asKnownThenHref).toBe('?asAt=2018-03-01&asKnownAt=100')
  })

  test('shows old and new values: of a correction all of them, of another entry the dates that it moved', () => {
    const date = { attribute: 'DUE_ON', label: 'due', before: '31 March 2018', after: '30 April 2018', added: false, removed: false }
    const update = { attribute: 'UPDATE', label: 'update', before: '7 of 24', after: '16 of 24', added: false, removed: false }
    const changes = (over: Partial<HistoryEntry>) =>
      timelineOf([entry({ effect: { changes: [date, update, { ...date, added: true, before: 'none' }] }, ...over })])[0]?.changes
    expect(changes({})).toEqual([{ label: 'Due', before: '31 March 2018', after: '30 April 2018' }])
    expect(changes({ corrects: 'b' })).toHaveLength(3)
  })
})

test('an entry whose text was removed says when and why', () => {
  const removed = entry({ words: 'Progress reported: text removed', textRemoved: { on: '2026-03-03', reason: 'It named a child.' } })
  expect(timelineOf([removed])[0]).toMatchObject({
    words: 'Progress reported: text removed',
    textRemoved: 'Text removed on 3 March 2026: It named a child.',
  })
  expect(timelineOf([entry({})])[0]?.textRemoved).toBeNull()
})
