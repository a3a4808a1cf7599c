import { committeeStream } from '@outstanding/event-store'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aCommittee, aRecommendation, aReport, decision } from './kit/examples.ts'
import { publishedReport } from './kit/whole-life.ts'

let running: RunningApi
let officer: Client

beforeAll(async () => {
  running = await startApi()
  officer = createClient(inProcess(running.api.fetch), await running.tokenOf('officer', 'Olive Example'))
})
afterAll(() => running.stop())

const children = {
  slug: 'children-osc',
  name: 'Children O&S Committee',
  authority: 'testshire',
  kind: 'OVERVIEW_AND_SCRUTINY',
  effectiveOn: '2020-05-19',
  illustrative: true,
}
const fields = 'id slug name formerNames kind remit quorum abolishedOn successors'

test('a committee keeps its slug and its id whatever it is called, in both times and for everybody', async () => {
  const { id } = await officer.done('establishCommittee', { ...children, remit: 'Children and schools', quorum: 4 })
  expect(id).toBe(committeeStream('testshire', 'children-osc'))
  expect(await officer.execute('establishCommittee', children)).toMatchObject({ rule: 'committeeNotYetEstablished', field: 'slug' })
  expect(await officer.execute('establishCommittee', { ...children, slug: 'Children' })).toMatchObject({ rule: 'isSlug', field: 'slug' })
  await officer.done('renameCommittee', { committee: id, name: 'Children and Families O&S Committee', effectiveOn: '2024-05-21' })
  const anybody = createClient(inProcess(running.api.fetch))
  const asked = `query ($asAt: Date) { committee(slug: "children-osc", asAt: $asAt) { ${fields} } committees(authority: "testshire") { totalCount } }`
  const now = {
    id,
    slug: 'children-osc',
    kind: 'OVERVIEW_AND_SCRUTINY',
    remit: 'Children and schools',
    quorum: 4,
    abolishedOn: null,
    successors: [],
  }
  expect(await anybody.read(asked)).toEqual({
    committee: { ...now, name: 'Children and Families O&S Committee', formerNames: ['Children O&S Committee'] },
    committees: { totalCount: 1 },
  })
  expect(await anybody.read(asked, { asAt: '2024-05-20' })).toMatchObject({
    committee: { name: 'Children O&S Committee', formerNames: [] },
  })
  expect(await anybody.read(asked, { asAt: '2020-05-18' })).toMatchObject({ committee: null })
})

test('a committee ends with the day of its abolition, and names what takes its place', async () => {
  const { id } = await officer.done('establishCommittee', { ...children, slug: 'audit', name: 'Audit Committee', kind: 'AUDIT' })
  await officer.done('establishCommittee', { ...children, slug: 'governance', name: 'Governance Committee', kind: 'AUDIT' })
  await officer.done('abolishCommittee', {
    committee: id,
    successors: ['governance'],
    resolution: 'Council, 20 May 2025',
    effectiveOn: '2025-05-20',
  })
  expect(await officer.execute('renameCommittee', { committee: id, name: 'x', effectiveOn: '2025-06-01' })).toMatchObject({
    rule: 'committeeNotAbolished',
  })
  const told = await officer.read<{ node: { history: { edges: { node: { type: string; words: string } }[] } } }>(
    `query ($id: ID!) { node(id: $id) { ... on Committee { abolishedOn successors resolution history(first: 9) { edges { node { type words } } } } } }`,
    { id },
  )
  expect(told.node).toMatchObject({ abolishedOn: '2025-05-20', successors: ['governance'], resolution: 'Council, 20 May 2025' })
  expect(told.node.history.edges.map(({ node }) => node.words)).toEqual([
    'Committee established: Audit Committee.',
    'Committee abolished (Council, 20 May 2025).',
  ])
})

test('two authorities may have a committee of one slug; then the authority is asked for', async () => {
  await officer.done('establishCommittee', { ...children, slug: 'health-osc', name: 'Health' })
  await officer.done('establishCommittee', { ...children, slug: 'health-osc', name: 'Health', authority: 'othershire' })
  const { errors } = await officer.ask('{ committee(slug: "health-osc") { id } }', {})
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', rule: 'authorityNeeded' })
  const asked = '{ committee(slug: "health-osc", authority: "othershire") { authority } }'
  expect(await officer.read(asked)).toEqual({ committee: { authority: 'othershire' } })
})

test('the committee of a lead officer is not for him to establish', async () => {
  const lead = createClient(inProcess(running.api.fetch), await running.tokenOf('lead-officer'))
  expect(await lead.execute('establishCommittee', { ...children, slug: 'mine' })).toMatchObject({ kind: 'CommandForbidden' })
})

test('a committee that is not on the register is refused by every command that names one', async () => {
  const report = await publishedReport(officer)
  const { id } = await officer.done('issueRecommendation', aRecommendation(report))
  const unknown = { ...decision('2026-02-10'), committee: 'childrens-committee' }
  const by = { recommendation: id, effectiveOn: '2026-02-10', onBehalfOf: { kind: 'BODY', id: unknown.committee }, decision: unknown }
  const given = {
    takeOnTracking: {},
    agreeCompletionDate: { date: '2026-06-30' },
    approveCompletionDateRevision: { requestId: 'r' },
    refuseCompletionDateRevision: { requestId: 'r', reason: 'x' },
    agreeAssessment: { proposalId: 'p' },
    makeCommitteeAssessment: { category: '6', words: 'x' },
    recordStillNeeded: { words: 'x' },
    concludeTracking: { reason: 'NO_LONGER_APPLICABLE', explanation: 'x' },
    reopenTracking: { reason: 'x', newDate: '2026-06-30' },
  }
  const refused = {
    kind: 'CommandRejected',
    rule: 'committeeExists',
    field: 'decision.committee',
    message: 'This authority has no committee of this slug: the nearest are children-committee.',
  }
  for (const [mutation, input] of Object.entries(given)) expect(await officer.execute(mutation, { ...by, ...input })).toMatchObject(refused)
  const { onBehalfOf: _by, ...dissent } = by
  expect(await officer.execute('recordDissent', { ...dissent, words: 'x', by: 'A group' })).toMatchObject(refused)
  const ending = { committee: committeeStream('example-borough', 'children-committee'), effectiveOn: '2026-02-11', successors: ['people'] }
  expect(await officer.execute('abolishCommittee', ending)).toMatchObject({ rule: 'successorExists', field: 'successors.0' })
})

test('a decision names a committee that was there on the day of its meeting, as it was called then', async () => {
  const authority = 'thirdshire'
  const { id: committee } = await officer.done('establishCommittee', { ...children, authority, effectiveOn: '2026-01-20' })
  await officer.done('renameCommittee', { committee, name: 'Families Committee', effectiveOn: '2026-02-20' })
  await officer.done('abolishCommittee', { committee, effectiveOn: '2026-03-20' })
  const { id: report } = await officer.done('registerReport', aReport({ authority }))
  const { id } = await officer.done('issueRecommendation', aRecommendation(report))
  const heard = (meetingOn: string, committeeName: string) =>
    officer.execute('recordStillNeeded', {
      recommendation: id,
      effectiveOn: '2026-04-01',
      words: 'More',
      onBehalfOf: { kind: 'BODY', id: children.slug },
      decision: { ...decision(meetingOn), committee: children.slug, committeeName },
    })
  await officer.done('takeOnTracking', {
    recommendation: id,
    effectiveOn: '2026-01-20',
    onBehalfOf: { kind: 'BODY', id: children.slug },
    decision: { ...decision('2026-01-20'), committee: children.slug, committeeName: children.name },
  })
  expect(await heard('2026-01-19', children.name)).toMatchObject({ rule: 'committeeEstablishedByMeeting', field: 'decision.meetingOn' })
  expect(await heard('2026-02-21', children.name)).toMatchObject({
    rule: 'committeeNameOnDay',
    message: 'The committee has another name on the day of the meeting: it is Families Committee.',
  })
  expect(await heard('2026-03-21', 'Families Committee')).toMatchObject({
    rule: 'committeeAbolishedBeforeMeeting',
    field: 'decision.meetingOn',
  })
  expect(await heard('2026-03-20', 'Families Committee')).toMatchObject({ kind: 'CommandAccepted' })
})

const health = { ...children, slug: 'health-scrutiny', name: 'Health O&S Committee', authority: 'example-borough' }
const by = (slug: string, committeeName: string) => (day: string) => ({
  effectiveOn: day,
  onBehalfOf: { kind: 'BODY', id: slug },
  decision: { ...decision(day), committee: slug, committeeName },
})
const asHealth = by(health.slug, health.name)
const asChildren = by(aCommittee.slug, aCommittee.name)

type Seen = {
  readonly position: unknown
  readonly trackedBy: readonly unknown[]
  readonly history: { readonly edges: readonly { readonly node: { readonly id: string; readonly words: string } }[] }
}
const seenBy = async (id: string, asAt: string | null = null) =>
  (
    await officer.read<{ recommendation: Seen & { decidedLate: string[]; decidedBeforeLate: string[] } }>(
      `query ($id: ID!, $asAt: Date) { recommendation(id: $id, asAt: $asAt) {
        position { tracking assessment { agreed differs } schedule { state dueOn } }
        trackedBy { committee tracking agreed setsDate conclusionReason handedTo } decidedLate decidedBeforeLate
        history(first: 50) { edges { node { id words } } } } }`,
      { id, asAt },
    )
  ).recommendation
const listedBy = async (report: string, filter: object) =>
  (
    await officer.read<{ recommendations: { totalCount: number } }>(
      'query ($filter: RecommendationFilter) { recommendations(filter: $filter) { totalCount } }',
      { filter: { report, ...filter } },
    )
  ).recommendations.totalCount

test('two committees decide each on its own day, in whichever order they are typed', async () => {
  const report = await publishedReport(officer)
  await officer.execute('establishCommittee', health)
  const { id } = await officer.done('issueRecommendation', aRecommendation(report))
  const counted = async () =>
    (
      await officer.read<{ outstandingByReport: { report: { id: string }; outstanding: number; notTracked: number }[] }>(
        '{ outstandingByReport(authority: "example-borough") { report { id } outstanding concluded notTracked } }',
      )
    ).outstandingByReport.find((row) => row.report.id === report)
  expect(await seenBy(id)).toMatchObject({ position: { tracking: 'NOT_TRACKED' }, trackedBy: [] })
  expect(await counted()).toMatchObject({ outstanding: 0, concluded: 0, notTracked: 1 })
  const execute = (mutation: string, input: object) => officer.execute(mutation, { recommendation: id, ...input })
  const late = { category: '5', anticipatedCompletionDate: '2026-09-30', words: 'Not enough' }
  expect(await execute('makeCommitteeAssessment', { ...late, ...asHealth('2026-04-20') })).toMatchObject({ rule: 'trackedByCommittee' })
  for (const as of [asChildren, asHealth])
    expect(await execute('takeOnTracking', as('2026-01-20'))).toMatchObject({ kind: 'CommandAccepted' })
  expect(await counted()).toMatchObject({ outstanding: 1, concluded: 0, notTracked: 0 })

  // Children's met on 27 April, Health on the 20th: its decision is typed second.
  expect(await execute('makeCommitteeAssessment', { ...late, category: '3', ...asChildren('2026-04-27') })).toMatchObject({
    kind: 'CommandAccepted',
  })
  expect(await execute('makeCommitteeAssessment', { ...late, ...asHealth('2026-04-20') })).toMatchObject({ kind: 'CommandAccepted' })
  expect(await seenBy(id)).toMatchObject({
    position: { tracking: 'OPEN', assessment: { agreed: null, differs: true } },
    trackedBy: [
      { committee: aCommittee.slug, tracking: 'OPEN', agreed: '3', setsDate: true },
      { committee: health.slug, tracking: 'OPEN', agreed: '5', setsDate: false },
    ],
    decidedLate: [],
    decidedBeforeLate: [],
  })
  expect(await seenBy(id, '2026-04-20')).toMatchObject({ position: { assessment: { agreed: '5', differs: false } } })

  // Found in old minutes.
  expect(await execute('makeCommitteeAssessment', { ...late, ...asChildren('2026-04-13') })).toMatchObject({ kind: 'CommandAccepted' })
  const { decidedLate, decidedBeforeLate, history } = await seenBy(id)
  const wordsOf = (ids: readonly string[]) => history.edges.flatMap(({ node }) => (ids.includes(node.id) ? [node.words] : []))
  expect(wordsOf(decidedLate)).toEqual([expect.stringContaining('13 April 2026')])
  expect(wordsOf(decidedBeforeLate)).toEqual([expect.stringContaining('27 April 2026')])

  const gone = { reason: 'NO_LONGER_APPLICABLE', explanation: 'It ended' }
  expect(await execute('concludeTracking', { ...gone, ...asChildren('2026-05-11') })).toMatchObject({ kind: 'CommandAccepted' })
  expect(await seenBy(id)).toMatchObject({ position: { tracking: 'OPEN', schedule: { state: 'ENDED' } } })
  expect(await listedBy(report, { tracking: 'OPEN' })).toBe(1)
  expect(await listedBy(report, { trackedBy: aCommittee.slug, tracking: 'OPEN' })).toBe(0)
  expect(await listedBy(report, { trackedBy: aCommittee.slug, tracking: 'CONCLUDED' })).toBe(1)
  expect(await listedBy(report, { trackedBy: health.slug, tracking: 'OPEN' })).toBe(1)
  expect(await execute('reopenTracking', { reason: 'x', ...asHealth('2026-05-12') })).toMatchObject({ rule: 'onlyWhenConcluded' })
  const handOver = { to: aCommittee.slug, reason: 'It is about children', ...asHealth('2026-06-01') }
  expect(await execute('handOverTracking', { ...handOver, to: 'childrens' })).toMatchObject({ rule: 'committeeExists', field: 'to' })
  expect(await execute('handOverTracking', handOver)).toMatchObject({ kind: 'CommandAccepted' })
  expect(await seenBy(id)).toMatchObject({
    position: { tracking: 'CONCLUDED', assessment: { agreed: '3', differs: false } },
    trackedBy: [
      { committee: aCommittee.slug, tracking: 'CONCLUDED', conclusionReason: 'NO_LONGER_APPLICABLE' },
      { committee: health.slug, tracking: 'HANDED_OVER', handedTo: aCommittee.slug },
    ],
  })
  expect(await counted()).toMatchObject({ outstanding: 0, concluded: 1, notTracked: 0 })
})

test('a committee that nobody knows is no filter', async () => {
  const { errors } = await officer.ask('{ recommendations(filter: { trackedBy: "helth" }) { totalCount } }', {})
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', rule: 'isKnown', field: 'trackedBy' })
})
