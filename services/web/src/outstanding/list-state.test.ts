import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageSize, variablesFor } from './list-filter.ts'
import { addressOf, changed, listStateFrom, problemsOf } from './list-state.ts'
import type { ListState } from './list-state.ts'

/** What Express makes of an address. */
const queryOf = (address: string): Record<string, string | string[]> => {
  const asked = new URL(address, 'http://register.test').searchParams
  return Object.fromEntries(
    [...new Set(asked.keys())].map((name) => [name, asked.getAll(name).length > 1 ? asked.getAll(name) : (asked.get(name) ?? '')]),
  )
}
const stateOf = (address: string): ListState => listStateFrom(queryOf(address))

const word = fc.string({ maxLength: 60 }).map((text) => text.trim())
const enumName = fc.constantFrom('', 'AWAITED', 'IN_PROGRESS', 'WITHIN_MONTHS')
const state: fc.Arbitrary<ListState> = fc.record({
  search: word,
  authority: word,
  report: word,
  theme: word,
  owner: word,
  grade: enumName,
  response: enumName,
  delivery: enumName,
  assessment: word,
  schedule: fc.uniqueArray(fc.constantFrom('OVERDUE', 'DUE_SOON', 'UNDATED'), { maxLength: 3 }),
  tracking: fc.constantFrom('open', 'concluded', 'all'),
  dueBefore: word,
  past: fc.record({ asAt: fc.constantFrom('', '2018-02-14', 'soon'), asKnownAt: fc.constantFrom('', '4711', '2018-03-01') }),
  illustration: fc.constantFrom('', 'hide'),
  sort: fc.constantFrom('due', 'title', 'reference'),
  order: fc.constantFrom('asc' as const, 'desc' as const),
  after: fc.constantFrom('', 'cursor-9'),
  trail: fc.array(fc.constantFrom('-', 'cursor-1', 'cursor-2'), { maxLength: 4 }),
  page: fc.integer({ min: 1, max: 300 }),
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
        expect(asked).toMatchObject({ schedule: ['OVERDUE'], sort: 'due', order: 'asc', page: 1 })
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
    expect(addressOf(changed(deep, { schedule: ['OVERDUE'] }))).toBe('/?search=fostering&schedule=OVERDUE')
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
    expect(addressOf(changed(asked, { search: 'care' }))).toBe('/?search=care&asAt=2018-02-14')
    expect(addressOf(asked)).toBe('/?asAt=2018-02-14&after=c3&page=2')
  })

  test('a date that is none is a problem of its field', () => {
    const fields = (address: string) => problemsOf(stateOf(address)).map(({ field }) => field)
    expect(fields('/?due-before=31/2/2018')).toEqual(['due-before'])
    expect(fields('/?due-before=1/1/2030')).toEqual([])
  })
})
