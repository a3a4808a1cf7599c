import { afterAll, beforeAll, expect, test } from 'vitest'
import { accepted, decidedBy, refused, startTestshire } from '../kit/testshire.ts'
import type { Testshire } from '../kit/testshire.ts'

/* Stories 15, 17, 18 and 32: reports that are replaced, corrected, withdrawn or registered twice. */

let testshire: Testshire
beforeAll(async () => {
  testshire = await startTestshire()
})
afterAll(() => testshire.stop())

const entryOf = async (id: string, type: string): Promise<string> => {
  type History = {
    readonly node: { readonly history: { readonly edges: readonly { readonly node: { readonly id: string; readonly type: string } }[] } }
  }
  const asked = 'query ($id: ID!) { node(id: $id) { ... on EventSourced { history(first: 20) { edges { node { id type } } } } } }'
  const { node } = await testshire.officer.read<History>(asked, { id })
  return node.history.edges.find((edge) => edge.node.type === type)?.node.id ?? ''
}
const correct = async (stream: string, type: string, effectiveOn: string, reason: string, change: object) =>
  testshire.officer.done('correctEntry', { stream, entry: await entryOf(stream, type), effectiveOn, reason, change })

test('15: a new report’s recommendation replaces an old one: both show it, the committee concludes the old, the new has its own date', async () => {
  const old = await testshire.item('2024-02-05', 'by 30 September 2024')
  const report = await testshire.report('2025-02-03')
  const over = { reference: 'R3', ordinal: 3, timescale: { asPrinted: 'within six months' } }
  const next = await testshire.issue(report, '2025-02-03', over)
  const conclude = { reason: 'SUPERSEDED', explanation: 'The new report asks for more.', ...decidedBy('children-osc', '2025-03-12') }
  expect(await testshire.execute(old, 'concludeTracking', '2025-03-12', conclude)).toEqual(
    refused(
      'supersededBy',
      'The reason "superseded" needs the recommendation that replaces this one; no other reason takes one.',
      'Choose the recommendation that replaces this one.',
    ),
  )
  await testshire.done(old, 'supersedeRecommendation', '2025-02-10', { by: next, reason: 'The new report asks for more.' })
  await testshire.done(old, 'concludeTracking', '2025-03-12', { ...conclude, supersededBy: next })
  const told = 'supersededBy { id } linkedFrom { relation recommendation { id } } originalCompletionDate position { tracking }'
  expect(await testshire.read(old, told)).toEqual({
    supersededBy: { id: next },
    linkedFrom: [],
    originalCompletionDate: '2024-09-30',
    position: { tracking: 'CONCLUDED' },
  })
  expect(await testshire.read(next, told)).toEqual({
    supersededBy: null,
    linkedFrom: [{ relation: 'SUPERSEDED_BY', recommendation: { id: old } }],
    originalCompletionDate: '2025-08-03',
    position: { tracking: 'NOT_TRACKED' },
  })
})

test('17: a report’s date is corrected: its item is in doubt, then follows it, and what was decided on the old date is flagged', async () => {
  const id = await testshire.item('2024-02-06', 'within six months')
  const { report } = await testshire.read<{ report: { id: string } }>(id, 'report { id }')
  const rota = { evidenceId: 'rota', digest: `sha256:${'5e'.repeat(32)}`, mediaType: 'text/csv', name: 'Rota', location: 'Papers' }
  await testshire.done(id, 'attachEvidence', '2024-08-10', { ...rota, shows: 'OUTPUT', words: 'All centres are open.' })
  const achievedLate = { category: '2', completedOn: '2024-08-10', evidence: ['rota'], words: 'Done late.' }
  await testshire.done(id, 'makeCommitteeAssessment', '2024-09-11', { ...achievedLate, ...decidedBy('children-osc', '2024-09-11') })
  const assessment = await entryOf(id, 'CommitteeAssessmentMade')
  await correct(report.id, 'ReportRegistered', '2024-10-01', 'It is dated 16 February.', {
    kind: 'REPLACE',
    fields: { publishedOn: '2024-02-16' },
  })
  const dates = `originalCompletionDate baselineInDoubt { because } assessedBeforeBaselineCorrection position { schedule { state } }
    history(first: 20) { edges { node { effect { changes { attribute before after } } } } }`
  expect(await testshire.read(id, dates)).toMatchObject({
    originalCompletionDate: '2024-08-06',
    baselineInDoubt: {
      because: 'The day of the report is now 16 February 2024, and the completion date was worked out from 6 February 2024.',
    },
    assessedBeforeBaselineCorrection: [assessment],
    position: { schedule: { state: 'MET_LATE' } },
  })
  expect(await testshire.listed({ baselineInDoubt: true })).toEqual([id])
  const applied = { report: report.id, items: [id], reason: 'It is dated 16 February.', effectiveOn: '2024-10-01' }
  await testshire.officer.done('applyReportDates', applied)
  const now = await testshire.read<Readonly<Record<string, unknown>>>(id, dates)
  expect(now).toMatchObject({
    originalCompletionDate: '2024-08-16',
    baselineInDoubt: null,
    assessedBeforeBaselineCorrection: [assessment],
    position: { schedule: { state: 'MET_ON_TIME' } },
  })
  expect(JSON.stringify(now['history'])).toContain(
    '{"attribute":"ORIGINAL_COMPLETION_DATE","before":"6 August 2024","after":"16 August 2024"}',
  )
})

test('18: the recommendations of a withdrawn report are marked and stay outstanding; voiding the withdrawal restores the report', async () => {
  const report = await testshire.report('2024-03-04')
  await testshire.officer.done('publishReport', { report, effectiveOn: '2024-03-04' })
  const id = await testshire.issue(report, '2024-03-04', { timescale: { asPrinted: 'by 30 June 2024' } })
  await testshire.done(id, 'takeOnTracking', '2024-03-13', decidedBy('children-osc', '2024-03-13'))
  await testshire.officer.done('withdrawReport', { report, effectiveOn: '2024-05-01', reason: 'It will be issued anew.' })
  expect(await testshire.read(id, 'reportWithdrawn position { tracking schedule { state } }', { asAt: '2024-07-01' })).toEqual({
    reportWithdrawn: 'It will be issued anew.',
    position: { tracking: 'OPEN', schedule: { state: 'OVERDUE' } },
  })
  const marked = { report, reportWithdrawn: true }
  expect([await testshire.listed(marked), await testshire.listed(marked, { asAt: '2024-04-30' })]).toEqual([[id], []])
  // Outstanding until a committee concludes it: the publisher withdraws the report, not the committee's interest.
  expect(
    await testshire.listed({ report, tracking: 'OPEN', schedule: ['OVERDUE'], reportWithdrawn: false }, { asAt: '2024-07-01' }),
  ).toEqual([])
  const another = { report, reference: 'R2', ordinal: 2, title: 'Another', text: 'Another.', effectiveOn: '2024-05-02' }
  expect(await testshire.officer.execute('issueRecommendation', another)).toEqual(
    refused(
      'report',
      'The publisher has withdrawn this report, so nothing more can be issued from it.',
      'Use the report that replaces it, or correct the withdrawal if it is wrong.',
    ),
  )
  await correct(report, 'ReportWithdrawn', '2024-05-03', 'Another report was meant.', { kind: 'VOID' })
  expect(await testshire.read(id, 'reportWithdrawn report { withdrawn publication }')).toEqual({
    reportWithdrawn: null,
    report: { withdrawn: null, publication: 'PUBLISHED' },
  })
  expect(await testshire.officer.execute('issueRecommendation', another)).toEqual(accepted)
})

test('32: registered twice by two clerks, then merged: both references find the one that is counted', async () => {
  const report = await testshire.report('2024-04-08')
  const other = await testshire.report('2024-04-08')
  const first = await testshire.issue(report, '2024-04-08', { reference: 'YOUTH-1' })
  const twin = await testshire.issue(other, '2024-04-08', { reference: 'CLUBS-7' })
  for (const id of [first, twin]) await testshire.done(id, 'takeOnTracking', '2024-04-10', decidedBy('children-osc', '2024-04-10'))
  const counted = async () =>
    (
      await testshire.officer.read<{ outstandingByReport: { outstanding: number; report: { id: string } }[] }>(
        '{ outstandingByReport(authority: "testshire") { outstanding report { id } } }',
      )
    ).outstandingByReport
      .filter((row) => [report, other].includes(row.report.id))
      .reduce((sum, { outstanding }) => sum + outstanding, 0)
  expect(await counted()).toBe(2)
  await testshire.done(twin, 'mergeDuplicate', '2024-05-01', { into: first, reason: 'The same recommendation.' })
  expect(await counted()).toBe(1)
  expect([await testshire.listed({ search: 'YOUTH-1' }), await testshire.listed({ search: 'CLUBS-7' })]).toEqual([[first], [first]])
  const update = { words: 'Work goes on.' }
  expect(await testshire.execute(twin, 'updateProgress', '2024-05-08', update)).toEqual(
    refused(
      'updateId',
      'This duplicate was merged into another recommendation: in YOUTH-1 (Open the youth centres at weekends).',
      'Record it there.',
    ),
  )
})
