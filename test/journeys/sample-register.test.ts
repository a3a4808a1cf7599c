import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from './kit/client.ts'
import { startJourney } from './kit/product-or-url.ts'
import type { Journey } from './kit/product-or-url.ts'
import { historyOf } from './kit/whole-life.ts'

let journey: Journey
let anybody: Client

beforeAll(async () => {
  journey = await startJourney({ OUTSTANDING_SAMPLE: 'on' })
  anybody = journey.anybody
}, 240_000)
afterAll(() => journey.stop(), 60_000)

type Item = {
  readonly id: string
  readonly reference: string | null
  readonly text: string | null
  readonly report: { readonly title: string; readonly authority: string }
  readonly timescale: {
    readonly asPrinted: string | null
    readonly grade: string
    readonly months: number | null
    readonly date: string | null
  }
  readonly originalCompletionDate: string | null
  readonly children: readonly { readonly id: string }[]
  readonly position: {
    readonly schedule: { readonly state: string; readonly daysOverdue: number | null; readonly daysUntilDue: number | null }
    readonly tracking: string
  }
}
type List = { readonly recommendations: { readonly totalCount: number; readonly edges: readonly { readonly node: Item }[] } }

const list = `query ($filter: RecommendationFilter, $asAt: Date) {
  recommendations(first: 100, filter: $filter, asAt: $asAt) { totalCount edges { node {
    id reference text report { title authority } timescale { asPrinted grade months date } originalCompletionDate children { id }
    position { schedule { state daysOverdue daysUntilDue } tracking }
  } } pageInfo { hasNextPage } }
}`

const items = async (filter: object, asAt?: string): Promise<readonly Item[]> => {
  const { recommendations } = await anybody.read<List>(list, { filter, asAt })
  expect(recommendations.edges).toHaveLength(recommendations.totalCount)
  return recommendations.edges.map(({ node }) => node)
}

const count = (all: readonly Item[], wanted: (item: Item) => boolean): number => all.filter(wanted).length

test('the first question of the README has the answer that stands there', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const [, query = ''] = /--data-urlencode 'query=([^']+)'/.exec(readme) ?? []
  const [, answer = ''] = /```json\n([^`]+)```/.exec(readme) ?? []
  const response = await fetch(`${journey.url}/graphql?${new URLSearchParams({ query }).toString()}`)
  const told = JSON.parse(answer) as { extensions: { builtFrom: object } }
  const { builtFrom } = told.extensions
  expect(await response.json()).toEqual({
    ...told,
    extensions: {
      builtFrom: { ...builtFrom, logPosition: expect.stringMatching(/^\d+$/) as string, readModelVersion: expect.any(Number) as number },
    },
  })
})

describe('the made-up council', () => {
  const late = { filter: { authority: 'example-borough', search: 'EX2024-R4' }, asAt: '2025-08-01' }
  const delivery = async (asKnownAt: string): Promise<readonly unknown[]> => {
    const { recommendations } = await anybody.read<{ recommendations: { edges: readonly { node: { position: { delivery: string } } }[] } }>(
      `query ($filter: RecommendationFilter, $asAt: Date, $asKnownAt: String) {
        recommendations(filter: $filter, asAt: $asAt, asKnownAt: $asKnownAt) { edges { node { position { delivery } } } }
      }`,
      { ...late, asKnownAt },
    )
    return recommendations.edges.map(({ node }) => node.position.delivery)
  }

  test('shows what was known when: an update of June was recorded in August', async () => {
    expect(await delivery('2024-07-01')).toEqual([])
    expect(await delivery('2025-08-01')).toEqual(['NOT_REPORTED'])
    expect(await delivery('2025-08-31')).toEqual(['IN_PROGRESS'])
  })

  test('takes no recorded time from anybody now that the log is filled', async () => {
    const response = await fetch(`${journey.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'outstanding-recorded-at': '2024-01-01T00:00:00.000Z' },
      body: JSON.stringify({ query: '{ __typename }' }),
    })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
  })
})

describe('the register of real reports, as anybody sees it', () => {
  test.each([
    [{}, 41],
    [{ level: 'TOP' }, 38],
    [{ level: 'CHILD' }, 3],
    [{ textToHand: true }, 40],
    [{ textToHand: false }, 1],
    [{ level: 'TOP', textToHand: true }, 37],
  ])('%j has %i items', async (filter, expected) => expect(await items({ illustrative: false, ...filter })).toHaveLength(expected))

  test('has the timescales that the reports print', async () => {
    const all = await items({ illustrative: false, level: 'TOP' })
    const birmingham = (year: string) =>
      all.filter(({ originalCompletionDate, report }) => report.authority === 'birmingham' && originalCompletionDate?.startsWith(year))
    // Joint area review of 6 February 2007: one for immediate action, five over the next six months.
    expect(count(birmingham('2007'), ({ timescale }) => timescale.grade === 'IMMEDIATE')).toBe(1)
    expect(
      count(
        birmingham('2007'),
        ({ timescale, originalCompletionDate }) => timescale.months === 6 && originalCompletionDate === '2007-08-06',
      ),
    ).toBe(5)
    // Inspection of 16 July 2010: four at once, five within three months, three within six.
    expect(count(birmingham('2010'), ({ timescale }) => timescale.grade === 'IMMEDIATE')).toBe(4)
    expect(count(birmingham('2010'), ({ originalCompletionDate }) => originalCompletionDate === '2010-10-16')).toBe(5)
    expect(count(all, ({ originalCompletionDate }) => originalCompletionDate === '2011-01-16')).toBe(3)
    // Narrowing the gap gives none.
    expect(count(all, ({ report, timescale }) => report.authority === 'national' && timescale.grade === 'NOT_GIVEN')).toBe(6)
  })

  test('quotes nothing: every text, finding and finding of a visit is a summary', async () => {
    type Kinds = { readonly textKind: string | null }
    type Of<Name extends string> = {
      readonly [N in Name]: { readonly edges: readonly { readonly node: Kinds & { readonly findings: readonly Kinds[] } }[] }
    }
    const query = `{ recommendations(first: 100, filter: { illustrative: false }) { edges { node { textKind } } }
      reports(first: 50, illustrative: false) { edges { node { findings { textKind } } } } visits(first: 50) { edges { node { findings { textKind } } } } }`
    const { recommendations, reports, visits } = await anybody.read<Of<'recommendations' | 'reports' | 'visits'>>(query)
    const texts = recommendations.edges.map(({ node }) => node.textKind).filter((kind) => kind !== null)
    expect(texts).toHaveLength(40)
    const found = [...reports.edges, ...visits.edges].flatMap(({ node }) => node.findings.map(({ textKind }) => textKind))
    expect(found.length).toBeGreaterThan(100)
    expect(new Set([...texts, ...found])).toEqual(new Set(['SUMMARY']))
  })
  test('has one item of Coventry with three children', async () => {
    const coventry = (await items({ illustrative: false, level: 'TOP' })).filter(({ report }) => report.authority === 'coventry')
    expect(coventry).toHaveLength(5)
    expect(coventry.map(({ children }) => children.length).sort((a, b) => a - b)).toEqual([0, 0, 0, 0, 3])
  })

  test('counts the days of the committee pack of 14 February 2018', async () => {
    const all = await items({ illustrative: false }, '2018-02-14')
    const schedules = Object.fromEntries(
      all.filter(({ reference }) => /^R0?\d$/.test(reference ?? '')).map(({ reference, position }) => [reference, position.schedule]),
    )
    expect(schedules).toMatchObject({
      R01: { state: 'OVERDUE', daysOverdue: 290, daysUntilDue: null },
      R02: { state: 'NOT_DUE', daysOverdue: null, daysUntilDue: 106 },
      R03: { state: 'NOT_DUE', daysOverdue: null, daysUntilDue: 106 },
      R04: { state: 'OVERDUE', daysOverdue: 198, daysUntilDue: null },
      R05: { state: 'OVERDUE', daysOverdue: 106, daysUntilDue: null },
      R06: { state: 'DUE_SOON', daysOverdue: null, daysUntilDue: 14 },
      R2: { state: 'UNDATED', daysOverdue: null, daysUntilDue: null },
      R7: { state: 'UNDATED', daysOverdue: null, daysUntilDue: null },
    })
  })

  test('gives the same days when each is asked for alone, its history folded up to that day', async () => {
    const all = (await items({ illustrative: false }, '2018-02-14')).filter(({ reference }) => /^R\d+$/.test(reference ?? ''))
    expect(all.length).toBeGreaterThanOrEqual(8)
    for (const { id, position } of all) {
      const alone = await anybody.read<{ recommendation: Item }>(
        'query ($id: ID!) { recommendation(id: $id, asAt: "2018-02-14") { position { schedule { state daysOverdue daysUntilDue } tracking } } }',
        { id },
      )
      expect(alone.recommendation.position).toEqual(position)
    }
  })

  test('holds the 53 judgements of the record tables, and says which grades stand in the text', async () => {
    const { reports } = await anybody.read<{ reports: { edges: readonly { node: { judgements: readonly { printedIn: string }[] } }[] } }>(
      '{ reports(first: 100, illustrative: false) { edges { node { judgements { printedIn grade scale meaning } } } } }',
    )
    const judgements = reports.edges.flatMap(({ node }) => node.judgements)
    expect(judgements.filter(({ printedIn }) => printedIn === 'TABLE')).toHaveLength(53)
    expect(judgements.filter(({ printedIn }) => printedIn === 'TEXT').length).toBeGreaterThan(0)
  })

  test('says of every entry both times, and where it was printed', async () => {
    const [first] = (await items({ illustrative: false })).filter(({ reference }) => reference === 'R01')
    const nodes = await historyOf(anybody, first?.id ?? '', 100)
    expect(nodes.length).toBeGreaterThan(2)
    const { node } = await anybody.read<{ node: { history: { edges: readonly { node: { source: { document: string } | null } }[] } } }>(
      'query ($id: ID!) { node(id: $id) { ... on EventSourced { history(first: 100) { edges { node { source { system document place } } } } } } }',
      { id: first?.id },
    )
    expect(node.history.edges.every((edge) => edge.node.source !== null)).toBe(true)
  })
})

test('what no document shows is shown by a made-up council, marked as such', async () => {
  const made = await items({ illustrative: true })
  expect(made.length).toBeGreaterThanOrEqual(10)
  expect(new Set(made.map(({ report }) => report.authority))).toEqual(new Set(['example-borough']))
  expect(new Set(made.map(({ position }) => position.tracking))).toEqual(new Set(['OPEN', 'CONCLUDED']))
  for (const category of ['1', '2', '3', '4', '5', '6'])
    expect((await items({ illustrative: true, assessment: { agreed: [category] } })).length, category).toBeGreaterThan(0)
})
