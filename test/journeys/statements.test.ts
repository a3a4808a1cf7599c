import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWeb, graphqlOverHttp } from '@outstanding/web'
import express from 'express'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { createClient, inProcess } from './kit/client.ts'
import type { Client } from './kit/client.ts'
import { aRecommendation } from './kit/examples.ts'
import { liveOneLife } from './kit/whole-life.ts'
import type { Life } from './kit/whole-life.ts'

/*
 * How many statements each page and each question runs: as many for a register of many items as for one of a few, since what is asked of
 * each item is read for all of them together.
 */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

let running: RunningApi
let officer: Client
let anybody: Client
let pages: Server
let cacheDir: string
let life: Life

beforeAll(async () => {
  running = await startApi()
  const send = inProcess(running.api.fetch)
  officer = createClient(send, await running.tokenOf('officer'))
  anybody = createClient(send)
  life = await liveOneLife(officer)
  await add(2, 4)
  cacheDir = await mkdtemp(join(tmpdir(), 'outstanding-statements-'))
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

/** Items with an owner, a theme, an update and a link to the first one, and a part of the first one. */
async function add(from: number, to: number): Promise<void> {
  for (let ordinal = from; ordinal < to; ordinal += 1) {
    const issued = { effectiveOn: '2026-01-06', reference: `R${ordinal}`, ordinal }
    const { id: recommendation } = await officer.done('issueRecommendation', aRecommendation(life.report, issued))
    const execute = (mutation: string, input: object) => officer.done(mutation, { recommendation, effectiveOn: '2026-01-07', ...input })
    await execute('assignOwner', { owner: life.lead, name: 'Director of children’s services', role: 'LEAD_OFFICER' })
    await execute('assignTheme', { theme: `Theme ${ordinal}` })
    await execute('updateProgress', { updateId: 'u', words: 'Under way.', claim: 'IN_PROGRESS' })
    await execute('linkRecommendation', {
      linkId: 'l',
      relation: 'CONTINUES',
      target: { kind: 'RECOMMENDATION', id: life.recommendation },
      words: 'The same again.',
    })
    const part = { effectiveOn: '2026-01-06', reference: `R1.${ordinal}`, ordinal, parent: life.recommendation }
    await officer.done('issueRecommendation', aRecommendation(life.report, part))
  }
}

/** The borders of transactions, and looks at where the projection stands, which many questions share. */
const asides = /^(rollback|begin)|"?read_models"?\."?projection"? p/

/** Statements on connections that read the read models. */
async function statementsOf(ask: () => Promise<unknown>): Promise<number> {
  const queries = vi.spyOn(pg.Client.prototype, 'query')
  await ask()
  const names = queries.mock.contexts.map(
    (client) => (client as { connectionParameters: { application_name: string } }).connectionParameters.application_name,
  )
  const texts = queries.mock.calls.map(([statement]: readonly unknown[]) =>
    typeof statement === 'string' ? statement : (statement as { readonly text: string }).text,
  )
  queries.mockRestore()
  return texts.filter((text, index) => names[index] === 'outstanding-read-models' && !asides.test(text)).length
}

const page = (path: string) => async (): Promise<unknown> => {
  const answer = await fetch(`http://127.0.0.1:${(pages.address() as AddressInfo).port}${path}`)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const question = (query: string, variables: object) => async (): Promise<unknown> => anybody.read(query, variables)

const items = `query ($report: ID!) {
  recommendations(first: 100, filter: { report: $report, level: ALL }) { totalCount edges { node {
    id title text themes report { id title publisher } parent { id } owners { name role } updates { words claim }
    children { id title } links { words } linkedFrom { words }
    position { response tracking delivery assessment { agreed } schedule { state dueOn daysOverdue } }
    history(first: 2) { totalCount edges { node { type words recordedAt } } } } } } }`

const questions = (): Readonly<Record<string, () => Promise<unknown>>> => ({
  'the list': page('/?tracking=all'),
  'the list of a past day': page('/?tracking=all&asAt=1/5/2026'),
  'an item': page(`/recommendations/${life.recommendation}`),
  reports: page('/reports'),
  'a report': page(`/reports/${life.report}`),
  'what changed': page('/changes?from=1/2/2026&tracking=all'),
  'what changed of an item': page(`/recommendations/${life.recommendation}/changes?from=1/2/2026&to=1/7/2026`),
  visits: page('/visits'),
  'a list with all that its items have': question(items, { report: life.report }),
  'the same as known earlier': question(items.replace('filter: {', `asKnownAt: "${life.concludedAt}", filter: {`), { report: life.report }),
})

/** Read the first time, since something was recorded before. */
async function counted(): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const [name, ask] of Object.entries(questions())) counts[name] = await statementsOf(ask)
  return counts
}

test('each page and question runs as many statements for many items as for a few', async () => {
  const few = await counted()
  // Still one page of the list: a longer one is counted by a statement of its own.
  await add(4, 12)
  const many = await counted()
  expect(many).toEqual(few)
})
