import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport } from './kit/examples.ts'

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

type Entry = { readonly node: { readonly id: string; readonly type: string; readonly void: boolean } }
type Found = {
  readonly title: string
  readonly void: boolean
  readonly published: boolean
  readonly revision: number
  readonly history: { readonly edges: readonly Entry[] }
} | null

const fields = 'title void published revision report { id } history(first: 50) { edges { node { id type void } } }'
const one = async (client: Client, id: string, times: object = {}): Promise<Found> =>
  (
    await client.read<{ recommendation: Found }>(
      `query ($id: ID!, $asAt: Date, $asKnownAt: String) { recommendation(id: $id, asAt: $asAt, asKnownAt: $asKnownAt) { ${fields} } }`,
      { id, ...times },
    )
  ).recommendation
const entryOf = (found: Found, index: number): string => found?.history.edges[index]?.node.id ?? ''
const correct = (stream: string, entry: string, change: object) =>
  officer.done('correctEntry', { effectiveOn: '2026-01-07', stream, entry, reason: 'Issued by mistake', change })
const counted = async (report: string) =>
  officer.read(
    'query ($report: ID!) { recommendations(filter: { report: $report }) { totalCount } scheduleCounts(filter: { report: $report }) { overdue } }',
    {
      report,
    },
  )

async function published() {
  const { id: report } = await officer.done('registerReport', aReport())
  const { id, logPosition } = await officer.done('issueRecommendation', aRecommendation(report))
  const { logPosition: publishedAt } = await officer.done('publishReport', { report, effectiveOn: '2026-01-06' })
  return { report, id, logPosition, publishedAt }
}

test('an issue made void keeps its history for those who may read it, and its place in times when it stood', async () => {
  const { report, id, logPosition, publishedAt } = await published()
  const before = await one(officer, id)
  expect(before).toMatchObject({ void: false, published: true })
  await correct(id, entryOf(before, 0), { kind: 'VOID' })

  expect(await one(officer, id)).toMatchObject({
    title: before?.title,
    void: true,
    published: false,
    revision: 1,
    history: { edges: [{ node: { type: 'RecommendationIssued', void: true } }, { node: { type: 'EntryCorrected', void: false } }] },
  })
  expect(await officer.read('query ($id: ID!) { node(id: $id) { id ... on Recommendation { void } } }', { id })).toEqual({
    node: { id, void: true },
  })
  expect(await counted(report)).toEqual({ recommendations: { totalCount: 0 }, scheduleCounts: { overdue: 0 } })
  expect(await one(officer, id, { asKnownAt: logPosition })).toMatchObject({ void: false, history: { edges: [{ node: { void: false } }] } })
  expect(await one(officer, id, { asAt: '2026-01-05' })).toMatchObject({ void: true })
  expect(await one(officer, id, { asAt: '2026-01-04' })).toBeNull()
  expect(await one(officer, id, { asKnownAt: '0' })).toBeNull()

  // The public: nothing today, nothing before it was published; what it was shown while it stood.
  expect(await one(anybody, id)).toBeNull()
  expect(await anybody.read('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null })
  expect(await one(anybody, id, { asAt: '2026-01-06' })).toBeNull()
  expect(await one(anybody, id, { asKnownAt: logPosition })).toBeNull()
  expect(await one(anybody, id, { asKnownAt: '9223372036854775807' })).toBeNull()
  expect(await one(anybody, id, { asKnownAt: publishedAt })).toMatchObject({ title: before?.title, void: false })
  await officer.done('withholdReport', { report, effectiveOn: '2026-01-08', reason: 'Names a child' })
  expect(await one(anybody, id, { asKnownAt: publishedAt })).toBeNull()
})

const mistake = async (client: Client, id: string) =>
  (
    await client.read<{ recordedByMistake: object | null }>(
      'query ($id: ID!) { recordedByMistake(id: $id) { effectiveOn recordedAt reason } }',
      { id },
    )
  ).recordedByMistake

test('who was shown an item learns that it was recorded by mistake, when and why; nobody else learns that it was there', async () => {
  const { id } = await published()
  expect(await mistake(anybody, id)).toBeNull()
  await correct(id, entryOf(await one(officer, id), 0), { kind: 'VOID' })
  const told = { effectiveOn: '2026-01-07', recordedAt: expect.stringMatching(/^20/), reason: 'Issued by mistake' }
  expect(await mistake(anybody, id)).toEqual(told)
  expect(await mistake(officer, id)).toEqual(told)

  const { id: report } = await officer.done('registerReport', aReport())
  const { id: hidden } = await officer.done('issueRecommendation', aRecommendation(report))
  await correct(hidden, entryOf(await one(officer, hidden), 0), { kind: 'VOID' })
  expect(await mistake(anybody, hidden)).toBeNull()
  expect(await mistake(officer, hidden)).toEqual(told)
  expect(await mistake(anybody, 'recommendation-example-borough.00000000-0000-4000-8000-000000000000')).toBeNull()
})

test('it is undone by correcting the correction, which its history names; what was known between is still void', async () => {
  const { report, id } = await published()
  const issued = entryOf(await one(officer, id), 0)
  const first = await correct(id, issued, { kind: 'REPLACE', fields: { title: 'Another title' } })
  const voided = await correct(id, entryOf(await one(officer, id), 1), {
    kind: 'REPLACE',
    fields: { change: { kind: 'VOID' } },
  })
  const gone = await one(officer, id)
  expect(gone).toMatchObject({ void: true, title: 'Another title' })
  await correct(id, entryOf(gone, 2), { kind: 'VOID' })
  expect(await one(officer, id)).toMatchObject({ void: false, title: 'Another title', published: true })
  expect(await one(anybody, id)).toMatchObject({ title: 'Another title' })
  expect(await counted(report)).toMatchObject({ recommendations: { totalCount: 1 } })
  expect(await one(officer, id, { asKnownAt: voided.logPosition })).toMatchObject({ void: true, title: 'Another title' })
  expect(await one(officer, id, { asKnownAt: first.logPosition })).toMatchObject({ void: false })
  expect(await one(anybody, id, { asKnownAt: voided.logPosition })).toBeNull()
})

test('what a report recommended can be read after its registration was marked as a mistake, and is not public any more', async () => {
  const { report, id } = await published()
  const [registered, publication] = await running.store.readStream(report)
  await correct(report, publication?.eventId ?? '', { kind: 'VOID' })
  await correct(report, registered?.eventId ?? '', { kind: 'VOID' })
  expect(await one(officer, id)).toMatchObject({ void: false, published: false, report: { id: report } })
  expect(await one(anybody, id)).toBeNull()

  await correct(id, entryOf(await one(officer, id), 0), { kind: 'VOID' })
  expect(await one(officer, id)).toMatchObject({ void: true, report: { id: report } })
  expect(await one(anybody, id)).toBeNull()
})

test('of a public report whose registration was marked as a mistake at once, nothing is broken', async () => {
  const { report, id } = await published()
  const [registered] = await running.store.readStream(report)
  await officer.execute('correctEntry', {
    effectiveOn: '2026-01-07',
    stream: report,
    entry: registered?.eventId ?? '',
    reason: 'Registered by mistake',
    change: { kind: 'VOID' },
  })
  const ask = (client: Client) =>
    client.ask(
      'query ($id: ID!) { recommendation(id: $id) { report { id title } } recommendations(first: 100) { edges { node { report { id } } } } }',
      { id },
    )
  for (const client of [officer, anybody]) expect((await ask(client)).errors).toBeUndefined()
})
