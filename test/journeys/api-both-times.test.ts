import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, committee, decision } from './kit/examples.ts'
import { publishedReport, tracked } from './kit/whole-life.ts'

let running: RunningApi
let officer: Client
let anybody: Client
beforeAll(async () => {
  running = await startApi()
  const send = inProcess(running.api.fetch)
  officer = createClient(send, await running.tokenOf('officer'))
  anybody = createClient(send)
})
afterAll(() => running.stop())

type Times = { readonly asAt?: string; readonly asKnownAt?: string }
type Answer = {
  readonly recommendations: { readonly totalCount: number; readonly edges: readonly { readonly node: Node }[] }
  readonly scheduleCounts: Readonly<Record<string, number>>
  readonly outstandingByReport: readonly {
    readonly outstanding: number
    readonly concluded: number
    readonly report: { readonly id: string }
  }[]
  readonly report: { readonly recommendations: { readonly totalCount: number } } | null
}
type Node = {
  readonly id: string
  readonly title: string
  readonly themes: readonly string[]
  readonly position: { readonly tracking: string; readonly schedule: { readonly state: string } }
}

const everything = `query ($report: ID!, $filter: RecommendationFilter, $asAt: Date, $asKnownAt: String) {
  recommendations(filter: $filter, asAt: $asAt, asKnownAt: $asKnownAt) {
    totalCount edges { node { id title themes position { tracking schedule { state } } } }
  }
  scheduleCounts(filter: $filter, asAt: $asAt, asKnownAt: $asKnownAt) { overdue ended notDue dueSoon undated metOnTime metLate }
  outstandingByReport(authority: "example-borough", asAt: $asAt, asKnownAt: $asKnownAt) { outstanding concluded report { id } }
  report(id: $report, asAt: $asAt, asKnownAt: $asKnownAt) { recommendations { totalCount } }
}`

/** A report with one recommendation, and what a list of its recommendations says in any two times. */
async function followed(title: string) {
  const report = await publishedReport(officer, { title })
  const { id, logPosition } = await officer.done('issueRecommendation', aRecommendation(report, { effectiveOn: '2026-01-06' }))
  await tracked(officer, id)
  const execute = async (mutation: string, effectiveOn: string, input: object) =>
    officer.done(mutation, { recommendation: id, effectiveOn, ...input })
  const asked = async (times: Times = {}, filter: object = {}, client = officer) =>
    client.read<Answer>(everything, { report, filter: { report, ...filter }, ...times })
  const listed = async (times: Times = {}) => (await asked(times)).recommendations.edges[0]?.node
  const entryOf = async (type: string) => {
    const { recommendation } = await officer.read<{ recommendation: { history: { edges: { node: { id: string; type: string } }[] } } }>(
      'query ($id: ID!) { recommendation(id: $id) { history(first: 50) { edges { node { id type } } } } }',
      { id },
    )
    return recommendation.history.edges.findLast(({ node }) => node.type === type)?.node.id ?? ''
  }
  return { report, id, issuedAt: logPosition, execute, asked, listed, entryOf }
}

test('a late entry is there as at its day, once it was known', async () => {
  const { execute, listed, asked } = await followed('Entered late')
  const { logPosition: before } = await execute('assignTheme', '2026-06-01', { theme: 'Housing' })
  // Of January, recorded after what was of June.
  const { logPosition: after } = await execute('assignTheme', '2026-01-20', { theme: 'Care leavers' })

  expect((await listed({ asAt: '2026-02-01' }))?.themes).toEqual(['Care leavers'])
  expect((await listed({ asAt: '2026-02-01', asKnownAt: before }))?.themes).toEqual([])
  expect((await listed({ asAt: '2026-02-01', asKnownAt: after }))?.themes).toEqual(['Care leavers'])
  expect((await listed())?.themes).toEqual(['Housing'])
  expect((await asked({ asAt: '2026-02-01' }, { theme: 'Care leavers' })).recommendations.totalCount).toBe(1)
  expect((await asked({ asAt: '2026-02-01', asKnownAt: before }, { theme: 'Care leavers' })).recommendations.totalCount).toBe(0)
})

test('two corrections of one entry: each was known in its turn, and both are of the first day on', async () => {
  const { execute, listed, entryOf, id } = await followed('Corrected twice')
  const { logPosition: first } = await execute('assignTheme', '2026-03-01', { theme: 'Helth' })
  const entry = await entryOf('ThemeAssigned')
  const correct = (theme: string) =>
    officer.done('correctEntry', {
      stream: id,
      effectiveOn: '2026-04-01',
      entry,
      reason: 'Misspelt',
      change: { kind: 'REPLACE', fields: { theme } },
    })
  const { logPosition: second } = await correct('Health')
  await correct('Health care')

  expect((await listed({ asKnownAt: first }))?.themes).toEqual(['Helth'])
  expect((await listed({ asKnownAt: second }))?.themes).toEqual(['Health'])
  expect((await listed())?.themes).toEqual(['Health care'])
  expect((await listed({ asAt: '2026-03-15' }))?.themes).toEqual(['Health care'])
  expect((await listed({ asAt: '2026-03-15', asKnownAt: second }))?.themes).toEqual(['Health'])
  expect((await listed({ asAt: '2026-02-15' }))?.themes).toEqual([])
})

test('what was concluded and reopened is concluded between, in lists and in counts', async () => {
  const { execute, asked, report } = await followed('Reopened')
  const asCommittee = (day: string) => ({ onBehalfOf: committee, decision: decision(day) })
  const concluded = await execute('concludeTracking', '2026-05-01', {
    ...asCommittee('2026-05-01'),
    reason: 'NO_LONGER_APPLICABLE',
    explanation: 'The service has ended.',
  })
  const reopened = await execute('reopenTracking', '2026-07-01', {
    ...asCommittee('2026-07-01'),
    reason: 'It has begun again.',
    newDate: '2026-12-31',
  })
  const stood = async (times: Times) => {
    const { scheduleCounts, outstandingByReport, recommendations } = await asked(times)
    const ofReport = outstandingByReport.find((row) => row.report.id === report)
    return { ended: scheduleCounts['ended'], tracking: recommendations.edges[0]?.node.position.tracking, concluded: ofReport?.concluded }
  }

  const open = { ended: 0, tracking: 'OPEN', concluded: 0 }
  const ended = { ended: 1, tracking: 'CONCLUDED', concluded: 1 }
  expect(await stood({})).toEqual(open)
  expect(await stood({ asAt: '2026-04-30' })).toEqual(open)
  expect(await stood({ asAt: '2026-06-01' })).toEqual(ended)
  expect(await stood({ asKnownAt: concluded.logPosition })).toEqual(ended)
  expect(await stood({ asKnownAt: reopened.logPosition })).toEqual(open)
  expect(await stood({ asAt: '2026-06-01', asKnownAt: concluded.logPosition })).toEqual(ended)
  expect(await stood({ asAt: '2026-04-30', asKnownAt: concluded.logPosition })).toEqual(open)
})

test('the public is shown in no past what was not published then, or is withheld now', async () => {
  const { execute, asked, report, issuedAt } = await followed('Withheld')
  const count = async (times: Times = {}) => {
    const answer = await asked(times, {}, anybody)
    return [answer.recommendations.totalCount, answer.report?.recommendations.totalCount ?? null]
  }
  expect(await count()).toEqual([1, 1])
  expect(await count({ asKnownAt: issuedAt })).toEqual([1, 1])
  expect(await count({ asKnownAt: String(BigInt(issuedAt) - 1n) })).toEqual([0, 0])

  const { logPosition: withheld } = await execute('withholdRecommendation', '2026-02-01', { reason: 'Names a child' })
  expect(await count()).toEqual([0, 0])
  expect(await count({ asKnownAt: issuedAt })).toEqual([0, 0])
  expect(await count({ asAt: '2026-01-10' })).toEqual([0, 0])
  expect((await asked({ asKnownAt: issuedAt })).recommendations.totalCount).toBe(1)

  await officer.done('withholdReport', { report, effectiveOn: '2026-02-02', reason: 'All of it' })
  await expect(count({ asKnownAt: withheld })).rejects.toThrow('You can see no report with the id')
  await expect(count()).rejects.toThrow('You can see no report with the id')
})

test('names and owners are those of the time that is asked about', async () => {
  const { execute, id } = await followed('Owned')
  const office = { effectiveOn: '2026-01-01', authority: 'example-borough', illustrative: true, kind: 'OFFICER' }
  const { id: director } = await officer.done('createOffice', { ...office, name: 'Director of children' })
  const { id: trust } = await officer.done('createOffice', { ...office, name: 'Children’s trust', kind: 'BODY' })
  await execute('assignOwner', '2026-01-10', { owner: director, name: 'Director of children', role: 'LEAD_OFFICER' })
  const { logPosition: before } = await officer.done('renameOffice', {
    office: director,
    effectiveOn: '2026-03-01',
    name: 'Director of families',
  })
  await officer.done('transferService', {
    office: director,
    effectiveOn: '2026-05-01',
    service: 'Children',
    accountableBody: 'Example Borough Council',
    deliveringBody: 'Children’s trust',
    to: trust,
    items: [id],
  })
  const ownerIn = async (times: Times) => {
    const asked =
      'query ($id: ID!, $asAt: Date, $asKnownAt: String) { recommendation(id: $id, asAt: $asAt, asKnownAt: $asKnownAt) { owners { name } } }'
    const { recommendation } = await officer.read<{ recommendation: { owners: { name: string }[] } }>(asked, { id, ...times })
    return recommendation.owners.map(({ name }) => name)
  }
  expect(await ownerIn({ asAt: '2026-02-01' })).toEqual(['Director of children'])
  expect(await ownerIn({ asAt: '2026-04-01' })).toEqual(['Director of families'])
  expect(await ownerIn({})).toEqual(['Children’s trust'])
  expect(await ownerIn({ asKnownAt: before })).toEqual(['Director of families'])
})
