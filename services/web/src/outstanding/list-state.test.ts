import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filterForm, tagsOf } from './filter-form.ts'
import { pageSize, variablesFor } from './list-filter.ts'
import { filters } from './filters.ts'
import type { Filter } from './filters.ts'
import { addressOf, filtered, listStateFrom, problemsOf } from './list-state.ts'
import type { ListState } from './list-state.ts'

/** What Express makes of an address. */
const queryOf = (address: string): Record<string, string | string[]> => {
  const asked = new URL(address, 'http://register.test').searchParams
  return Object.fromEntries(
    [...new Set(asked.keys())].map((name) => [name, asked.getAll(name).length > 1 ? asked.getAll(name) : (asked.get(name) ?? '')]),
  )
}
const stateOf = (address: string): ListState => listStateFrom(queryOf(address))

const offers = {
  outstandingByReport: [],
  themes: [],
  outstandingByOwner: [],
  committees: { edges: [] },
  policy: { inForce: { categories: [] } },
}

const word = fc.string({ maxLength: 60 }).map((text) => text.trim())
const valuesFor = (filter: Filter): fc.Arbitrary<readonly string[]> =>
  fc.uniqueArray(
    word.filter((value) => value !== '' && value !== filter.preset),
    { maxLength: filter.control === 'CHECKBOXES' ? 3 : 1 },
  )
const state: fc.Arbitrary<ListState> = fc.record({
  chosen: fc
    .tuple(...filters.map((filter) => valuesFor(filter).map((some) => [filter.name, some] as const)))
    .map((all) => Object.fromEntries(all.filter(([, some]) => some.length > 0))),
  past: fc.record({ asAt: fc.constantFrom('', '2018-02-14', 'soon'), asKnownAt: fc.constantFrom('', '4711', '2018-03-01') }),
  sort: fc.constantFrom('due', 'title', 'reference'),
  order: fc.constantFrom('asc' as const, 'desc' as const),
  after: fc.constantFrom('', 'cursor-9'),
  trail: fc.array(fc.constantFrom('-', 'cursor-1', 'cursor-2'), { maxLength: 4 }),
  page: fc.integer({ min: 1, max: 300 }),
  misordered: fc.constant([]),
})

describe('the list in its address', () => {
  test('comes back from its address as it was', () => {
    fc.assert(
      fc.property(state, (asked) => {
        expect(stateOf(addressOf(asked))).toEqual(asked)
      }),
    )
  })

  test('without anything asked, the address is bare', () => expect(addressOf(stateOf('/'))).toBe('/'))

  test('anything may stand in an address', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()), fc.constant({ nested: 'x' }))), (query) => {
        const asked = listStateFrom({
          ...query,
          schedule: ['OVERDUE', 'drop table', 'OVERDUE'],
          sort: 'constructor',
          order: 'sideways',
          page: '-1',
        })
        expect(asked).toMatchObject({ chosen: { schedule: ['OVERDUE', 'drop table'] }, sort: 'due', order: 'asc', page: 1 })
        expect(() => variablesFor(asked)).not.toThrow()
      }),
    )
  })

  test('cursors are kept whole: of long titles, and as many as there were pages', () => {
    const [long, longer] = ['a'.repeat(300), 'b'.repeat(500)]
    const asked = stateOf(`/?after=${longer}&trail=-~${long}&page=3`)
    expect(asked).toMatchObject({ after: longer, trail: ['-', long] })
  })

  test('a change begins again at the first page', () => {
    const deep = stateOf('/?search=fostering&after=c3&trail=-~c1~c2&page=4')
    expect(deep).toMatchObject({ after: 'c3', trail: ['-', 'c1', 'c2'], page: 4 })
    expect(addressOf(filtered(deep, 'schedule', ['OVERDUE']))).toBe('/?search=fostering&schedule=OVERDUE')
  })

  test('becomes what the API is asked for; the counts are not narrowed by the states chosen', () => {
    const asked = stateOf(
      '/?search=care&schedule=OVERDUE&schedule=UNDATED&assessment=3&due-before=31%2F3%2F2018&asAt=14+February+2018&asKnownAt=1%2F3%2F2018&tracking=all&illustration=hide&sort=title&order=desc',
    )
    expect(variablesFor(asked)).toEqual({
      first: pageSize,
      after: null,
      filter: {
        search: 'care',
        assessment: { agreed: ['3'] },
        schedule: ['OVERDUE', 'UNDATED'],
        dueBefore: '2018-03-31',
        illustrative: false,
      },
      countFilter: { search: 'care', assessment: { agreed: ['3'] }, dueBefore: '2018-03-31', illustrative: false },
      orderBy: { by: 'TITLE', direction: 'DESC' },
      asAt: '2018-02-14',
      asKnownAt: '2018-03-01',
      policyOf: 'national',
    })
  })

  test('by default only what is not concluded, the earliest due first', () => {
    expect(variablesFor(stateOf('/'))).toMatchObject({
      filter: { tracking: 'OPEN' },
      orderBy: { by: 'DUE', direction: 'ASC' },
      asAt: null,
      asKnownAt: null,
    })
  })

  test('keeps the past that is shown from page to page, however it was written in the address', () => {
    const asked = stateOf('/?as-at=14/2/2018&after=c3&page=2')
    expect(addressOf(filtered(asked, 'search', ['care']))).toBe('/?search=care&asAt=2018-02-14')
    expect(addressOf(asked)).toBe('/?asAt=2018-02-14&after=c3&page=2')
  })

  test('each filter in the address is in the form, in a tag that takes it away, and in what the API is asked', () => {
    const values: Readonly<Record<string, string>> = {
      schedule: 'OVERDUE',
      grade: 'IMMEDIATE',
      response: 'AWAITED',
      delivery: 'IN_PROGRESS',
      gravity: 'PRIORITY_ACTION',
      'due-before': '31/3/2018',
      'date-in-doubt': 'yes',
      'updated-before': '31/3/2018',
      reopened: 'yes',
      tracking: 'concluded',
      illustration: 'hide',
    }
    for (const { name } of filters) {
      const asked = stateOf(`/?${name}=${values[name] ?? 'care'}`)
      const value = values[name] ?? 'care'
      const field = filterForm(asked, offers, []).fields.find((each) => each.name === name)
      expect([name, field?.value, tagsOf(asked, offers).map(({ removeHref }) => removeHref)]).toEqual([name, value, ['/']])
      expect([name, variablesFor(asked).filter]).not.toEqual([name, variablesFor(stateOf('/')).filter])
      expect([name, problemsOf(asked)]).toEqual([name, []])
    }
  })

  test('a value that a filter cannot take is a problem of its field, and is not sent to the API', () => {
    const asked = stateOf('/?schedule=OVERDU&response=AWAITED')
    expect(problemsOf(asked)).toEqual([{ field: 'schedule-1', message: 'Choose one of the options for “Schedule”' }])
    expect(variablesFor(asked).filter).toEqual({ response: ['AWAITED'], tracking: 'OPEN' })
  })

  test.each(['/?sort=constructor', '/?sort=TITLE', '/?order=sideways'])('an order that is none is a problem: %s', (address) => {
    const name = /\?(\w+)/.exec(address)?.[1]
    expect(problemsOf(stateOf(address))).toEqual([
      { field: 'main-content', message: expect.stringMatching(`^Change “${name}” in the address to one of: (due|asc), `) },
    ])
  })

  test('of a value that is too long, a part is not taken for the whole', () => {
    const asked = stateOf(`/?search=${'a'.repeat(201)}&owner=${'b'.repeat(200)}`)
    expect(problemsOf(asked)).toEqual([{ field: 'search', message: 'Enter 200 characters or fewer for “Words in the title or text”' }])
    expect(variablesFor(asked).filter).toEqual({ owner: 'b'.repeat(200), tracking: 'OPEN' })
  })

  test('a date that is none is a problem of its field', () => {
    const fields = (address: string) => problemsOf(stateOf(address)).map(({ field }) => field)
    expect(fields('/?due-before=31/2/2018')).toEqual(['due-before'])
    expect(fields('/?due-before=1/1/2030')).toEqual([])
  })
})
