import { randomUUID } from 'node:crypto'
import { visitDecider } from '@outstanding/domain'
import { handleCommand } from '@outstanding/event-store'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport } from './kit/examples.ts'
import { publishedReport } from './kit/whole-life.ts'

/* Inspectors visit, find what contradicts the member's claim, and the recommendation shows it as the third voice. */

let running: RunningApi
let officer: Client
let public_: Client
let report: string

beforeAll(async () => {
  running = await startApi()
  officer = createClient(inProcess(running.api.fetch), await running.tokenOf('officer', 'Ann Example'))
  public_ = createClient(inProcess(running.api.fetch))
  report = await publishedReport(officer)
})
afterAll(() => running.stop())

let ordinal = 0
const item = async (): Promise<string> => {
  ordinal += 1
  return (await officer.done('issueRecommendation', aRecommendation(report, { reference: `V${ordinal}`, ordinal }))).id
}
const letterOn = '2026-04-20'
let visits = 0
const visitOf = async (letter: string): Promise<string> => {
  visits += 1
  const days = { from: '2026-04-01', to: '2026-04-02', knownFrom: 'LETTER', letterOn, effectiveOn: letterOn }
  return (await officer.done('recordVisit', { report: letter, body: 'Inspectorate of Visits', ordinal: visits, ...days })).id
}
const findingOf = (visit: string, over: object = {}) =>
  officer.done('recordVisitFinding', {
    visit,
    ref: 'F1',
    area: 'Supervision',
    words: 'In five of twelve cases nothing was on record.',
    direction: 'UNCHANGED',
    figures: [
      {
        what: 'cases without a record',
        value: '41.7',
        unit: 'percent',
        comparator: { value: '29', of: 'the last inspection' },
        benchmark: { value: '18.7', of: 'England' },
        better: 'LOWER',
      },
    ],
    outstandingSince: { on: '2025-11-30', precision: 'MONTH', asPrinted: 'November 2025' },
    effectiveOn: letterOn,
    ...over,
  })

const shown = `query ($id: ID!, $asAt: Date, $asKnownAt: String) { recommendation(id: $id, asAt: $asAt, asKnownAt: $asKnownAt) {
  position { assessment { independent differs } }
  independentFindings { entry ref body visitedOn area direction visit { id ordinal } finding { words outstandingSince { on precision } figures { value comparator benchmark better } } } } }`
type Shown = {
  readonly position: { readonly assessment: { readonly independent: string | null } }
  readonly independentFindings: readonly { readonly entry: string; readonly direction: string; readonly finding: object | null }[]
}
const of = async (id: string, times: object = {}, client: Client = officer): Promise<Shown> =>
  (await client.read<{ recommendation: Shown }>(shown, { id, ...times })).recommendation
const directions = async (id: string, times: object = {}) => (await of(id, times)).independentFindings.map(({ direction }) => direction)

const entries = async (id: string) => {
  const asked = `query ($id: ID!) { node(id: $id) { ... on EventSourced { history(first: 50) { edges { node { id type words } } } } } }`
  type Entries = { readonly node: { readonly history: { readonly edges: readonly { readonly node: Entry }[] } } }
  type Entry = { readonly id: string; readonly type: string; readonly words: string }
  return (await officer.read<Entries>(asked, { id })).node.history.edges.map(({ node }) => node)
}
const entryOf = async (id: string, type: string) => (await entries(id)).find((entry) => entry.type === type)?.id ?? ''
const correct = async (stream: string, type: string, change: object) =>
  officer.done('correctEntry', { stream, entry: await entryOf(stream, type), effectiveOn: '2026-05-01', reason: 'Misread', change })
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 100 })

describe('a finding of a visit', () => {
  test('is the third voice of the recommendations that it is linked to, in both times', async () => {
    const [visit, first, second] = [await visitOf(report), await item(), await item()]
    const { logPosition: beforeLinking } = await findingOf(visit)
    const before = (await of(first)).independentFindings
    const commandId = randomUUID()
    const link = { commandId, visit, ref: 'F1', items: [first, second], effectiveOn: letterOn }
    const { id, revision } = await officer.done('linkFinding', link)
    expect(before).toEqual([])
    // A busy machine answers before everything is projected, and says so.
    await eventually(async () => expect(await directions(second)).toEqual(['UNCHANGED']))
    expect(await of(first, {}, public_)).toMatchObject({
      position: { assessment: { independent: 'UNCHANGED', differs: false } },
      independentFindings: [
        {
          ref: 'F1',
          body: 'Inspectorate of Visits',
          visitedOn: '2026-04-02',
          area: 'Supervision',
          visit: { id: visit },
          finding: {
            words: 'In five of twelve cases nothing was on record.',
            outstandingSince: { on: '2025-11-30', precision: 'MONTH' },
            figures: [{ value: 41.7, comparator: 29, benchmark: 18.7, better: 'LOWER' }],
          },
        },
      ],
    })
    expect(await directions(second)).toEqual(['UNCHANGED'])
    expect(await directions(first, { asAt: '2026-04-19' })).toEqual([])
    expect(await directions(first, { asKnownAt: String(beforeLinking) })).toEqual([])
    // Sent again, it changes nothing.
    expect(await officer.done('linkFinding', link)).toMatchObject({ id, revision })
    expect((await entries(first)).map(({ type }) => type).filter((type) => type === 'VisitFindingLinked')).toHaveLength(1)
    const linkedTo = `query ($id: ID!) { visit(id: $id) { authorityName report { id } letter { on } findings { ref linkedTo { id } } } }`
    expect(await public_.read(linkedTo, { id: visit })).toEqual({
      visit: {
        authorityName: 'Example Borough',
        report: { id: report },
        letter: { on: letterOn },
        findings: [{ ref: 'F1', linkedTo: [first, second].toSorted().map((each) => ({ id: each })) }],
      },
    })
  })

  test('is followed where it is corrected, or its link is made void', async () => {
    const [visit, id] = [await visitOf(report), await item()]
    await findingOf(visit)
    await officer.done('linkFinding', { visit, ref: 'F1', items: [id], effectiveOn: letterOn })
    await correct(visit, 'VisitFindingRecorded', { kind: 'REPLACE', fields: { direction: 'WORSE', area: 'Supervision on record' } })
    await eventually(async () => expect(await directions(id)).toEqual(['WORSE']))
    await correct(visit, 'VisitRecorded', { kind: 'REPLACE', fields: { to: '2026-04-03' } })
    await eventually(async () =>
      expect((await of(id)).independentFindings).toMatchObject([{ visitedOn: '2026-04-03', direction: 'WORSE' }]),
    )
    await correct(visit, 'FindingLinked', { kind: 'VOID' })
    await eventually(async () => expect(await directions(id)).toEqual([]))
    // Nothing is removed: each is there, with why it holds no more.
    const types = (await entries(id)).map(({ type }) => type)
    expect(types.filter((type) => type === 'VisitFindingLinked')).toHaveLength(3)
    expect(types.filter((type) => type === 'EntryCorrected')).toHaveLength(3)
  })

  test('goes on by itself where the program ended between the act and its items', async () => {
    const [visit, id] = [await visitOf(report), await item()]
    await findingOf(visit)
    const outcome = await handleCommand(running.store, visitDecider, {
      stream: visit,
      authority: 'example-borough',
      command: {
        type: 'LinkFinding',
        data: { ref: 'F1', items: [id], ofItems: [{ id, reference: 'R1', since: '2026-01-06', isMerged: false }], reportPublished: true },
        actor: { id: 'person-0d6e5a3e-7d52-4a57-9f0e-6a3f5d1f5b6a', role: 'officer' },
        effectiveOn: letterOn,
        today: '2026-11-01',
      },
      commandId: randomUUID(),
      correlationId: randomUUID(),
      input: {},
    })
    expect(outcome.ok).toBe(true)
    await eventually(async () => expect(await directions(id)).toEqual(['UNCHANGED']))
  })

  test('is linked only where that makes sense', async () => {
    const [visit, id, other] = [await visitOf(report), await item(), await item()]
    await findingOf(visit)
    const link = (over: object) => officer.execute('linkFinding', { visit, ref: 'F1', items: [id], effectiveOn: letterOn, ...over })
    expect(await link({ ref: 'F2' })).toMatchObject({ rule: 'findingOfVisit', field: 'ref' })
    expect(await link({ items: [id, id] })).toMatchObject({ rule: 'itemsOfFindingOnce', field: 'items' })
    expect(await link({ items: [report] })).toMatchObject({ kind: 'CommandTargetNotFound', field: 'items' })
    expect(await link({ visit: report })).toMatchObject({ kind: 'CommandTargetNotFound', field: 'visit' })
    await officer.done('mergeDuplicate', { recommendation: other, into: id, reason: 'The same', effectiveOn: '2026-04-25' })
    expect(await link({ items: [other] })).toMatchObject({ rule: 'itemsCarriedOn', message: expect.stringMatching(/V\d/) })
    await officer.done('linkFinding', { visit, ref: 'F1', items: [id], effectiveOn: letterOn })
    expect(await link({})).toMatchObject({ rule: 'findingLinkedOnce' })
    const days = { from: '2025-12-01', to: '2025-12-01', knownFrom: 'LETTER', letterOn: '2025-12-20', effectiveOn: '2025-12-20' }
    const early = (await officer.done('recordVisit', { report, body: 'Inspectorate of Visits', ...days })).id
    await findingOf(early, { effectiveOn: '2025-12-20' })
    expect(await link({ visit: early })).toMatchObject({ rule: 'visitAfterItem', field: 'items' })
  })

  test('of a letter that is not public is shown to nobody outside, and is linked only once it is', async () => {
    const { id: letter } = await officer.done('registerReport', aReport({ title: 'A letter under embargo' }))
    const [visit, id] = [await visitOf(letter), await item()]
    await findingOf(visit)
    const asked = `query ($id: ID!) { visit(id: $id) { body } visits(first: 100) { edges { node { id } } } node(id: $id) { id } }`
    type Asked = { readonly visit: object | null; readonly node: object | null; readonly visits: { readonly edges: readonly object[] } }
    const seen = async (client: Client) => {
      const answer = await client.read<Asked>(asked, { id: visit })
      return [answer.visit !== null, answer.node !== null, JSON.stringify(answer.visits).includes(visit)]
    }
    expect(await seen(officer)).toEqual([true, true, true])
    expect(await seen(public_)).toEqual([false, false, false])
    const link = { visit, ref: 'F1', items: [id], effectiveOn: letterOn }
    expect(await officer.execute('linkFinding', link)).toMatchObject({ rule: 'findingPublished', field: 'visit' })
    await officer.done('publishReport', { report: letter, effectiveOn: letterOn })
    await officer.done('linkFinding', link)
    await eventually(async () => expect((await of(id, {}, public_)).independentFindings).toHaveLength(1))
    expect(await seen(public_)).toEqual([true, true, true])
    await officer.done('withholdReport', { report: letter, reason: 'Published too early', effectiveOn: '2026-04-21' })
    expect(await seen(public_)).toEqual([false, false, false])
    expect((await of(id, {}, public_)).independentFindings).toEqual([])
  })
})

test('visits are listed by authority and body, the newest first; an unknown value is an error that names those there are', async () => {
  await visitOf(report)
  const asked = `query ($filter: VisitFilter, $after: String) { visits(first: 2, after: $after, filter: $filter) { totalCount pageInfo { endCursor } edges { node { title body from authority authorityName knownFrom letter { on } findings { direction outstandingSince { asPrinted } } } } } }`
  type Listed = {
    readonly visits: { readonly totalCount: number; readonly edges: readonly { readonly node: { readonly from: string } }[] }
  }
  const found = await public_.read<Listed>(asked, { filter: { authority: 'example-borough', body: 'Inspectorate of Visits' } })
  const days = found.visits.edges.map(({ node }) => node.from)
  expect((await public_.read<Listed>(asked, { after: null })).visits.totalCount).toBeGreaterThanOrEqual(1)
  expect(found.visits.totalCount).toBeGreaterThanOrEqual(1)
  expect(days).toEqual(days.toSorted().toReversed())
  expect((await public_.ask(asked, { filter: { body: 'Ofsted' } })).errors?.[0]).toMatchObject({
    message: 'No visit by "Ofsted" is on the register. Known: Inspectorate of Visits.',
    extensions: { field: 'filter.body' },
  })
  expect((await public_.ask(asked, { filter: { authority: 'nowhere' } })).errors?.[0]?.message).toContain('"nowhere"')
})

test('a visit is recorded once, of a document that is there', async () => {
  const days = {
    from: '2026-03-01',
    to: '2026-03-31',
    datePrecision: 'MONTH',
    knownFrom: 'SUMMARY_OF_THE_INSPECTED',
    effectiveOn: '2026-03-31',
  }
  const visit = { report, body: 'Known by month', ...days }
  await officer.done('recordVisit', visit)
  expect(await officer.execute('recordVisit', visit)).toMatchObject({ rule: 'visitNotYetRecorded' })
  expect(
    await officer.execute('recordVisit', { ...visit, report: 'report-example-borough.00000000-0000-4000-8000-000000000000' }),
  ).toMatchObject({
    kind: 'CommandTargetNotFound',
    field: 'report',
  })
})
