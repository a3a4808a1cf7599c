import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, overPort } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation, aReport } from './kit/examples.ts'
import { overAPort } from './kit/over-a-port.ts'
import type { OverAPort } from './kit/over-a-port.ts'

let running: RunningApi
let served: OverAPort
let officer: Client
let anybody: Client
let report: string
const unhandled: unknown[] = []
const note = (reason: unknown): void => void unhandled.push(reason)

beforeAll(async () => {
  process.on('unhandledRejection', note)
  running = await startApi()
  served = await overAPort(running.api)
  officer = createClient(overPort(served.url), await running.tokenOf('officer'))
  anybody = createClient(overPort(served.url))
  report = (await officer.done('registerReport', aReport())).id
  await officer.done('publishReport', { report, effectiveOn: '2026-01-05' })
  for (let ordinal = 1; ordinal <= 3; ordinal += 1)
    await officer.done('issueRecommendation', aRecommendation(report, { reference: `R${ordinal}`, ordinal }))
})
afterAll(async () => {
  await served.close()
  await running.stop()
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

/** What is in a transaction, or about to be: what a view of the read models holds. */
const held = (): Promise<readonly unknown[]> =>
  running.query(`select state, wait_event, left(query, 80) as query, now() - state_change as since from pg_stat_activity
    where application_name = 'outstanding-read-models' and datname = current_database() and state <> 'idle'`)
const light = '{ recommendations(first: 1) { totalCount } }'

test('an answer that an error cuts short leaves no view open behind it', async () => {
  const early =
    '{ a: recommendations(first: 0) { totalCount } policy(authority: "x") { history(first: 1) { totalCount } } report(id: "report-x") { id } }'
  for (let round = 0; round < 3; round += 1) {
    const answers = await Promise.all(Array.from({ length: 10 }, () => anybody.ask(early)))
    for (const { errors } of answers) expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'first' })
  }
  expect(await anybody.read(light)).toEqual({ recommendations: { totalCount: 3 } })
  await expect.poll(held, { timeout: 10_000 }).toEqual([])
})

test('a variable that is null where nothing but a value may be is refused before anything runs', async () => {
  const query =
    'query ($b: Boolean = true) { recommendations(first: 100) { edges { node { owners { name @include(if: $b) } children { title } links { words } } } } }'
  for (let round = 0; round < 5; round += 1)
    expect((await anybody.ask(query, { b: null })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'b' } }])
  expect(await anybody.read(query, { b: false })).toBeDefined()
  expect(await anybody.read(query, {})).toBeDefined()
  const page = 'query ($n: Boolean) { log(first: 1, newestFirst: $n) { totalCount } }'
  expect((await officer.ask(page, { n: null })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'n' } }])
})

/** Sends a question and hangs up without waiting for the answer. */
const abandon = (query: string, headers: Readonly<Record<string, string>> = {}): Promise<void> =>
  new Promise((resolve) => {
    const asking = request(`${served.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers } })
    asking.on('error', () => resolve())
    asking.on('close', () => resolve())
    asking.end(JSON.stringify({ query }), () => setTimeout(() => asking.destroy(), 20))
  })

const dear =
  '{ recommendations(first: 100) { edges { node { provenance { entries { words } } history(first: 20) { edges { node { words effect { words } } } } } } } }'

test('after 150 who asked much and hung up, a light question is answered, and nothing is held for them', async () => {
  await Promise.all(Array.from({ length: 150 }, () => abandon(dear)))
  expect(await anybody.read(light)).toEqual({ recommendations: { totalCount: 3 } })
  await expect.poll(held, { timeout: 10_000 }).toEqual([])
})

test('what the database is doing for a client that has gone is stopped, though it would never end', async () => {
  const blocker = new pg.Client({ connectionString: running.addresses.databaseUrl })
  await blocker.connect()
  const [current] = (await running.query(`select schema_name as schema from read_models.projection where state = 'CURRENT'`)) as [
    { schema: string },
  ]
  const waiting = (): Promise<readonly unknown[]> =>
    running.query(`select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)
  try {
    await blocker.query(`begin; lock table ${current.schema}.timeline in access exclusive mode`)
    const asking = request(`${served.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' } })
    asking.on('error', () => {})
    asking.end(JSON.stringify({ query: '{ recommendations(first: 1) { edges { node { history(first: 1) { totalCount } } } } }' }))
    await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1)
    asking.destroy()
    await expect.poll(waiting, { timeout: 10_000 }).toEqual([])
    await expect.poll(held, { timeout: 10_000 }).toEqual([])
  } finally {
    await blocker.end()
  }
  expect(await anybody.read(light)).toEqual({ recommendations: { totalCount: 3 } })
})

test('event streams that are left in the middle of a node leave nothing open', async () => {
  const listen = (): Promise<void> =>
    abandon(`subscription { changes(after: "0") { logPosition node { id ... on Recommendation { history(first: 5) { totalCount } } } } }`, {
      accept: 'text/event-stream',
    })
  for (let round = 0; round < 3; round += 1) await Promise.all(Array.from({ length: 12 }, listen))
  await sleep(300)
  expect(await anybody.read(light)).toEqual({ recommendations: { totalCount: 3 } })
  await expect.poll(held, { timeout: 10_000 }).toEqual([])
})
