import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { listQuery, oneQuery } from './kit/contract.ts'
import type { One } from './kit/contract.ts'
import { aRecommendation, aReport } from './kit/examples.ts'
import { publishedReport } from './kit/whole-life.ts'

let running: RunningApi
let officer: Client

beforeAll(async () => {
  running = await startApi()
  officer = createClient(inProcess(running.api.fetch), await running.tokenOf('officer'))
})
afterAll(() => running.stop())

type List = {
  readonly recommendations: {
    readonly totalCount: number
    readonly edges: readonly { readonly node: { readonly id: string; readonly reference: string } }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
}

describe('the list', () => {
  let report: string
  beforeAll(async () => {
    report = await publishedReport(officer, { title: 'Twelve' })
    for (let ordinal = 1; ordinal <= 12; ordinal += 1)
      await officer.done('issueRecommendation', aRecommendation(report, { effectiveOn: '2026-01-06', reference: `R${ordinal}`, ordinal }))
    const { recommendation } = await officer.read<One>(oneQuery, { report, reference: 'R1' })
    await officer.done(
      'issueRecommendation',
      aRecommendation(report, { effectiveOn: '2026-01-06', reference: 'R1a', parent: recommendation?.id }),
    )
    await officer.done('registerListedRecommendation', {
      effectiveOn: '2026-01-06',
      report,
      reference: 'R13',
      ordinal: 13,
      title: 'Not to hand',
      listedIn: { document: 'Tracking report' },
    })
  })

  test('comes in pages without a gap or a repeat', async () => {
    const seen: string[] = []
    for (let after: string | null = null; ;) {
      const { recommendations }: List = await officer.read<List>(listQuery, { first: 5, after, filter: { report } })
      expect(recommendations.totalCount).toBe(14)
      seen.push(...recommendations.edges.map(({ node }) => node.reference))
      if (!recommendations.pageInfo.hasNextPage) break
      after = recommendations.pageInfo.endCursor
    }
    expect(seen).toEqual(['R1', 'R1a', ...Array.from({ length: 12 }, (_, index) => `R${index + 2}`)])
  })

  test.each([
    [{ level: 'TOP' }, 13],
    [{ level: 'ALL' }, 14],
    [{ textToHand: true }, 13],
    [{ textToHand: false }, 1],
    [{ illustrative: false }, 0],
    [{ timescaleGrade: ['WITHIN_MONTHS'] }, 13],
    [{ tracking: 'CONCLUDED' }, 0],
    [{ schedule: ['OVERDUE'] }, 13],
    [{ dueBefore: '2026-04-06' }, 0],
    [{ dueBefore: '2026-04-07' }, 13],
    [{ search: 'care leaver' }, 13],
    [{ search: 'R12' }, 1],
    [{ response: ['AWAITED'] }, 0],
    [{ delivery: ['NOT_REPORTED'], authority: 'example-borough' }, 14],
    [{ assessment: { agreed: ['1'] } }, 0],
  ])('filtered by %j has %i', async (filter, count) => {
    const { recommendations } = await officer.read<List>(listQuery, { first: 100, filter: { report, ...filter } })
    expect(recommendations.totalCount).toBe(count)
    expect(recommendations.edges).toHaveLength(count)
  })

  test.each([
    [{ owner: 'nobody' }, 'owner', /No owner has the id "nobody"/],
    [{ authority: 'exampleborough' }, 'authority', /No authority "exampleborough" is on the register\. Known: .*example-borough/],
    [{ theme: 'Nothing' }, 'theme', /No recommendation has the theme "Nothing"/],
    [{ report: 'report-none' }, 'report', /You can see no report with the id "report-none"/],
  ])('refuses a filter by %j, which nothing on the register has', async (filter, field, message) => {
    const refused = [{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT', field } }]
    const public_ = createClient(inProcess(running.api.fetch))
    for (const client of [officer, public_]) {
      expect((await client.ask(listQuery, { filter })).errors).toMatchObject(refused)
      const counts = 'query ($filter: RecommendationFilter) { scheduleCounts(filter: $filter) { overdue } }'
      expect((await client.ask(counts, { filter })).errors).toMatchObject(refused)
      const difference = `query ($filter: RecommendationFilter) { difference(filter: $filter, from: { asAt: "2026-01-01" }) { totalCount } }`
      expect((await client.ask(difference, { filter })).errors).toMatchObject(refused)
    }
  })

  test.each([
    'policy(authority: "nowhere") { authority }',
    'reports(authority: "nowhere") { totalCount }',
    'offices(authority: "nowhere") { totalCount }',
    'themes(authority: "nowhere")',
    'outstandingByOwner(authority: "nowhere") { name }',
    'outstandingByReport(authority: "nowhere") { title }',
  ])('an authority that is not on the register is refused: %s', async (query) => {
    const { errors } = await officer.ask(`{ ${query} }`)
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/No authority "nowhere".*example-borough/),
        extensions: { code: 'BAD_USER_INPUT', field: 'authority' },
      },
    ])
    const known = query.replace('nowhere', 'example-borough')
    expect((await officer.ask(`{ ${known} }`)).errors).toBeUndefined()
    expect((await officer.ask(`query { ${known.replace('")', '", asAt: "1999-01-01")')} }`)).errors).toBeUndefined()
  })

  test('a draft’s authority, owner and theme are as unknown to the public as none', async () => {
    const draft = await officer.done('registerReport', aReport({ title: 'Draft', authority: 'draft-town' }))
    const public_ = createClient(inProcess(running.api.fetch))
    for (const [filter, field] of [
      [{ authority: 'draft-town' }, 'authority'],
      [{ report: draft.id }, 'report'],
    ] as const) {
      expect((await public_.ask(listQuery, { filter })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }])
      expect((await officer.ask(listQuery, { filter })).errors).toBeUndefined()
    }
    expect((await public_.ask('{ node(id: "policy-draft-town") { id } }')).data).toEqual({ node: null })
  })

  test.each([0, -1, 101, 1_000])('a page of %i is refused', async (first) => {
    const { errors } = await officer.ask(listQuery, { first })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'first' })
  })

  test('a cursor of another list is refused', async () => {
    const { recommendations } = await officer.read<List>(listQuery, { first: 1, filter: { report } })
    const { errors } = await officer.ask(listQuery, {
      after: recommendations.pageInfo.endCursor,
      orderBy: { by: 'TITLE', direction: 'DESC' },
    })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' })
  })

  test('is there below its report too, with the children summed up', async () => {
    const { report: found } = await officer.read<{ report: object }>(
      `query ($id: ID!) { report(id: $id) { recommendations(first: 1, filter: { level: TOP }) { totalCount edges { node {
        reference childrenSummary { worst concluded schedule { overdue notDue } }
      } } } } }`,
      { id: report },
    )
    expect(found).toEqual({
      recommendations: {
        totalCount: 13,
        edges: [{ node: { reference: 'R1', childrenSummary: { worst: 'OVERDUE', concluded: 0, schedule: { overdue: 1, notDue: 0 } } } }],
      },
    })
  })

  test('counts days as at a day', async () => {
    const { recommendations } = await officer.read<List>(listQuery, { first: 1, asAt: '2026-04-16', filter: { report } })
    expect(recommendations.edges[0]?.node).toMatchObject({
      position: { schedule: { state: 'OVERDUE', daysOverdue: 10, daysUntilDue: null } },
    })
  })
})

describe('a search', () => {
  let report: string
  const title = 'The \u201cfront door\u201d for children\u2019s services in \u0141\u00f3d\u017a, 2016\u201317: multi\u2010agency policies'
  beforeAll(async () => {
    report = await publishedReport(officer, { title: 'As printed' })
    await officer.done('issueRecommendation', aRecommendation(report, { effectiveOn: '2026-01-06', reference: 'R1', title }))
  })
  const found = async (search: string): Promise<number> =>
    (await officer.read<List>(listQuery, { first: 5, filter: { report, search } })).recommendations.totalCount

  test.each(['"front door"', "children's", 'childrens', 'children\u2019s', 'lodz', '2016-17', 'multi-agency policy'])(
    'finds by %s what is printed with typographic characters',
    async (words) => expect(await found(words)).toBe(1),
  )
  test.each(['police', '2016-18', 'back door'])('does not find it by %s', async (words) => expect(await found(words)).toBe(0))
})
