import { describe, expect, test } from 'vitest'
import type { EntryType, ItemDifferenceFragment } from '../queries/queries.ts'
import { changeOf, isWhole } from './change-words.ts'
import { itemChangesView } from './item-changes.ts'
import { askedOfSides, betweenWords, emptySides, isAsked, momentsOf, problemsOfSides, sidesFrom } from './sides.ts'
import { sidesForm } from './sides-form.ts'

const today = '2026-11-27'
const end = { events: 212, lastRecordedAt: '2026-11-27T09:40:00.000Z', firstRecordedAt: '2026-11-27T09:05:00.000Z' }
const ends = { fromEnd: end, toEnd: end }

describe('the two sides', () => {
  test('come from the address, or from the past that a page showed', () => {
    expect(askedOfSides(sidesFrom({ from: '14/2/2018', toKnown: '4711' }))).toEqual([
      ['from', '2018-02-14'],
      ['fromKnown', ''],
      ['to', ''],
      ['toKnown', '4711'],
    ])
    expect(sidesFrom({ asAt: '14/2/2018', asKnownAt: '4711' }).from).toEqual({ asAt: '2018-02-14', asKnownAt: '4711' })
    expect([isAsked(sidesFrom({})), isAsked(sidesFrom({ to: '14/2/2018' }))]).toEqual([false, true])
    expect(momentsOf(sidesFrom({ from: '14/2/2018' }))).toEqual({
      from: { asAt: '2018-02-14', asKnownAt: null },
      to: { asAt: null, asKnownAt: null },
    })
  })

  test.each([
    [{ from: '14/2/2018' }, 'Changes between 14 February 2018 and today'],
    [
      { fromKnown: '4711', to: '1/3/2018' },
      'Changes between records made up to 27 November 2026 at 9:40am (log position 4711) and 1 March 2018',
    ],
  ])('%j in words', (query, words) => expect(betweenWords(sidesFrom(query), ends)).toBe(words))

  test('what cannot be understood is a problem of its own field, and says of which side', () => {
    const problems = problemsOfSides(sidesFrom({ from: 'soon', toKnown: '1/1/2200' }), today)
    expect(problems.map(({ field }) => field)).toEqual(['from', 'toKnown'])
    expect(problems[0]?.message).toContain('“Position on” (from)')
    const form = sidesForm(sidesFrom({ from: 'soon' }), { path: '/changes', asked: [['search', 'care']], today }, problems)
    expect(form.sides[0]?.fields[0]).toMatchObject({ value: 'soon', error: problems[0]?.message })
    expect(form.kept).toEqual([{ name: 'search', value: 'care' }])
    expect(form.often[0]?.href).toBe('/changes?search=care&from=2026-10-28')
  })

  test('a side before the register was kept says so', () => {
    const empty = { fromEnd: { ...end, lastRecordedAt: null }, toEnd: end }
    expect(emptySides(sidesFrom({ fromKnown: '14/2/2018' }), empty)[0]).toContain('Nothing had been recorded by')
    expect(emptySides(sidesFrom({ from: '14/2/2018' }), ends)).toEqual([])
  })
})

const entry = (type: EntryType) => ({
  id: 'e1',
  type,
  effectiveOn: '2016-10-12',
  effectiveOnPrecision: 'DAY' as const,
  recordedAt: '2026-11-27T09:40:00.000Z',
  words: 'Progress reported.',
  reason: null,
  actor: { role: 'OFFICER' as const, name: null, onBehalfOf: null },
})
const value = { attribute: 'DELIVERY', label: 'delivery', before: 'none', after: 'in progress', added: true, removed: false }

describe('a change', () => {
  test('is shown before and after, with who recorded it and when, and links to its entry', () => {
    const shown = changeOf('recommendation-x.1', { ...value, causes: [{ kind: 'LATE_ENTRY', entry: entry('ProgressUpdated') }] })
    expect(shown).toMatchObject({ label: 'Delivery', before: { text: '' }, after: { text: 'in progress' } })
    expect(shown.causes).toEqual([
      {
        kind: { text: 'Late entry', tone: 'orange' },
        entry: {
          text: 'Progress update, 12 October 2016',
          href: '/recommendations/recommendation-x.1#entry-e1',
          recorded: 'recorded by an officer, 27 November 2026 at 9:40am',
          words: 'Progress reported.',
        },
      },
    ])
  })

  test('into another item of the register leads there, not to its id', () => {
    const other = 'recommendation-x.00000000-0000-4000-8000-000000000000'
    expect(changeOf('x', { ...value, after: other, causes: [] }).after).toEqual({
      text: 'another recommendation',
      href: `/recommendations/${other}`,
    })
  })

  test('an item that was added or removed as a whole has no single value that was', () => {
    const delivery = { ...value, causes: [] }
    const changes = [delivery, { ...delivery, attribute: 'TITLE', label: 'title' }]
    expect(isWhole({ presence: 'ADDED', changes })).toBe(true)
    expect(isWhole({ presence: 'ADDED', changes: [delivery] })).toBe(false)
    expect(isWhole({ presence: 'CHANGED', changes })).toBe(false)
    expect(isWhole({ presence: 'REMOVED', changes })).toBe(false)
  })

  test('by a correction is marked so, and by the calendar alone has no entry', () => {
    const causes: ItemDifferenceFragment['entries'] = [
      { kind: 'NEW', entry: entry('EntryCorrected') },
      { kind: 'DATE_PASSED', entry: null },
    ]
    expect(changeOf('x', { ...value, causes }).causes).toMatchObject([
      { kind: { text: 'Correction' } },
      { kind: { text: 'Became due' }, entry: null },
    ])
  })
})

describe('one recommendation on two sides', () => {
  const recommendation = {
    id: 'recommendation-x.1',
    reference: 'R1',
    localReference: 'X-1',
    title: 'Find them',
    report: { title: 'Inspection', authorityName: 'Example' },
  }
  const found = (difference: ItemDifferenceFragment | null | undefined) =>
    itemChangesView({ recommendation, sides: sidesFrom({ from: '14/2/2018' }), ends, today, problems: [], difference }).found
  const none: ItemDifferenceFragment = { presence: 'SAME', changes: [], entries: [] }

  test.each<[ItemDifferenceFragment | null, string]>([
    [null, 'Not on the register on either date.'],
    [none, 'Nothing changed, and nothing was recorded.'],
    [{ ...none, entries: [{ kind: 'NEW', entry: entry('ThemeAssigned') }] }, 'Entries were recorded, but no value shown here changed.'],
    [{ ...none, presence: 'ADDED' }, 'Not on the register on 14 February 2018; on the register today.'],
    [{ ...none, presence: 'REMOVED' }, 'On the register on 14 February 2018; not on the register today.'],
    [{ ...none, presence: 'CHANGED', changes: [{ ...value, causes: [] }] }, '1 value changed.'],
  ])('%#: %j', (difference, words) => expect(found(difference)?.summary).toBe(words))

  test('leads to the page of each side, and shows nothing before two sides are chosen', () => {
    expect(found(none)?.ways.map(({ href }) => href)).toEqual([
      '/recommendations/recommendation-x.1?asAt=2018-02-14',
      '/recommendations/recommendation-x.1',
    ])
    expect(found(undefined)).toBeNull()
  })
})
