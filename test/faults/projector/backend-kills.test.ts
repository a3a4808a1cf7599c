import { setTimeout as sleep } from 'node:timers/promises'
import type { EventStore } from '@outstanding/event-store'
import { connectEventStore } from '@outstanding/event-store'
import { checkLog, rebuildReadModels } from '@outstanding/projector'
import type { ReadModels } from '@outstanding/projection'
import { allReadModels } from '@outstanding/read-models'
import { openReadModels } from '@outstanding/projection'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newStream, record } from './given-facts.ts'
import type { OwnPostgres } from './given-postgres.ts'
import { ownPostgres } from './given-postgres.ts'
import { type Running, startEventNode, startProjector } from './given-processes.ts'

const rounds = process.env['OUTSTANDING_LONG'] ? 100 : 6
const patience = 60_000

let postgres: OwnPostgres
let node: Running
let projector: Running
let databaseUrl: string
let eventStoreUrl: string
let store: EventStore
let models: ReadModels

beforeAll(async () => {
  postgres = await ownPostgres()
  const logUrl = await postgres.create('log')
  databaseUrl = await postgres.create('outstanding')
  node = startEventNode(logUrl)
  eventStoreUrl = `esdb://127.0.0.1:${String((await node.announced('ready'))['port'])}?tls=false`
  store = connectEventStore(eventStoreUrl)
  models = openReadModels({ databaseUrl, models: allReadModels, maxConnections: 4 })
  projector = startProjector(databaseUrl, eventStoreUrl)
  await projector.announced('ready')
})
afterAll(async () => {
  await models.close()
  await store.close()
  await projector.kill('SIGTERM')
  await node.kill('SIGTERM')
  await postgres.stop()
})

/** What was answered as recorded, and what of it as shown. */
type Answered = { readonly stream: string; readonly revision: number; readonly position: string; readonly projected: boolean }

/** Records one item after another until stopped. A failure counts as no answer, and the next item is started. */
async function work(answered: Answered[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const stream = newStream()
    try {
      for (const revision of [0, 1, 2]) {
        const position = await record(store, stream, revision === 0 ? 'NO_STREAM' : revision - 1)
        answered.push({ stream, revision, position, projected: await models.waitForPosition(position, 1_000) })
      }
    } catch {
      await sleep(20)
    }
  }
}

async function sql<Row>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows as Row[]
}

async function shownNow(): Promise<ReadonlySet<string>> {
  const schema = (await models.status())?.schema
  const rows = await sql<{ stream: string; revision: number }>(`select stream, revision from ${schema}.timeline`)
  return new Set(rows.map(({ stream, revision }) => `${stream} ${revision}`))
}

/** Everything that was recorded is shown once, as a rebuild shows it, and the tree is that of the log. */
async function expectWhole(answered: readonly Answered[]): Promise<void> {
  const last = answered.reduce((highest, { position }) => (BigInt(position) > BigInt(highest) ? position : highest), '0')
  expect(await models.waitForPosition(last, patience)).toBe(true)
  const shown = await shownNow()
  expect(answered.filter(({ stream, revision }) => !shown.has(`${stream} ${revision}`))).toEqual([])
  expect(await rebuildReadModels({ databaseUrl, eventStoreUrl })).toMatchObject({ ok: true, compared: { differing: [] } })
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  expect(await checkLog(client, store, AbortSignal.timeout(patience))).toMatchObject({ differsAt: null, problem: null })
  await client.end()
}

describe('kill -9 of single processes of PostgreSQL', { timeout: process.env['OUTSTANDING_LONG'] ? 3_600_000 : 120_000 }, () => {
  it(`loses nothing that was answered, ${rounds} times, while three write`, async () => {
    const answered: Answered[] = []
    const ending = new AbortController()
    const working = Array.from({ length: 3 }, () => work(answered, ending.signal))
    const tookMs: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await sleep(150 + Math.random() * 400)
      const before = answered.length
      expect(await postgres.killOneBackend((candidates) => Math.floor(Math.random() * candidates))).not.toBeNull()
      const killed = performance.now()
      await postgres.recovered()
      // Work goes on: a later entry is recorded and shown.
      await expect.poll(() => answered.slice(before).some(({ projected }) => projected), { timeout: patience, interval: 20 }).toBe(true)
      tookMs.push(performance.now() - killed)
    }
    ending.abort()
    await Promise.all(working)
    process.stdout.write(
      `${rounds} kills, ${answered.length} answered; ms until work went on: ${tookMs
        .map(Math.round)
        .toSorted((a, b) => a - b)
        .join(' ')}\n`,
    )
    await expectWhole(answered)
  })

  it('says nothing false of the log when it happens during a rebuild', async () => {
    const answered: Answered[] = []
    const ending = new AbortController()
    const working = [work(answered, ending.signal)]
    for (let round = 0; round < Math.ceil(rounds / 3); round += 1) {
      const rebuilding = rebuildReadModels({ databaseUrl, eventStoreUrl })
      await sleep(20 + Math.random() * 150)
      await postgres.killOneBackend((candidates) => Math.floor(Math.random() * candidates))
      const rebuilt = await rebuilding
      if (!rebuilt.ok) expect(rebuilt).toMatchObject({ why: expect.stringMatching(/^(FAILED|BUSY)$/) as string })
      await postgres.recovered()
    }
    ending.abort()
    await Promise.all(working)
    await expectWhole(answered)
  })
})
