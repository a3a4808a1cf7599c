import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parkStream } from '@outstanding/projector'
import { createWeb, graphqlOverHttp, type Web } from '@outstanding/web'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApi, startApi } from './kit/api-in-process.ts'
import { type Client, createClient, inProcess } from './kit/client.ts'
import { aRecommendation, aReport } from './kit/examples.ts'

const patience = { timeout: 30_000 }
const note = 'A newer program wrote it; see ticket 12'

let running: RunningApi
let officer: Client
let anybody: Client
let cacheDir: string
let web: Web
let server: Server
beforeAll(async () => {
  running = await startApi()
  const send = inProcess(running.api.fetch)
  officer = createClient(send, await running.tokenOf('officer'))
  anybody = createClient(send)
  cacheDir = await mkdtemp(join(tmpdir(), 'outstanding-pages-'))
  web = await createWeb({
    graphql: graphqlOverHttp('http://outstanding.test/graphql', (input, init) => running.api.fetch(new Request(input, init))),
    cacheDir,
  })
  server = createServer(express().use(web.router)).listen(0, '127.0.0.1')
  await once(server, 'listening')
}, 120_000)
afterAll(async () => {
  server.close()
  await web.close()
  await running.stop()
  await rm(cacheDir, { recursive: true, force: true })
})

async function pageOf(path: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
  expect(answer.status).toBe(200)
  return answer.text()
}

/** A report and a recommendation of it, both public. */
async function published(reference: string) {
  const { id: report } = await officer.done('registerReport', aReport())
  const { id } = await officer.done('issueRecommendation', aRecommendation(report, { reference }))
  await officer.done('publishReport', { report, effectiveOn: '2026-01-06' })
  return { report, id }
}

/** An entry of a kind that this release does not know, as a newer one may write it; its revision. */
async function writeUnknown(stream: string): Promise<number> {
  const before = (await running.store.readStream(stream)).length - 1
  const unknown = { eventId: randomUUID(), type: 'SomethingOfALaterRelease', data: {}, metadata: {} }
  expect(await running.store.append(stream, before, [unknown])).toMatchObject({ ok: true })
  return before + 1
}

const inProgress = (recommendation: string) => ({
  recommendation,
  effectiveOn: '2026-01-09',
  words: 'Work has begun.',
  claim: 'IN_PROGRESS',
})
const parkedOf = async (id: string) =>
  (
    await anybody.read<{ node: { parked: object | null } | null }>(
      'query ($id: ID!) { node(id: $id) { ... on EventSourced { parked { fromRevision note parkedAt } } } }',
      { id },
    )
  ).node?.parked
const standing = async () => (await anybody.ask('{ reports(first: 1) { totalCount } }')).extensions?.['builtFrom']

test('an entry that cannot be shown is reported to every reader; once parked, only its item has a notice', async () => {
  const [bad, good] = [await published('R01'), await published('R02')]
  expect([await parkedOf(bad.id), await parkedOf(good.id)]).toEqual([null, null])
  const fromRevision = await writeUnknown(bad.id)
  await expect.poll(standing, patience).toMatchObject({ halted: 'EVENT', parkedStreams: 0 })
  expect(await pageOf('/')).toContain('This register is not up to date')

  expect(await parkStream({ ...running.addresses, stream: bad.id, note })).toMatchObject({ ok: true })
  await expect.poll(standing, patience).toMatchObject({ halted: null, parkedStreams: 1 })
  expect(await parkedOf(bad.id)).toMatchObject({ fromRevision, note, parkedAt: expect.any(String) as string })
  expect(await parkedOf(good.id)).toBeNull()
  expect(await pageOf('/')).toContain('The newest entries of one item cannot be shown yet')
  expect(await pageOf(`/recommendations/${bad.id}`)).toContain(note)
  expect(await pageOf(`/recommendations/${good.id}`)).not.toContain(note)

  const refused = await officer.ask('mutation ($input: UpdateProgressInput!) { updateProgress(input: $input) { __typename } }', {
    input: { commandId: randomUUID(), ...inProgress(bad.id) },
  })
  expect(refused.errors?.[0]).toMatchObject({
    message: expect.stringContaining('cannot read one of its entries') as string,
    extensions: { code: 'UNAVAILABLE' },
  })
  expect(await officer.done('updateProgress', inProgress(good.id))).toMatchObject({ projected: true })
}, 120_000)

test('a report says so of itself, too', async () => {
  const { report } = await published('R03')
  const fromRevision = await writeUnknown(report)
  await expect.poll(standing, patience).toMatchObject({ halted: 'EVENT' })
  expect(await parkStream({ ...running.addresses, stream: report, note })).toMatchObject({ ok: true })
  await expect.poll(() => parkedOf(report), patience).toMatchObject({ fromRevision, note })
  await expect.poll(standing, patience).toMatchObject({ halted: null, parkedStreams: 2 })
  expect(await pageOf('/')).toContain('The newest entries of 2 items cannot be shown yet')
  expect(await pageOf(`/reports/${report}`)).toContain(note)
}, 120_000)
