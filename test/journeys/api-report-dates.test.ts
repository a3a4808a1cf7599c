import { randomUUID } from 'node:crypto'
import { reportDecider } from '@outstanding/domain'
import { handleCommand, uuidV5 } from '@outstanding/event-store'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport, committee, decision } from './kit/examples.ts'
import { establishCommittee, tracked } from './kit/whole-life.ts'

/* The date of a report was wrong by ten days, and a decision "achieved late" was made on it. */

let running: RunningApi
let officer: Client

beforeAll(async () => {
  running = await startApi()
  officer = createClient(inProcess(running.api.fetch), await running.tokenOf('officer', 'Ann Example'))
  await establishCommittee(officer)
})
afterAll(() => running.stop())

const shown = `query ($id: ID!, $asKnownAt: String) { recommendation(id: $id, asKnownAt: $asKnownAt) {
  originalCompletionDate baselineInDoubt { because countedFrom nowCountedFrom } assessedBeforeBaselineCorrection
  position { assessment { agreed } schedule { state } } } }`
type Shown = {
  readonly originalCompletionDate: string | null
  readonly baselineInDoubt: { readonly because: string } | null
  readonly assessedBeforeBaselineCorrection: readonly string[]
}
const of = async (id: string, asKnownAt: string | null = null): Promise<Shown> =>
  (await officer.read<{ recommendation: Shown }>(shown, { id, asKnownAt })).recommendation

type Entries = {
  readonly node: { readonly history: { readonly edges: readonly { readonly node: { readonly id: string; readonly type: string } }[] } }
}
const entryOf = async (id: string, type: string): Promise<string> => {
  const asked = `query ($id: ID!) { node(id: $id) { ... on EventSourced { history(first: 50) { edges { node { id type } } } } } }`
  const { node } = await officer.read<Entries>(asked, { id })
  return node.history.edges.find((edge) => edge.node.type === type)?.node.id ?? ''
}

/** A report dated 6 February with two items that count from it, and one that does not. */
async function datedReport() {
  const { id: report } = await officer.done(
    'registerReport',
    aReport({ publishedOn: '2026-02-06', publishedAsPrinted: null, effectiveOn: '2026-02-20' }),
  )
  await officer.done('publishReport', { report, effectiveOn: '2026-02-20' })
  const issue = async (ordinal: number, asPrinted: string) =>
    (
      await officer.done(
        'issueRecommendation',
        aRecommendation(report, { effectiveOn: '2026-02-20', reference: `R${ordinal}`, ordinal, timescale: { asPrinted } }),
      )
    ).id
  const [first, second, third] = [
    await issue(1, 'Within six months'),
    await issue(2, 'Within three months'),
    await issue(3, 'by October 2026'),
  ]
  const correctDate = async () =>
    officer.done('correctEntry', {
      stream: report,
      entry: await entryOf(report, 'ReportRegistered'),
      effectiveOn: '2026-09-20',
      reason: 'It is dated 16 February.',
      change: { kind: 'REPLACE', fields: { publishedOn: '2026-02-16' } },
    })
  return { report, first, second, third, correctDate }
}

const inDoubt = async (report: string): Promise<readonly string[]> => {
  const asked = `query ($filter: RecommendationFilter) { recommendations(filter: $filter) { edges { node { id } } } }`
  const found = await officer.read<{ recommendations: { edges: { node: { id: string } }[] } }>(asked, {
    filter: { report, baselineInDoubt: true },
  })
  return found.recommendations.edges.map(({ node }) => node.id)
}

describe('a report whose date is corrected', () => {
  test('leaves its items in doubt until they are named in one batch, and flags what was decided on the old date', async () => {
    const { report, first, second, third, correctDate } = await datedReport()
    await tracked(officer, first, '2026-02-20')
    await officer.done('attachEvidence', {
      recommendation: first,
      effectiveOn: '2026-08-10',
      evidenceId: 'list',
      digest: `sha256:${'5e'.repeat(32)}`,
      mediaType: 'text/csv',
      name: 'Contacts',
      location: 'Committee papers',
      shows: 'OUTCOME',
      words: 'All are in touch.',
    })
    await officer.done('makeCommitteeAssessment', {
      recommendation: first,
      effectiveOn: '2026-09-16',
      onBehalfOf: committee,
      decision: decision('2026-09-16'),
      category: '2',
      completedOn: '2026-08-10',
      evidence: ['list'],
      words: 'Achieved late.',
    })
    expect(await of(first)).toMatchObject({
      originalCompletionDate: '2026-08-06',
      baselineInDoubt: null,
      assessedBeforeBaselineCorrection: [],
    })
    expect(await inDoubt(report)).toEqual([])

    const { logPosition } = await correctDate()
    const assessment = await entryOf(first, 'CommitteeAssessmentMade')
    expect(await of(first)).toEqual({
      originalCompletionDate: '2026-08-06',
      baselineInDoubt: {
        because: 'The day of the report is now 16 February 2026, and the completion date was worked out from 6 February 2026.',
        countedFrom: '2026-02-06',
        nowCountedFrom: '2026-02-16',
      },
      assessedBeforeBaselineCorrection: [assessment],
      position: { assessment: { agreed: '2' }, schedule: { state: 'MET_LATE' } },
    })
    expect((await of(third)).baselineInDoubt).toBeNull()
    expect(await inDoubt(report)).toEqual([first, second])

    const commandId = randomUUID()
    const batch = { commandId, report, items: [first, second], reason: 'The report is dated 16 February.', effectiveOn: '2026-09-21' }
    const applied = await officer.done('applyReportDates', batch)
    expect(await officer.done('applyReportDates', batch)).toMatchObject({ id: report, revision: applied.revision })
    expect(await inDoubt(report)).toEqual([])
    expect(await of(first)).toMatchObject({
      originalCompletionDate: '2026-08-16',
      baselineInDoubt: null,
      assessedBeforeBaselineCorrection: [assessment],
      position: { assessment: { agreed: '2' }, schedule: { state: 'MET_ON_TIME' } },
    })
    expect((await of(second)).originalCompletionDate).toBe('2026-05-16')
    // What was known before stays as it was known: the old date, in doubt or not.
    expect(await of(first, logPosition)).toMatchObject({
      originalCompletionDate: '2026-08-06',
      baselineInDoubt: { countedFrom: '2026-02-06' },
    })
    expect(await of(first, String(BigInt(logPosition) - 1n))).toMatchObject({ originalCompletionDate: '2026-08-06', baselineInDoubt: null })
    await expectHistory(first, report, logPosition)
  })

  async function expectHistory(first: string, report: string, before: string): Promise<void> {
    const asked = `query ($id: ID!, $report: ID!, $before: String) {
      recommendation(id: $id) {
        history(first: 50) { edges { node { type words effect { changes { attribute before after } } } } }
        provenance(attributes: [ORIGINAL_COMPLETION_DATE]) { value entries { type } } }
      report(id: $report) { history(first: 50) { edges { node { type words } } } }
      recommendationDifference(id: $id, from: { asKnownAt: $before }, to: {}) { changes { attribute before after causes { kind } } } }`
    const answer = await officer.read<Readonly<Record<string, unknown>>>(asked, { id: first, report, before })
    const text = JSON.stringify(answer)
    expect(text).toContain('Corrected dates of the report applied to 2 recommendations: The report is dated 16 February.')
    expect(text).toMatch(/"attribute":"ORIGINAL_COMPLETION_DATE","before":"6 August 2026","after":"16 August 2026"/)
    expect(answer['recommendation']).toMatchObject({ provenance: [{ value: '16 August 2026', entries: [{ type: 'EntryCorrected' }] }] })
    expect(answer['recommendationDifference']).toMatchObject({
      changes: expect.arrayContaining([
        { attribute: 'ORIGINAL_COMPLETION_DATE', before: '6 August 2026', after: '16 August 2026', causes: [{ kind: 'CORRECTION' }] },
      ]),
    })
  }

  test('is refused for items that are not of it, or whose dates follow it already', async () => {
    const { report, first, third, correctDate } = await datedReport()
    const other = await datedReport()
    const given = (items: readonly string[]) =>
      officer.execute('applyReportDates', { report, items, reason: 'Corrected', effectiveOn: '2026-09-21' })
    expect(await given([first])).toMatchObject({ kind: 'CommandRejected', rule: 'datesInDoubt', field: 'items' })
    await correctDate()
    expect(await given([first, other.first])).toMatchObject({ rule: 'itemsOfReport', message: expect.stringContaining('R1') })
    expect(await given([first, third])).toMatchObject({ rule: 'datesInDoubt', message: expect.stringContaining('R3') })
    expect(await given([first, first])).toMatchObject({ rule: 'itemsNamedOnce' })
    expect(await given([report])).toMatchObject({ kind: 'CommandTargetNotFound', field: 'items' })
    expect(
      await officer.execute('applyReportDates', { report: first, items: [first], reason: 'x', effectiveOn: '2026-09-21' }),
    ).toMatchObject({
      kind: 'CommandTargetNotFound',
      field: 'report',
    })
    expect((await of(first)).originalCompletionDate).toBe('2026-08-06')
  })

  test('names the items whose correction is refused, which stay in doubt', async () => {
    const { report, first, second, correctDate } = await datedReport()
    await correctDate()
    const commandId = randomUUID()
    // Another entry has the id that the correction of the second item would get.
    await officer.done('assignTheme', {
      recommendation: second,
      theme: 'Leaving care',
      effectiveOn: '2026-09-20',
      commandId: uuidV5(commandId, second),
    })
    const input = { commandId, report, items: [first, second], reason: 'It is dated 16 February.', effectiveOn: '2026-09-21' }
    const asked = `mutation ($input: ApplyReportDatesInput!) { applyReportDates(input: $input) {
      kind: __typename ... on CommandAccepted { refusedItems { id name rule message } } } }`
    const { applyReportDates } = await officer.read<{ applyReportDates: object }>(asked, { input })
    expect(applyReportDates).toEqual({
      kind: 'CommandAccepted',
      refusedItems: [
        { id: second, name: expect.stringMatching(/^R2 \(/), rule: 'commandIdReused', message: expect.stringMatching(/already been used/) },
      ],
    })
    expect(await inDoubt(report)).toEqual([second])
  })

  test('goes on by itself where the program ended between the act and its items', async () => {
    const { report, first, second, correctDate } = await datedReport()
    await correctDate()
    const item = (id: string) => ({ id, reference: id, isOfReport: true, isInDoubt: true })
    const outcome = await handleCommand(running.store, reportDecider, {
      stream: report,
      authority: 'example-borough',
      command: {
        type: 'ApplyReportDates',
        data: { items: [first, second], reason: 'Corrected', ofItems: [item(first), item(second)] },
        actor: { id: 'person-0d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6a', role: 'officer' },
        effectiveOn: '2026-09-21',
        today: '2026-11-01',
      },
      commandId: randomUUID(),
      correlationId: randomUUID(),
      input: {},
    })
    expect(outcome.ok).toBe(true)
    await vi.waitFor(async () => expect((await of(second)).originalCompletionDate).toBe('2026-05-16'), { timeout: 20_000, interval: 100 })
    expect((await of(first)).originalCompletionDate).toBe('2026-08-16')
  })
})
