import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ANY, binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import type { EventStore, StoredEvent } from '@outstanding/event-store'
import { connectEventStore } from '@outstanding/event-store'
import { checkLog } from '@outstanding/projector'
import type { ReadModels } from '@outstanding/projection'
import { allReadModels } from '@outstanding/read-models'
import { openReadModels } from '@outstanding/projection'
import { leafHash, loadKeys, newestSelfCheck, printKey } from '@outstanding/transparency-log'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../support/database.ts'
import { createDatabase } from '../../support/database.ts'
import { newStream, record, recordMany } from './given-facts.ts'
import { type Running, start, startEventNode } from './given-processes.ts'

const patience = 30_000

let logDatabase: TestDatabase
let database: TestDatabase
let directory: string
let node: Running
let eventStoreUrl: string
let store: EventStore
let models: ReadModels
let client: pg.Client
let running: Running[] = []

beforeAll(async () => {
  ;[logDatabase, database] = await Promise.all([createDatabase(), createDatabase()])
  directory = await mkdtemp(join(tmpdir(), 'outstanding-projector-'))
  node = startEventNode(logDatabase.url)
  eventStoreUrl = `esdb://127.0.0.1:${String((await node.announced('ready'))['port'])}?tls=false`
  store = connectEventStore(eventStoreUrl)
  models = openReadModels({ databaseUrl: database.url, models: allReadModels, maxConnections: 3 })
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterEach(async () => {
  await Promise.all(running.map((one) => one.kill('SIGKILL')))
  running = []
})
afterAll(async () => {
  await client.end()
  await models.close()
  await store.close()
  await node.kill('SIGTERM')
  await Promise.all([logDatabase.drop(), database.drop(), rm(directory, { recursive: true, force: true })])
})

const keysFile = (): string => join(directory, 'keys.json')

const project = (): Running => {
  const projector = start('services/projector/src/main.ts', {
    DATABASE_URL: database.url,
    EVENTSTORE_URL: eventStoreUrl,
    OUTSTANDING_LOG_LEVEL: 'info',
    OUTSTANDING_ORIGIN: 'example.gov.uk/outstanding',
    OUTSTANDING_CHECKPOINT_KEYS_FILE: keysFile(),
    OUTSTANDING_CHECKPOINT_DIR: join(directory, 'published'),
  })
  running.push(projector)
  return projector
}

async function wholeLog(): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = []
  for (let after: string | undefined, more = true; more;) {
    const page = await store.readAll({ after, maxCount: 1_000 })
    events.push(...page.events)
    after = page.next ?? undefined
    more = page.next !== null
  }
  return events
}

/** Every event of the log is a leaf, in its order, and nothing else is. */
async function expectLeavesOfTheLog(): Promise<void> {
  const expected = (await wholeLog()).map(({ recordedAt: created, ...event }) => leafHash({ ...event, created }).toString('hex'))
  const { rows } = await client.query<{ index: string; hash: Buffer }>('select index, hash from transparency.leaf order by index')
  expect(rows.map(({ index }) => Number(index))).toEqual(expected.map((_, index) => index))
  expect(rows.map(({ hash }) => hash.toString('hex'))).toEqual(expected)
}

describe("the projector's leaves", { timeout: 120_000 }, () => {
  it('are every event, of whatever stream, type and content, however often the projector is killed', async () => {
    const foreign = EventStoreDBClient.connectionString(eventStoreUrl)
    const odd = [
      binaryEvent({ type: 'Scan', data: Buffer.from([0, 255, 7]) }),
      jsonEvent({ type: 'odd type', data: { '10': 1, '9': [1e21, 'ü\u0000'] }, metadata: { z: 1, a: null } }),
      binaryEvent({ type: 'Scan', data: Buffer.from('{"a":1}'), metadata: Buffer.from([1]) }),
    ]
    await foreign.appendToStream('somebody elses stream', odd, { expectedRevision: ANY })
    let last = '0'
    for (let round = 0; round < 3; round += 1) {
      const projector = project()
      const appending = recordMany(store, 15)
      await sleep(500 + round * 300)
      await projector.kill('SIGKILL')
      last = await appending
    }
    await project().announced('ready')
    expect(await models.waitForPosition(last, patience)).toBe(true)
    await expectLeavesOfTheLog()
    await foreign.dispose()
  })

  it('are signed for once there are any, by keys of its own, and published', async () => {
    await project().announced('ready')
    const published = join(directory, 'published')
    const checkpoints = async () => (await readdir(published).catch(() => [])).filter((name) => name.startsWith('checkpoint-'))
    await expect.poll(checkpoints, { timeout: patience }).not.toEqual([])
    const [file] = await checkpoints()
    const keys = await loadKeys(keysFile())
    expect(await readFile(join(published, file ?? ''), 'utf8')).toMatch(/^example\.gov\.uk\/outstanding\n\d+\n/)
    const { rows } = await client.query<{ printed: string }>('select printed from transparency.key')
    expect(rows.map(({ printed }) => printed).toSorted()).toEqual(keys?.signers.map(printKey).toSorted())
  })

  it('are checked against the log by the projector itself, and what was found is kept', async () => {
    await project().announced('ready')
    await expect.poll(() => newestSelfCheck(client), { timeout: patience }).toMatchObject({ differsAt: null, problem: null })
    expect((await newestSelfCheck(client))?.events).toBeGreaterThan(0)
  })

  it('are found to be others than the log has, whichever of the tables was rewritten', async () => {
    const check = () => checkLog(client, store, AbortSignal.timeout(patience))
    const rewritten = async (table: string, change: string) => {
      await client.query('begin')
      await client.query(`alter table transparency.${table} disable trigger append_only`)
      expect((await client.query(change)).rowCount).toBe(1)
      const found = await check()
      await client.query('rollback')
      return found
    }
    const size = (await wholeLog()).length
    expect(await check()).toEqual({ events: size, differsAt: null, problem: null })
    expect(await rewritten('leaf', `update transparency.leaf set hash = sha256('another') where index = 5`)).toMatchObject({
      events: 5,
      differsAt: 5,
      problem: expect.stringContaining('index 5 of the log is not the event that the transparency log holds there'),
    })
    const top = 'where level = (select max(level) from transparency.node) and index = 0'
    expect(await rewritten('node', `update transparency.node set hash = sha256('another') ${top}`)).toEqual({
      events: size,
      differsAt: null,
      problem: 'the hash tree does not match its leaves',
    })
    const newest = 'where size = (select max(size) from transparency.checkpoint)'
    expect(
      await rewritten('checkpoint', `update transparency.checkpoint set note = replace(note, '.uk/outstanding', '.uk/another') ${newest}`),
    ).toMatchObject({
      problem: expect.stringContaining('the newest checkpoint is not valid'),
    })
  })

  it('that are there for events that the log has lost are missed', async () => {
    const size = (await wholeLog()).length
    await client.query('begin')
    await client.query(
      `insert into transparency.leaf values ($1, sha256('lost'), 'recommendation-x', 0, gen_random_uuid(), 9000000000, '2026-11-22T00:00:00Z')`,
      [size],
    )
    const found = await checkLog(client, store, AbortSignal.timeout(patience))
    await client.query('rollback')
    expect(found).toEqual({
      events: size,
      differsAt: size,
      problem: `the log ends after ${size} events, and the transparency log holds ${size + 1}`,
    })
  })

  it('come from the log where they are younger than the read models', async () => {
    await client.query('drop schema transparency cascade')
    const projector = project()
    await projector.announced('ready')
    const position = await record(store, newStream())
    expect(await models.waitForPosition(position, patience)).toBe(true)
    await expectLeavesOfTheLog()
    await projector.kill('SIGTERM')
    expect((await projector.exited).errors).toContain('the transparency log has 0 of')
  })

  it('halt the projection, visibly, before an event in whose place another was recorded', async () => {
    const before = await models.status()
    const size = (await wholeLog()).length
    await client.query(
      `insert into transparency.leaf values ($1, sha256('another'), 'recommendation-x', 0, gen_random_uuid(), 9000000000, '2026-11-22T00:00:00Z')`,
      [size],
    )
    const stream = newStream()
    const position = await record(store, stream)
    const projector = project()
    const halted = await projector.announced('halted')
    expect(halted['halted']).toContain(
      `index ${size} of the log is not the event that the transparency log holds there: history was altered`,
    )
    expect(await models.waitForPosition(position, 500)).toBe(false)
    expect(await models.status()).toMatchObject({ events: before?.events, halted: { stream, revision: 0 } })
  })
})
