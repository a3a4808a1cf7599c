import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EventStore } from '@outstanding/event-store'
import { connectEventStore } from '@outstanding/event-store'
import type { ReadModels } from '@outstanding/projection'
import { openReadModels } from '@outstanding/projection'
import { rebuildReadModels } from '@outstanding/projector'
import { allReadModels, recommendationsById } from '@outstanding/read-models'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestDatabase } from '../../support/database.ts'
import { createDatabase } from '../../support/database.ts'
import { append, newStream, record, recordMany } from './given-facts.ts'
import { type Running, start, startEventNode, startProjector } from './given-processes.ts'
import { laterModels } from './later-models.ts'

const patience = 60_000

let logDatabase: TestDatabase
let database: TestDatabase
let node: Running
let eventStoreUrl: string
let store: EventStore
let before: ReadModels
let after: ReadModels
const running: Running[] = []

beforeAll(async () => {
  ;[logDatabase, database] = await Promise.all([createDatabase(), createDatabase()])
  node = startEventNode(logDatabase.url)
  eventStoreUrl = `esdb://127.0.0.1:${String((await node.announced('ready'))['port'])}?tls=false`
  store = connectEventStore(eventStoreUrl)
  before = openReadModels({ databaseUrl: database.url, models: allReadModels, maxConnections: 2 })
  after = openReadModels({ databaseUrl: database.url, models: laterModels(), maxConnections: 2 })
})
afterAll(async () => {
  await Promise.all(running.map((one) => one.kill('SIGKILL')))
  await Promise.all([before.close(), after.close(), store.close()])
  await node.kill('SIGTERM')
  await Promise.all([logDatabase.drop(), database.drop()])
})

function startLater(slowlyMs: number): Running {
  const environment = { DATABASE_URL: database.url, EVENTSTORE_URL: eventStoreUrl, SLOWLY_MS: String(slowlyMs) }
  const later = start('test/faults/projector/later-release-process.ts', environment)
  running.push(later)
  return later
}

async function sql<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<Row>(text)
  await client.end()
  return rows
}

async function createOffice(): Promise<void> {
  const data = { name: 'Director of Examples', authority: 'example-borough', kind: 'OFFICER' as const, portfolio: null }
  await append(store, `office-example-borough.${randomUUID()}`, 'NO_STREAM', [{ type: 'OfficeCreated', data }])
}

/** Where the rows of the offices, which did not change, are, and who wrote them. */
const officeRows = async () => {
  const [model] = await sql<{ schema: string }>(
    `select m.schema_name as schema from read_models.read_model m join read_models.projection p on p.schema_name = m.projection
     where m.name = 'offices' and m.state = 'IN_USE' and p.state = 'CURRENT'`,
  )
  return [model, await sql(`select ctid::text, xmin::text, name from ${model?.schema}.office_version`)]
}

it('a read model that changed is rebuilt alone, however often its projector is killed and whatever is recorded', async () => {
  await createOffice()
  const known = newStream()
  await record(store, known)
  const old = startProjector(database.url, eventStoreUrl)
  running.push(old)
  await old.announced('ready')
  expect(await before.waitForPosition(await recordMany(store, 40), patience)).toBe(true)
  const offices = await officeRows()
  expect(offices[1]).toHaveLength(1)

  // Killed while it derives rows: they were in a transaction that never ended.
  const first = startLater(20)
  expect(await first.announced('report')).toEqual({
    report: expect.stringMatching(/^builds recommendation-list \(version \d+\); every other read model stays as it is$/) as string,
  })
  await sleep(500)
  await first.kill('SIGKILL')
  expect(first.lines).toHaveLength(1)

  // Killed while it catches up with what came meanwhile: its tables stand there, half made.
  const second = startLater(20)
  await second.announced('report')
  const meanwhile = recordMany(store, 40)
  const isBegun = async () => (await sql(`select from read_models.read_model where state = 'BUILDING'`)).length
  await expect.poll(isBegun, { timeout: patience, interval: 20 }).toBe(1)
  await second.kill('SIGKILL')

  // All the while what was there is read and written.
  expect(await before.waitForPosition(await meanwhile, patience)).toBe(true)
  expect(await before.waitForPosition(await record(store, known, 0), patience)).toBe(true)
  const titles = (models: ReadModels) =>
    models.read((snapshot) => recommendationsById(snapshot, [known], { audience: 'ALL' })).then(([one]) => one?.title)
  expect(await titles(before)).toBe('Visits are recorded')
  await expect(titles(after)).rejects.toThrow(/this program reads version/)

  const third = startLater(0)
  const more = recordMany(store, 20)
  await third.announced('ready')
  // The old one finds out when it writes next.
  await more
  expect(await after.waitForPosition(await record(store, known, 1), patience)).toBe(true)
  expect(await old.exited).toMatchObject({ code: 2 })
  expect(await titles(after)).toBe('VISITS ARE RECORDED')
  expect(await officeRows()).toEqual(offices)
  expect(await sql(`select from read_models.read_model where state = 'BUILDING'`)).toEqual([])

  const rebuilt = await rebuildReadModels({ databaseUrl: database.url, eventStoreUrl, models: laterModels() })
  expect(rebuilt).toMatchObject({ ok: true, compared: { differing: [] } })
  const unknown = await sql(
    `select nspname from pg_namespace where nspname ~ '^rm_' and nspname not in (select schema_name from read_models.projection)
       and nspname not in (select schema_name from read_models.read_model)`,
  )
  expect(unknown).toEqual([])
}, 240_000)
