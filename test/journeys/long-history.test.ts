import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewEvent } from '@outstanding/event-store'
import { createWeb, graphqlOverHttp } from '@outstanding/web'
import express from 'express'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport } from './kit/examples.ts'

/*
 * One item with as many entries as a busy body records in many years: its page is shown, in parts, and keeps nobody waiting.
 */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

const updates = 800
let running: RunningApi
let anybody: Client
let pages: Server
let cacheDir: string
let item: string

beforeAll(async () => {
  running = await startApi()
  const send = inProcess(running.api.fetch)
  const officer = createClient(send, await running.tokenOf('officer'))
  anybody = createClient(send)
  const { id: report } = await officer.done('registerReport', aReport({}))
  await officer.done('publishReport', { report, effectiveOn: '2026-01-06' })
  item = (await officer.done('issueRecommendation', aRecommendation(report, {}))).id
  await recordUpdates()
  cacheDir = await mkdtemp(join(tmpdir(), 'outstanding-long-history-'))
  const graphql = graphqlOverHttp('http://in-process/graphql', (input, init) => running.api.fetch(new Request(input, init)))
  const web = await createWeb({ graphql, cacheDir })
  pages = express().use(running.api.router).use(web.router).listen(0, '127.0.0.1')
  await once(pages, 'listening')
})
afterAll(async () => {
  pages.close()
  pages.closeAllConnections()
  await running.stop()
  await rm(cacheDir, { recursive: true, force: true })
})

/** Straight into the log, all with the same claim: each of them is a source of where delivery stands. */
async function recordUpdates(): Promise<void> {
  const [issued] = await running.store.readStream(item)
  const metadata = { ...(issued?.metadata as object), effectiveOn: '2026-02-02', commandId: randomUUID() }
  const events = Array.from({ length: updates }, (_, index): NewEvent => {
    const data = {
      updateId: `update-${index}`,
      words: `Going on, step ${index}.`,
      claim: 'IN_PROGRESS',
      completedOn: null,
      reportedTo: null,
    }
    return { eventId: randomUUID(), type: 'ProgressUpdated', data, metadata: { ...metadata, commandId: randomUUID() } }
  })
  expect(await running.store.append(item, 0, events)).toMatchObject({ ok: true })
  await vi.waitFor(async () => expect(await total()).toBe(updates + 1), { timeout: 150_000, interval: 500 })
}

const total = async (): Promise<number> =>
  (
    await anybody.read<{ recommendation: { history: { totalCount: number } } }>(
      'query ($id: ID!) { recommendation(id: $id) { history(first: 1) { totalCount } } }',
      { id: item },
    )
  ).recommendation.history.totalCount

const page = async (path: string): Promise<{ status: number; html: string }> => {
  const answer = await fetch(`http://127.0.0.1:${(pages.address() as AddressInfo).port}${path}`)
  return { status: answer.status, html: await answer.text() }
}

test('its page shows the latest entries, counts the others, and leads to every one of them', async () => {
  const seen: string[] = []
  let path: string | null = `/recommendations/${item}`
  for (let shown = 0; path !== null; shown += 1) {
    expect(shown).toBeLessThan(10)
    const { status, html }: { status: number; html: string } = await page(path)
    expect([path, status]).toEqual([path, 200])
    expect(html).toContain('795 earlier entries')
    const entries = [...html.matchAll(/<li class="o-timeline__entry[^"]*" id="(entry-[^"]+)"/g)].map(([, id]) => id ?? '')
    expect(entries.length).toBeLessThanOrEqual(100)
    if (shown === 0) expect(html).toContain(`Going on, step ${updates - 1}.`)
    seen.push(...entries)
    path = /rel="next" href="([^"#]+)#history"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null
  }
  expect(new Set(seen).size).toBe(updates + 1)
  expect(seen).toHaveLength(updates + 1)
})

test('a place in its history that is none is said to be wrong', async () =>
  expect(await page(`/recommendations/${item}?after=nonsense`)).toMatchObject({ status: 400 }))

test('of the sources of a value, an answer holds no more than was asked for', async () => {
  type Answer = { recommendation: { provenance: readonly { entryCount: number; entries: readonly { words: string }[] }[] } }
  const asked =
    'query ($id: ID!, $latest: Int) { recommendation(id: $id) { provenance(attributes: [DELIVERY]) { entryCount entries(latest: $latest) { words } } } }'
  const [few] = (await anybody.read<Answer>(asked, { id: item, latest: 2 })).recommendation.provenance
  expect(few?.entryCount).toBe(updates)
  expect(few?.entries.map(({ words }) => words)).toEqual([
    expect.stringContaining(`step ${updates - 2}.`),
    expect.stringContaining(`step ${updates - 1}.`),
  ])
  expect((await anybody.read<Answer>(asked, { id: item })).recommendation.provenance[0]?.entries).toHaveLength(100)
  expect((await anybody.ask(asked, { id: item, latest: 101 })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
})

test('while the sources of every value are computed ten times, others are answered', async () => {
  const ten = Array.from({ length: 10 }, (_, index) => `a${index}: provenance { attribute entryCount }`).join(' ')
  const answered: string[] = []
  const heavy = anybody.read(`query ($id: ID!) { recommendation(id: $id) { ${ten} } }`, { id: item }).then(() => answered.push('heavy'))
  const light = anybody.read('{ logBounds { events } }').then(() => answered.push('light'))
  await Promise.all([heavy, light])
  expect(answered).toEqual(['light', 'heavy'])
})
