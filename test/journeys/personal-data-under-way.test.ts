import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parkStream, rebuildReadModels, runProjector } from '@outstanding/projector'
import { allReadModels } from '@outstanding/read-models'
import { createWeb, graphqlOverHttp, type Web } from '@outstanding/web'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess, type Client } from './kit/client.ts'
import { aCommittee, aRecommendation } from './kit/examples.ts'
import { publishedReport } from './kit/whole-life.ts'

/* A text is removed while something else is under way: its stream is parked, or the read models are being rebuilt. Then every channel is walked. */

const words = /Hepzibah|Quillfeather/
const typed = 'Visited Hepzibah Quillfeather at home'
const removed = 'text removed'
const patience = { timeout: 60_000 }

let running: RunningApi
let officer: Client
let governance: Client
let anybody: Client
let web: Web
let server: Server
let cacheDir: string
beforeAll(async () => {
  running = await startApi()
  const send = inProcess(running.api.fetch)
  officer = createClient(send, await running.tokenOf('officer'))
  governance = createClient(send, await running.tokenOf('information-governance'))
  anybody = createClient(send)
  await officer.done('establishCommittee', aCommittee)
  cacheDir = await mkdtemp(join(tmpdir(), 'outstanding-pages-'))
  web = await createWeb({
    graphql: graphqlOverHttp('http://outstanding.test/graphql', (input, init) => running.api.fetch(new Request(input, init))),
    cacheDir,
  })
  server = createServer(express().use(web.router)).listen(0, '127.0.0.1')
  await once(server, 'listening')
}, 240_000)
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await web.close()
  await running.stop()
  await rm(cacheDir, { recursive: true, force: true })
})

/** A published item with an update that should never have been typed: its id, the entry, and the place of the log before it. */
async function typedByMistake() {
  const report = await publishedReport(officer)
  const item = (await officer.done('issueRecommendation', aRecommendation(report))).id
  const update = { recommendation: item, effectiveOn: '2026-01-10', updateId: 'u1', words: typed, claim: 'IN_PROGRESS' }
  const { logPosition } = await officer.done('updateProgress', update)
  const entry = (await running.store.readStream(item)).at(-1)?.eventId ?? ''
  return { report, item, entry, logPosition }
}
const remove = (entry: string) => governance.execute('removePersonalData', { effectiveOn: '2026-03-03', entry, reason: 'It named a child' })

/** As `remove`, by the log alone: what follows it does the rest. */
async function recordRemoval(item: string, entry: string): Promise<void> {
  const events = await running.store.readStream(item)
  const metadata = { ...(events.at(-1)?.metadata as object), commandId: randomUUID() }
  const removal = { eventId: randomUUID(), type: 'PersonalDataRemoved', data: { entry, reason: 'It named a child' }, metadata }
  expect(await running.store.append(item, events.length - 1, [removal])).toMatchObject({ ok: true })
}

/** Every row of every table that the product has, as text. */
async function rowsOfAll(): Promise<string> {
  const tables = (await running.query(
    `select format('%I.%I', table_schema, table_name) as of from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )) as readonly { of: string }[]
  const found: unknown[] = []
  for (const { of } of tables)
    found.push(await running.query(`select row_to_json(t)::text as row from ${of} t`).catch(() => 'a table that was dropped meanwhile'))
  return JSON.stringify(found)
}
const keysOf = (entry: string) => running.query('select from keys.entry_key where entry = $1', [entry])

async function pageOf(path: string): Promise<string> {
  return (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)).text()
}

/** What somebody hears who follows the log from its beginning, up to a word. */
async function heard(until: string, token?: string): Promise<string> {
  const query = 'subscription { changes(after: "0") { type stream words } }'
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream', ...(token && { authorization: `Bearer ${token}` }) }
  const request = new Request('http://outstanding.test/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) })
  const reader = ((await running.api.fetch(request)).body as ReadableStream<Uint8Array>).getReader()
  let text = ''
  while (!text.includes(until)) text += new TextDecoder().decode((await reader.read()).value)
  await reader.cancel()
  return text
}

test('after a removal no channel says it: pages, past views, search, differences, feed, log and rows', { timeout: 240_000 }, async () => {
  const { report, item, entry, logPosition } = await typedByMistake()
  await officer.done('assignTheme', { recommendation: item, effectiveOn: '2026-01-11', theme: 'Before' })
  expect(await pageOf(`/recommendations/${item}`)).toMatch(words)
  expect(await heard('Before')).toMatch(words)
  expect(await remove(entry)).toMatchObject({ kind: 'CommandAccepted', projected: true })
  await officer.done('assignTheme', { recommendation: item, effectiveOn: '2026-01-12', theme: 'Everything after it' })

  const pages = [
    `/recommendations/${item}`,
    `/recommendations/${item}?asAt=11/1/2026`,
    `/recommendations/${item}?asAt=11/1/2026&asKnownAt=${logPosition}`,
    `/recommendations/${item}/changes?from=1/1/2026`,
    '/',
    '/changes?from=1/1/2026',
    `/reports/${report}`,
    '/.well-known/outstanding/checkpoint',
    '/.well-known/outstanding/tile/0/000',
  ]
  for (const path of pages) expect([path, words.test(await pageOf(path))]).toEqual([path, false])
  // The page repeats the word that was asked for, and finds nothing by it.
  expect(await pageOf('/?search=Quillfeather')).toMatch(/>\s*0 recommendations\s*</)
  expect(await pageOf(`/recommendations/${item}`)).toContain(removed)
  for (const token of [undefined, await running.tokenOf('officer')]) {
    const all = await heard('Everything after it', token)
    expect(all).not.toMatch(words)
    expect(all).toContain(removed)
  }
  const asked = `query ($id: ID!, $then: String) {
    now: recommendation(id: $id) { updates { words } history(first: 50) { edges { node { words data effect { changes { before after } } } } }
      provenance { entries(latest: 9) { words } } }
    then: recommendation(id: $id, asKnownAt: $then) { updates { words } history(first: 50) { edges { node { words data } } } }
    found: recommendations(first: 9, filter: { search: "Hepzibah" }) { totalCount } }`
  for (const client of [anybody, officer, governance]) {
    const told = JSON.stringify(await client.read(asked, { id: item, then: logPosition }))
    expect(told).not.toMatch(words)
    expect(told).toContain(removed)
    expect(told).toContain('"found":{"totalCount":0}')
  }
  expect(JSON.stringify(await governance.ask('{ log(first: 100) { edges { node { words reason data } } } }'))).not.toMatch(words)
  expect(JSON.stringify(await running.log.readAll({ maxCount: 2_000 }))).not.toMatch(words)
  expect(await rowsOfAll()).not.toMatch(words)
})

test('a text in a parked stream is removed at once, and stays away when the stream is read again', { timeout: 240_000 }, async () => {
  const { item, entry } = await typedByMistake()
  const before = (await running.store.readStream(item)).length - 1
  const unknown = { eventId: randomUUID(), type: 'SomethingOfALaterRelease', data: {}, metadata: {} }
  expect(await running.store.append(item, before, [unknown])).toMatchObject({ ok: true })
  const parked = await parkStream({ ...running.addresses, stream: item, note: 'See ticket 12' })
  expect(parked).toMatchObject({ ok: true })
  const standing = async () => (await anybody.ask('{ reports(first: 1) { totalCount } }')).extensions?.['builtFrom']
  await expect.poll(standing, patience).toMatchObject({ halted: null, parkedStreams: 1 })
  expect(await pageOf(`/recommendations/${item}`)).toMatch(words)

  expect(await remove(entry)).toMatchObject({ kind: 'CommandAccepted' })
  await expect.poll(() => keysOf(entry), patience).toHaveLength(0)
  await expect.poll(rowsOfAll, patience).not.toMatch(words)
  expect(await pageOf(`/recommendations/${item}`)).not.toMatch(words)
  expect(await remove(entry)).toMatchObject({ rule: 'notRemovedYet' })
  expect(await rebuildReadModels(running.addresses)).toMatchObject({ ok: true })
  expect(await rowsOfAll()).not.toMatch(words)
})

test.each(['begins', 'derives its tables'])(
  'a removal while a rebuild %s is in the old read models and in the new',
  { timeout: 240_000 },
  async (moment) => {
    const { item, entry } = await typedByMistake()
    const removals: Promise<unknown>[] = []
    if (moment === 'begins') removals.push(remove(entry))
    const report = (line: string) => {
      if (moment !== 'begins' && line.includes('deriving')) removals.push(remove(entry))
    }
    expect(await rebuildReadModels({ ...running.addresses, report })).toMatchObject({ ok: true })
    expect(removals).toHaveLength(1)
    expect(await Promise.all(removals)).toMatchObject([{ kind: 'CommandAccepted' }])
    await expect.poll(() => keysOf(entry), patience).toHaveLength(0)
    await expect.poll(rowsOfAll, patience).not.toMatch(words)
    expect(await pageOf(`/recommendations/${item}`)).not.toMatch(words)
  },
)

// It is the last: the read models are those of a later release afterwards.
test('a removal while a later release rebuilds some of the read models is in all of them', { timeout: 240_000 }, async () => {
  const { item, entry } = await typedByMistake()
  const models = allReadModels.map((model) => (model.name === 'recommendation-list' ? { ...model, version: model.version + 1 } : model))
  const ending = new AbortController()
  const live = Promise.withResolvers<void>()
  const lines: string[] = []
  const removals: Promise<void>[] = []
  const ended = runProjector({
    store: running.log,
    databaseUrl: running.addresses.databaseUrl,
    models,
    signal: ending.signal,
    report: (line) => {
      if (lines.push(line) === 1) removals.push(recordRemoval(item, entry))
    },
    onLive: live.resolve,
    onHalt: (_halt, inWords) => live.reject(new Error(inWords)),
  })
  try {
    await live.promise
    expect(lines.join('\n')).toContain('recommendation-list')
    await Promise.all(removals)
    expect(removals).toHaveLength(1)
    await expect.poll(() => keysOf(entry), patience).toHaveLength(0)
    await expect.poll(rowsOfAll, patience).not.toMatch(words)
  } finally {
    ending.abort()
    await ended
  }
})
