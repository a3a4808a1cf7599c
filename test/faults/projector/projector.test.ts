import { setTimeout as sleep } from 'node:timers/promises'
import type { EventStore } from '@outstanding/event-store'
import { connectEventStore } from '@outstanding/event-store'
import { rebuildReadModels, runProjector } from '@outstanding/projector'
import type { Halt, ReadModels } from '@outstanding/projection'
import { openReadModels } from '@outstanding/projection'
import { allReadModels, recommendationsById } from '@outstanding/read-models'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../support/database.ts'
import { createDatabase } from '../../support/database.ts'
import { newStream, record, recordMany } from './given-facts.ts'
import { type Running, start, startEventNode, startProjector } from './given-processes.ts'

const patience = 30_000

let logDatabase: TestDatabase
let database: TestDatabase
let node: Running
let eventStoreUrl: string
let store: EventStore
let models: ReadModels
let running: Running[] = []

beforeAll(async () => {
  ;[logDatabase, database] = await Promise.all([createDatabase(), createDatabase()])
  node = startEventNode(logDatabase.url)
  eventStoreUrl = `esdb://127.0.0.1:${String((await node.announced('ready'))['port'])}?tls=false`
  store = connectEventStore(eventStoreUrl)
  models = openReadModels({ databaseUrl: database.url, models: allReadModels, maxConnections: 3 })
})
afterEach(async () => {
  await Promise.all(running.map((one) => one.kill('SIGKILL')))
  running = []
})
afterAll(async () => {
  await models.close()
  await store.close()
  await node.kill('SIGTERM')
  await Promise.all([logDatabase.drop(), database.drop()])
})

const project = (): Running => {
  const projector = startProjector(database.url, eventStoreUrl)
  running.push(projector)
  return projector
}

async function sql<Row>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows as Row[]
}

/** Rebuilt beside, at the same position: what a projector wrote event by event must be the same. */
async function expectSameAsRebuilt(): Promise<void> {
  const rebuilt = await rebuildReadModels({ databaseUrl: database.url, eventStoreUrl })
  expect(rebuilt).toMatchObject({ ok: true, compared: { differing: [] } })
}

/** Runs until it is halted; why. */
async function haltOfRun(): Promise<{ readonly halt: Halt; readonly inWords: string }> {
  const ending = new AbortController()
  const halted = Promise.withResolvers<{ halt: Halt; inWords: string }>()
  const onHalt = (halt: Halt, inWords: string): void => halted.resolve({ halt, inWords })
  const run = runProjector({ store, databaseUrl: database.url, signal: ending.signal, report: () => {}, onLive: () => {}, onHalt })
  const found = await Promise.race([halted.promise, run.then((end) => Promise.reject(new Error(`it ended: ${end.kind}`)))])
  ending.abort()
  await run
  return found
}

const numberOfEvents = async (): Promise<number> => {
  let events = 0
  for (let after: string | undefined, more = true; more;) {
    const page = await store.readAll({ after, maxCount: 1_000 })
    events += page.events.length
    after = page.next ?? undefined
    more = page.next !== null
  }
  return events
}

describe('the projector', { timeout: 120_000 }, () => {
  it('shows what was recorded before it started and what is recorded while it runs', async () => {
    const early = newStream()
    await record(store, early)
    const projector = project()
    expect(await projector.announced('ready')).toEqual({ ready: true })
    const position = await record(store, early, 0)
    expect(await models.waitForPosition(position, patience)).toBe(true)
    const [found] = await models.read((snapshot) => recommendationsById(snapshot, [early], { audience: 'ALL' }))
    expect(found).toMatchObject({ revision: 1, position: { delivery: 'IN_PROGRESS', schedule: { state: 'OVERDUE' } } })
    await projector.kill('SIGTERM')
    expect(await projector.exited).toMatchObject({ code: 0 })
  })

  it('loses nothing and doubles nothing, however often it is killed', async () => {
    let last = '0'
    for (let round = 0; round < 4; round += 1) {
      const projector = project()
      const appending = recordMany(store, 25)
      await sleep(300 + round * 200)
      await projector.kill('SIGKILL')
      last = await appending
    }
    await project().announced('ready')
    expect(await models.waitForPosition(last, patience)).toBe(true)
    expect((await models.status())?.events).toBe(await numberOfEvents())
    await expectSameAsRebuilt()
  })

  it('ends when another takes over, and says so', async () => {
    const first = project()
    await first.announced('ready')
    const second = project()
    await second.announced('ready')
    const position = await record(store, newStream())
    expect(await first.exited).toMatchObject({ code: 2 })
    expect(first.lines).toContainEqual({ problem: 'the projector ends: another projector has taken over' })
    expect(await models.waitForPosition(position, patience)).toBe(true)
  })

  it('goes on when its connection is cut', async () => {
    await project().announced('ready')
    await record(store, newStream())
    await sql(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'outstanding-projector'`)
    const position = await record(store, newStream())
    expect(await models.waitForPosition(position, patience)).toBe(true)
    expect((await models.status())?.events).toBe(await numberOfEvents())
  })

  it('goes on in the read models that were rebuilt under it', async () => {
    await project().announced('ready')
    const before = await models.status()
    const appending = recordMany(store, 40)
    const rebuilt = await rebuildReadModels({ databaseUrl: database.url, eventStoreUrl })
    expect(rebuilt).toMatchObject({ ok: true })
    expect(await models.waitForPosition(await appending, patience)).toBe(true)
    const position = await record(store, newStream())
    expect(await models.waitForPosition(position, patience)).toBe(true)
    const after = await models.status()
    expect(after?.schema).not.toBe(before?.schema)
    expect(after?.events).toBe(await numberOfEvents())
    const schemas = await sql<{ state: string }>(`select state from read_models.projection order by state`)
    expect(schemas.map(({ state }) => state)).toEqual(['CURRENT', 'PREVIOUS'])
    await expectSameAsRebuilt()
  })

  it('gives the same digests on two rebuilds', async () => {
    const [first, second] = [
      await rebuildReadModels({ databaseUrl: database.url, eventStoreUrl }),
      await rebuildReadModels({ databaseUrl: database.url, eventStoreUrl }),
    ]
    expect(first.ok && second.ok && second.digests).toEqual(first.ok && first.digests)
    expect(second).toMatchObject({ compared: { differing: [] }, events: await numberOfEvents() })
  })

  it('does not start over a log that ends before what was projected', async () => {
    const [{ position }] = (await sql<{ position: string }>(`select position from read_models.projection where state = 'CURRENT'`)) as [
      { position: string },
    ]
    await sql(`update read_models.projection set position = 9000000000000000000 where state = 'CURRENT'`)
    expect(await haltOfRun()).toMatchObject({ halt: { kind: 'LOG' }, inWords: expect.stringContaining('restored') as string })
    expect((await models.status())?.halted).toMatchObject({ kind: 'LOG' })
    // The answer to a command on such a log must not depend on its positions.
    expect(await models.waitForPosition(position, 50)).toBe(false)
    expect(await rebuildReadModels({ databaseUrl: database.url, eventStoreUrl })).toMatchObject({ ok: true, compared: null })
    expect(BigInt((await models.status())?.position ?? 0)).toBeGreaterThanOrEqual(BigInt(position))
  })

  it('does not start over read models in which a stream is short of an event', async () => {
    await sql(`update read_models.projection set events = events - 1 where state = 'CURRENT'`)
    expect(await haltOfRun()).toMatchObject({
      halt: { kind: 'READ_MODELS' },
      inWords: expect.stringContaining('outstanding rebuild') as string,
    })
    await sql(`update read_models.projection set events = events + 1 where state = 'CURRENT'`)
  })

  it.each([
    [{ EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false' }, /^DATABASE_URL is not set/],
    [{ DATABASE_URL: 'postgres://127.0.0.1:1/x' }, /^EVENTSTORE_URL is not set/],
    [{ DATABASE_URL: 'mysql://x', EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false' }, /^DATABASE_URL must begin with/],
    [
      { DATABASE_URL: 'postgres://127.0.0.1:1/x', EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false' },
      /^the projector cannot start: .*ECONNREFUSED/,
    ],
  ])('says in one sentence what is wrong with %j', async (environment, sentence) => {
    const projector = start('services/projector/src/main.ts', environment)
    const { code, errors } = await projector.exited
    expect(code).toBe(1)
    expect(errors.trim().split('\n')).toHaveLength(1)
    expect(errors).toMatch(sentence)
  })

  it('halts, visibly, at an event that it cannot read, complete up to the one before', async () => {
    const projector = project()
    await projector.announced('ready')
    const stream = newStream()
    const before = await record(store, stream)
    const poison = await store.append(stream, 0, [{ eventId: crypto.randomUUID(), type: 'RecommendationDreamtOf', data: {}, metadata: {} }])
    await record(store, newStream())
    expect(await models.waitForPosition(before, patience)).toBe(true)
    const halted = async () => (await models.status())?.halted
    await expect.poll(halted, { timeout: patience }).toMatchObject({ stream, revision: 1, type: 'RecommendationDreamtOf' })
    const status = await models.status()
    expect(status?.position).toBe(before)
    expect(status?.halted).toMatchObject({ kind: 'EVENT', index: status?.events, position: poison.ok && poison.position })
    expect(projector.child.exitCode).toBeNull()
    const again = project()
    expect(String((await again.announced('ready'))['halted'])).toContain('RecommendationDreamtOf')
    await again.kill('SIGTERM')
    expect(await rebuildReadModels({ databaseUrl: database.url, eventStoreUrl })).toMatchObject({ ok: false, why: 'POISON' })
    expect((await models.status())?.position).toBe(before)
  })

  it('projects what it can of a log whose first build meets such an event', async () => {
    const fresh = await createDatabase()
    const freshModels = openReadModels({ databaseUrl: fresh.url, models: allReadModels, maxConnections: 1 })
    const projector = startProjector(fresh.url, eventStoreUrl)
    expect(String((await projector.announced('ready'))['halted'])).toContain('RecommendationDreamtOf')
    expect(await freshModels.status()).toMatchObject({ position: (await models.status())?.position, halted: { revision: 1 } })
    await projector.kill('SIGTERM')
    await freshModels.close()
    await fresh.drop()
  })
})
