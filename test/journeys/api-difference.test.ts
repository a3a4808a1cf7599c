import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport } from './kit/examples.ts'
import { liveOneLife, publishedReport } from './kit/whole-life.ts'
import type { Life } from './kit/whole-life.ts'

let running: RunningApi
let officer: Client
let anybody: Client
let life: Life

beforeAll(async () => {
  running = await startApi()
  const send = inProcess(running.api.fetch)
  officer = createClient(send, await running.tokenOf('officer', 'Ann Example'))
  anybody = createClient(send)
  life = await liveOneLife(officer)
})
afterAll(() => running.stop())

type Cause = { readonly kind: string; readonly entry: { readonly type: string; readonly actor: { readonly role: string } } | null }
type Value = { readonly attribute: string; readonly words: string; readonly kind: string; readonly causes: readonly Cause[] }
type Item = {
  readonly id: string
  readonly presence: string
  readonly before: object | null
  readonly after: object | null
  readonly changes: readonly Value[]
  readonly entries: readonly Cause[]
}
type Page = {
  readonly totalCount: number
  readonly edges: readonly { readonly node: Item }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

const itemFields = `id presence changes { attribute words kind causes { kind entry { type actor { role } } } } entries { kind entry { type } }`
const both = `before { id position { tracking } } after { id position { tracking } }`
const oneQuery = `query ($id: ID!, $from: MomentInput!, $to: MomentInput) { recommendationDifference(id: $id, from: $from, to: $to) { ${itemFields} ${both} } }`
const reportQuery = `query ($id: ID!, $from: MomentInput!, $to: MomentInput) { reportDifference(id: $id, from: $from, to: $to) {
  ${itemFields} recommendations(first: 10) { totalCount edges { node { ${itemFields} } } } } }`
const listQuery = `query ($from: MomentInput!, $to: MomentInput, $filter: RecommendationFilter, $first: Int, $after: String) {
  difference(from: $from, to: $to, filter: $filter, first: $first, after: $after) {
    totalCount edges { node { ${itemFields} ${both} } } pageInfo { hasNextPage endCursor } } }`

const oneOf = async (id: string, from: object, to: object = {}, client = officer) =>
  (await client.read<{ recommendationDifference: Item | null }>(oneQuery, { id, from, to })).recommendationDifference
const between = async (from: object, to: object = {}) => (await oneOf(life.recommendation, from, to)) as Item
const told = ({ changes }: Item, ...attributes: readonly string[]) =>
  changes
    .filter(({ attribute }) => attributes.includes(attribute))
    .map(({ words, kind, causes }) => [words, kind, ...causes.map(({ entry }) => entry?.type ?? null)])
const list = async (filter: object, from: object, to: object = {}, more: object = {}, client = officer) =>
  (await client.read<{ difference: Page }>(listQuery, { filter, from, to, ...more })).difference

describe('one recommendation on two days', () => {
  test('reports new events, who recorded them, and that it was concluded', async () => {
    const item = await between({ asAt: '2026-06-16' }, { asAt: '2026-06-17' })
    expect(item).toMatchObject({
      presence: 'CHANGED',
      before: { position: { tracking: 'OPEN' } },
      after: { position: { tracking: 'CONCLUDED' } },
    })
    expect(told(item, 'TRACKING', 'ASSESSMENT_AGREED', 'SCHEDULE')).toEqual([
      [
        'Agreed assessment: 5: Not achieved (Insufficient progress); expected by 31 May 2026 → 2: Achieved (Late); completed on 15 May 2026',
        'NEW',
        'AssessmentAgreed',
      ],
      ['Schedule: overdue → completed late', 'NEW', 'AssessmentAgreed'],
      ['Tracking: open → concluded', 'NEW', 'TrackingConcluded'],
    ])
    expect(item.changes.flatMap(({ causes }) => causes.map(({ entry }) => entry?.actor.role))).toContain('OFFICER')
  })

  test('of what was concluded and reopened in between, names the entries and no change of it', async () => {
    const item = await between({ asAt: '2026-06-16' }, { asAt: '2026-09-16' })
    expect(told(item, 'TRACKING', 'CONCLUSION_REASON')).toEqual([])
    expect(item.entries.map(({ kind, entry }) => [kind, entry?.type])).toEqual([
      ['NEW', 'AssessmentAgreed'],
      ['NEW', 'TrackingConcluded'],
      ['NEW', 'TrackingReopened'],
    ])
    expect(told(await between({ asAt: '2026-06-17' }, { asAt: '2026-09-16' }), 'TRACKING')).toEqual([
      ['Tracking: concluded → open', 'NEW', 'TrackingReopened'],
    ])
  })

  test('says where nothing happened but that it became overdue', async () => {
    const item = await between({ asAt: '2026-05-31' }, { asAt: '2026-06-01' })
    expect(item).toMatchObject({ presence: 'CHANGED', entries: [] })
    expect(told(item, 'SCHEDULE')).toEqual([['Schedule: due soon → overdue', 'DATE_PASSED', null]])
  })

  test('is asked backwards too, and is the same the other way round', async () => {
    expect(told(await between({ asAt: '2026-06-17' }, { asAt: '2026-06-16' }), 'TRACKING', 'SCHEDULE')).toEqual([
      ['Schedule: completed late → overdue', 'NEW', 'AssessmentAgreed'],
      ['Tracking: concluded → open', 'NEW', 'TrackingConcluded'],
    ])
  })

  test('is nothing between equal sides, an addition where it was not issued yet, and is none of what is not there', async () => {
    expect(await between({}, {})).toMatchObject({ presence: 'SAME', changes: [], entries: [] })
    const added = await between({ asAt: '2026-01-05' }, { asAt: '2026-01-06' })
    expect(added).toMatchObject({ presence: 'ADDED', before: null, after: { id: life.recommendation } })
    expect(told(added, 'TITLE')).toEqual([['Title: none → Keep in touch with every care leaver', 'NEW', 'RecommendationIssued']])
    expect(await between({ asAt: '2026-01-06' }, { asAt: '2026-01-05' })).toMatchObject({ presence: 'REMOVED', after: null })
    expect(await oneOf(life.recommendation, { asAt: '2020-01-01' }, { asAt: '2021-01-01' })).toBeNull()
    expect(await oneOf('recommendation-none', {}, {})).toBeNull()
  })
})

describe('one recommendation as it was known on two occasions', () => {
  test('tells the correction of an entry, and both where it was corrected twice', async () => {
    const before = { asKnownAt: life.concludedAt }
    const words = 'Update: complete: Everyone is in touch. → complete: Everyone is in touch but two.'
    expect(told(await between(before), 'UPDATE')).toEqual([[words, 'CORRECTION', 'EntryCorrected']])
    const second = await officer.done('correctEntry', {
      stream: life.recommendation,
      effectiveOn: '2026-09-18',
      entry: life.corrected,
      reason: 'It was three.',
      change: { kind: 'REPLACE', fields: { words: 'Everyone is in touch but three.' } },
    })
    expect(told(await between(before), 'UPDATE')).toEqual([
      [words.replace('two', 'three'), 'CORRECTION', 'EntryCorrected', 'EntryCorrected'],
    ])
    const first = String(BigInt(second.logPosition) - 1n)
    expect(told(await between({ asKnownAt: first }), 'UPDATE')).toEqual([
      ['Update: complete: Everyone is in touch but two. → complete: Everyone is in touch but three.', 'CORRECTION', 'EntryCorrected'],
    ])
  })

  test('distinguishes a late entry from a new event', async () => {
    const { id, logPosition } = await officer.done('issueRecommendation', aRecommendation(life.report, { reference: 'R02', ordinal: 2 }))
    const execute = (mutation: string, effectiveOn: string, input: object) =>
      officer.done(mutation, { recommendation: id, effectiveOn, ...input })
    await execute('updateProgress', '2026-01-20', { updateId: 'late', words: 'Begun long ago.', claim: 'IN_PROGRESS' })
    await execute('assignTheme', '2026-03-10', { theme: 'Care leavers' })
    const item = (await oneOf(id, { asAt: '2026-03-01', asKnownAt: logPosition }, { asAt: '2026-03-31' })) as Item
    expect(told(item, 'DELIVERY', 'THEME', 'SCHEDULE')).toEqual([
      ['Theme: none → Care leavers', 'NEW', 'ThemeAssigned'],
      ['Delivery: no update received → in progress', 'LATE_ENTRY', 'ProgressUpdated'],
    ])
    // What was found out of that very day: nothing that happened after it.
    const sameDay = (await oneOf(id, { asAt: '2026-03-01', asKnownAt: logPosition }, { asAt: '2026-03-01' })) as Item
    expect(sameDay.entries.map(({ kind, entry }) => [kind, entry?.type])).toEqual([['LATE_ENTRY', 'ProgressUpdated']])
  })

  test('refuses a moment that is none', async () => {
    const { errors } = await officer.ask(oneQuery, { id: life.recommendation, from: { asKnownAt: 'yesterday' } })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', rule: 'isMoment' })
  })
})

describe('a report on two days', () => {
  test('tells its own facts and those of its recommendations', async () => {
    const { reportDifference } = await officer.read<{ reportDifference: Item & { recommendations: Page } }>(reportQuery, {
      id: life.report,
      from: { asAt: '2026-01-05' },
      to: { asAt: '2026-01-06' },
    })
    expect(told(reportDifference, 'PUBLICATION', 'ADOPTION')).toEqual([
      ['Adopted: none → on 6 January 2026 by Full Council', 'NEW', 'ReportAdopted'],
      ['Publication: unpublished → published', 'NEW', 'ReportPublished'],
    ])
    expect(reportDifference.recommendations.edges.map(({ node }) => [node.id, node.presence])).toEqual([[life.recommendation, 'ADDED']])
  })
})

describe('a list on two days', () => {
  test('holds what was added, removed and changed, and nothing else', async () => {
    const report = await publishedReport(officer)
    const issue = (n: number, effectiveOn: string) =>
      officer.done('issueRecommendation', aRecommendation(report, { reference: `R0${n}`, ordinal: n, effectiveOn }))
    const first = await issue(1, '2026-01-06')
    const second = await issue(2, '2026-01-06')
    const third = await issue(3, '2026-02-01')
    const execute = (id: string, mutation: string, effectiveOn: string, input: object) =>
      officer.done(mutation, { recommendation: id, effectiveOn, ...input })
    await execute(first.id, 'assignTheme', '2026-01-31', { theme: 'Before' })
    await execute(second.id, 'assignTheme', '2026-02-02', { theme: 'After' })
    const presence = (page: Page) => page.edges.map(({ node }) => [node.id, node.presence])
    const [from, to] = [{ asAt: '2026-01-31' }, { asAt: '2026-02-02' }]

    const whole = await list({ report }, from, to)
    expect(whole.totalCount).toBe(2)
    expect(presence(whole)).toEqual([
      [second.id, 'CHANGED'],
      [third.id, 'ADDED'],
    ])
    expect(presence(await list({ report }, to, from))).toEqual([
      [second.id, 'CHANGED'],
      [third.id, 'REMOVED'],
    ])
    expect(await list({ report }, from, from)).toMatchObject({ totalCount: 0, edges: [] })
    // A list of one theme: what is given another theme comes into it, though it was there before.
    const themed = await list({ report, theme: 'After' }, from, to)
    expect(presence(themed)).toEqual([[second.id, 'ADDED']])
    expect(themed.edges[0]?.node).toMatchObject({
      before: { id: second.id },
      changes: [{ attribute: 'THEME', words: 'Theme: none → After' }],
    })
    // All three are due on 6 April: the calendar alone.
    const overdue = await list({ report }, { asAt: '2026-04-06' }, { asAt: '2026-04-07' })
    expect(overdue.edges.flatMap(({ node }) => node.changes.map(({ words, kind }) => [words, kind]))).toEqual(
      [1, 2, 3].map(() => ['Schedule: due soon → overdue', 'DATE_PASSED']),
    )
    const paged = await list({ report }, from, to, { first: 1 })
    expect(paged).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } })
    const next = await list({ report }, from, to, { first: 1, after: paged.pageInfo.endCursor })
    expect([...presence(paged), ...presence(next)]).toEqual(presence(whole))
  })

  test('is known on two occasions', async () => {
    const report = await publishedReport(officer)
    const { id, logPosition } = await officer.done('issueRecommendation', aRecommendation(report))
    const concluded = await officer.done('withholdRecommendation', {
      recommendation: id,
      effectiveOn: '2026-02-01',
      reason: 'It names a child.',
    })
    const page = await list({ report }, { asKnownAt: logPosition }, { asKnownAt: concluded.logPosition })
    expect(page.edges.map(({ node }) => told(node, 'WITHHELD'))).toEqual([
      [['Withheld: none → It names a child.', 'LATE_ENTRY', 'RecommendationWithheld']],
    ])
  })

  test('shows the public what was shown, and never what is withheld now', async () => {
    const { id: report } = await officer.done('registerReport', aReport())
    const { id, logPosition } = await officer.done('issueRecommendation', aRecommendation(report))
    const theme = await officer.done('assignTheme', { recommendation: id, effectiveOn: '2026-01-06', theme: 'Not for all yet' })
    const asAnybody = async (from: object, to: object = {}) => (await list({ report }, from, to, {}, anybody)).edges.map(({ node }) => node)
    await expect(asAnybody({ asKnownAt: logPosition })).rejects.toThrow('You can see no report with the id')
    expect(await oneOf(id, { asKnownAt: logPosition }, {}, anybody)).toBeNull()
    await officer.done('publishReport', { report, effectiveOn: '2026-01-07' })
    expect(await asAnybody({ asKnownAt: logPosition })).toMatchObject([{ id, presence: 'ADDED', before: null, changes: [], entries: [] }])
    expect(await asAnybody({ asKnownAt: logPosition }, { asKnownAt: theme.logPosition })).toEqual([])
    await officer.done('assignTheme', { recommendation: id, effectiveOn: '2026-01-08', theme: 'For all' })
    expect((await asAnybody({ asAt: '2026-01-07' }))[0]?.changes.map(({ words }) => words)).toContain('Theme: Not for all yet → For all')
    await officer.done('withholdRecommendation', { recommendation: id, effectiveOn: '2026-01-09', reason: 'It names a child.' })
    for (const from of [{ asAt: '2026-01-07' }, { asKnownAt: logPosition }, {}]) {
      expect(await asAnybody(from, { asAt: '2026-01-08' })).toEqual([])
      expect(await oneOf(id, from, { asAt: '2026-01-08' }, anybody)).toBeNull()
    }
    const { reportDifference } = await anybody.read<{ reportDifference: Item | null }>(reportQuery, {
      id: report,
      from: { asKnownAt: logPosition },
    })
    expect(reportDifference).toMatchObject({ presence: 'ADDED', changes: [], entries: [] })
  })

  test('is counted in the limits of a query', async () => {
    const dear = `query ($first: Int) { difference(from: { asAt: "2026-01-01" }, first: $first) { edges { node { changes { causes { entry { effect { changes { words } } together(first: 50) { edges { node { id } } } } } } } } } }`
    expect((await anybody.ask(dear, { first: 100 })).errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_LARGE', limit: 'cost' })
    const { errors } = await officer.ask(listQuery, { from: {}, first: 101 })
    expect(errors?.[0]?.extensions).toMatchObject({ rule: 'pageSize' })
  })
})
