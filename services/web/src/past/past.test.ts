import { describe, expect, test } from 'vitest'
import { notThenView } from './not-then-view.ts'
import { address, wayIn } from './past-links.ts'
import { pastAsked, pastView } from './past-view.ts'
import { nothingRecorded, pastWords } from './past-words.ts'
import { knownFrom, pastFrom, problemsOfPast, timesOf } from './past.ts'

const today = '2026-11-27'
const recorded = { events: 212, lastRecordedAt: '2026-11-27T09:40:00.000Z', firstRecordedAt: '2026-11-27T09:05:00.000Z' }

describe('which past an address asks for', () => {
  test.each([
    [{}, { asAt: '', asKnownAt: '' }],
    [
      { asAt: '14/2/2018', asKnownAt: '4711' },
      { asAt: '2018-02-14', asKnownAt: '4711' },
    ],
    [{ 'as-at': '14 February 2018' }, { asAt: '2018-02-14', asKnownAt: '' }],
    [
      { asAt: ['soon', 'b'], asKnownAt: { a: 'b' } },
      { asAt: 'soon', asKnownAt: '' },
    ],
    [{ asKnownAt: '2018-03-31T10:00 01:00' }, { asAt: '', asKnownAt: '2018-03-31T10:00+01:00' }],
  ])('%j', (query, past) => expect(pastFrom(query)).toEqual(past))

  test.each([
    ['4711', 'PLACE'],
    ['2018-03-31', 'DAY'],
    ['2018-03-31T10:00:00Z', 'INSTANT'],
    ['2018-03-31T10:00+01:00', 'INSTANT'],
    ['2018-03-31T10:00', undefined],
    ['2018-13-31T10:00Z', undefined],
    ['soon', undefined],
  ])('what was known by %j', (typed, kind) => expect(knownFrom(typed)?.kind).toBe(kind))

  test('what cannot be understood is a problem of its field, and is not asked for', () => {
    const fields = (asAt: string, asKnownAt: string) => problemsOfPast(pastFrom({ asAt, asKnownAt }), today).map(({ field }) => field)
    expect(fields('soon', '31/2/2018')).toEqual(['asAt', 'asKnownAt'])
    expect(fields('28/11/2026', '2026-11-28T09:00:00Z')).toEqual(['asAt', 'asKnownAt'])
    expect(fields('27/11/2026', '9'.repeat(12))).toEqual([])
    expect(timesOf(pastFrom({ asAt: 'soon', asKnownAt: '31/2/2018' }))).toEqual({ asAt: null, asKnownAt: null })
  })
})

describe('which past is shown', () => {
  test.each([
    ['14/2/2018', '', 'Position on 14 February 2018'],
    ['', '14/2/2018', 'Using records made up to the end of 14 February 2018'],
    ['', '2018-06-04T08:32:00Z', 'Using records made up to 4 June 2018 at 9:32am'],
    ['', '4711', 'Using records made up to 27 November 2026 at 9:40am (log position 4711)'],
    ['1/2/2018', '14/2/2018', 'Position on 1 February 2018, using records made up to the end of 14 February 2018'],
  ])('as at %j, as known at %j', (asAt, asKnownAt, heading) =>
    expect(pastWords(pastFrom({ asAt, asKnownAt }), recorded)?.heading).toBe(heading),
  )

  test('is the present where nothing is asked', () => expect(pastWords(pastFrom({}))).toBeNull())

  test('says since when the register has been kept where nothing had been recorded', () => {
    const before = { ...recorded, events: 0, lastRecordedAt: null }
    expect(nothingRecorded(pastFrom({ asKnownAt: '14/2/2018' }), before)).toBe(
      'Nothing had been recorded by the end of 14 February 2018. This register started on 27 November 2026 at 9:05am. Entries about earlier years were recorded then or later.',
    )
    expect(nothingRecorded(pastFrom({ asKnownAt: '4711' }), recorded)).toBeNull()
    expect(nothingRecorded(pastFrom({ asAt: '14/2/1018' }), before)).toBeNull()
  })
})

describe('the control of a page', () => {
  const viewOf = (query: object, here: Parameters<typeof pastView>[2] = { path: '/' }) => {
    const past = pastFrom(query as Record<string, unknown>)
    return pastView(pastAsked(past, problemsOfPast(past, today), today), recorded, here)
  }

  test('shows the days as people write them and keeps what else the page was asked', () => {
    const view = viewOf(
      { asAt: '2018-02-14' },
      {
        path: '/',
        asked: [
          ['search', 'care'],
          ['sort', ''],
        ],
        changes: { path: '/changes', asked: [['search', 'care']] },
      },
    )
    expect(view).toMatchObject({
      isPast: true,
      isOpen: false,
      presentHref: '/?search=care',
      changesHref: '/changes?search=care&asAt=2018-02-14',
    })
    expect(view).toMatchObject({ kept: [{ name: 'search', value: 'care' }], inAddress: '?asAt=2018-02-14' })
    expect(view.fields.map(({ value }) => value)).toEqual(['14 February 2018', ''])
  })

  test('with a day that is none stands open, says what is wrong, and the present is shown', () => {
    const view = viewOf({ asAt: '31/2/2018', asKnownAt: '2018-02-14' })
    expect(view).toMatchObject({ isPast: false, isOpen: true, inAddress: '', heading: 'Today, 27 November 2026' })
    expect(view.fields).toMatchObject([{ value: '31/2/2018', error: expect.stringContaining('Enter a real date') }, { error: null }])
  })

  test('where nothing had been recorded it leads to that day by what is known today', () => {
    const past = pastFrom({ asKnownAt: '14/2/2018' })
    const view = pastView(pastAsked(past, [], today), { ...recorded, lastRecordedAt: null }, { path: '/reports' })
    expect(view.nothing?.href).toBe('/reports?asAt=2018-02-14')
  })
})

describe('links', () => {
  const past = pastFrom({ asAt: '14/2/2018', asKnownAt: '4711' })

  test('keep the past that is shown', () => {
    expect(wayIn(past)('/recommendations/x')).toBe('/recommendations/x?asAt=2018-02-14&asKnownAt=4711')
    expect(wayIn(past)('/', { theme: 'care & risk' })).toBe('/?theme=care+%26+risk&asAt=2018-02-14&asKnownAt=4711')
    expect(wayIn(pastFrom({}))('/reports')).toBe('/reports')
    expect(address('', [['asKnownAt', '2018-03-31T10:00+01:00']])).toBe('?asKnownAt=2018-03-31T10%3A00%2B01%3A00')
  })

  test('of something that was not there then lead to when it was', () => {
    const item = {
      id: 'recommendation-x.1',
      title: 'Find them',
      history: { edges: [{ node: { effectiveOn: '2017-04-04', recordedAt: '2026-11-27T09:05:00.000Z' } }] },
    }
    const view = notThenView('recommendation', item, { past, way: wayIn(past) })
    expect(view.words.join(' ')).toContain('The first entry is dated 4 April 2017 and was recorded on 27 November 2026 at 9:05am.')
    expect(view.ways.map(({ href }) => href)).toEqual([
      '/recommendations/recommendation-x.1',
      '/recommendations/recommendation-x.1?asAt=2018-02-14',
      '/?asAt=2018-02-14&asKnownAt=4711',
    ])
  })
})
