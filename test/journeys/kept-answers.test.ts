import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport } from './kit/examples.ts'
import { publishedReport } from './kit/whole-life.ts'

let running: RunningApi
let officer: Client
let anybody: Client
let report: string
let ordinal = 0

beforeAll(async () => {
  running = await startApi()
  const send = inProcess(running.api.fetch)
  officer = createClient(send, await running.tokenOf('officer'))
  anybody = createClient(send)
  report = await publishedReport(officer, { title: 'Answered again' })
  await issue()
})
afterAll(() => running.stop())

/** Whether the answer said that the read models show it. */
async function issue(): Promise<boolean> {
  ordinal += 1
  const { projected } = await officer.done(
    'issueRecommendation',
    aRecommendation(report, { effectiveOn: '2026-01-06', reference: `R${ordinal}`, ordinal }),
  )
  return projected === true
}

const list = `query ($report: ID!, $first: Int) {
  recommendations(first: $first, filter: { report: $report }) { totalCount edges { node { reference } } } }`
type List = { readonly recommendations: { readonly totalCount: number } }
const counted = async (client: Client, first = 100): Promise<number> =>
  (await client.read<List>(list, { report, first })).recommendations.totalCount

/** How many views of the read models are opened while something is asked. */
async function viewsOpenedBy(ask: () => Promise<unknown>): Promise<number> {
  const queries = vi.spyOn(pg.Client.prototype, 'query')
  await ask()
  const texts = queries.mock.calls.map(([statement]: readonly unknown[]) =>
    typeof statement === 'string' ? statement : (statement as { readonly text: string }).text,
  )
  queries.mockRestore()
  return texts.filter((text) => text.startsWith('begin isolation level repeatable read read only')).length
}

describe('the same question of somebody who is not signed in', () => {
  test('is answered from what was kept for as long as nothing changes', async () => {
    const question = { report, first: 1 }
    const first = await anybody.read(list, question)
    expect(await viewsOpenedBy(async () => expect(await anybody.read(list, question)).toEqual(first))).toBe(0)
    if (await issue()) expect(await counted(anybody, 1)).toBe(ordinal)
  })

  test('shows what was recorded before it was asked, however many ask meanwhile', async () => {
    const over = new AbortController()
    const readers = Array.from({ length: 8 }, async (_, reader) => {
      const seen: number[] = []
      while (!over.signal.aborted) seen.push(await counted(anybody, 2 + (reader % 2)))
      return seen
    })
    let shown = 0
    try {
      for (let round = 0; round < 25; round += 1) {
        // On a machine that is very busy the answer may come before the read models.
        if (!(await issue())) continue
        expect(await counted(anybody, 2)).toBe(ordinal)
        shown += 1
      }
    } finally {
      over.abort()
    }
    expect(shown).toBeGreaterThan(0)
    for (const seen of await Promise.all(readers)) expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })

  test('is read afresh once an embargo has ended, with nothing recorded', async () => {
    const { id } = await officer.done('registerReport', aReport({ title: 'Under embargo' }))
    await officer.done('embargoReport', { report: id, effectiveOn: '2026-02-06', until: new Date(Date.now() + 2_500).toISOString() })
    const shown = 'query ($id: ID!) { report(id: $id) { title } }'
    expect(await anybody.read(shown, { id })).toEqual({ report: null })
    await expect.poll(() => anybody.read(shown, { id }), { timeout: 10_000, interval: 100 }).toEqual({ report: { title: 'Under embargo' } })
  })
})

test('what somebody sees who is signed in is kept for nobody', async () => {
  const draft = (await officer.done('registerReport', aReport({ title: 'A draft' }))).id
  const shown = 'query ($id: ID!) { report(id: $id) { title } }'
  for (const _ of [1, 2]) {
    expect(await officer.read(shown, { id: draft })).toEqual({ report: { title: 'A draft' } })
    expect(await anybody.read(shown, { id: draft })).toEqual({ report: null })
  }
  expect(await viewsOpenedBy(() => officer.read(shown, { id: draft }))).toBe(1)
})

test.each([
  ['that follows from more than the rows', '{ logBounds { events } verification { checkpoint { size } } }'],
  ['with an error', '{ recommendations(after: "of no list") { totalCount } }'],
])('an answer %s is not kept', async (_, query) => {
  const ask = () => anybody.read(query).catch((error: unknown) => String(error))
  await ask()
  expect(await viewsOpenedBy(ask)).toBe(1)
})
