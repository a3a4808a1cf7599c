import { randomUUID } from 'node:crypto'
import type { EventStore } from '@outstanding/event-store'
import { connectEventStore } from '@outstanding/event-store'
import { parkStream, readStatusReport, rebuildReadModels, resumeStream } from '@outstanding/projector'
import type { ReadModels } from '@outstanding/projection'
import { openReadModels, parkedByStream } from '@outstanding/projection'
import { allReadModels, recommendationsById } from '@outstanding/read-models'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../support/database.ts'
import { createDatabase } from '../../support/database.ts'
import { newStream, record } from './given-facts.ts'
import { type Running, startEventNode, startProjector } from './given-processes.ts'

const patience = 60_000

let logDatabase: TestDatabase
let database: TestDatabase
let node: Running
let projector: Running
let eventStoreUrl: string
let store: EventStore
let models: ReadModels

beforeAll(async () => {
  ;[logDatabase, database] = await Promise.all([createDatabase(), createDatabase()])
  node = startEventNode(logDatabase.url)
  eventStoreUrl = `esdb://127.0.0.1:${String((await node.announced('ready'))['port'])}?tls=false`
  store = connectEventStore(eventStoreUrl)
  models = openReadModels({ databaseUrl: database.url, models: allReadModels, maxConnections: 3 })
  projector = startProjector(database.url, eventStoreUrl)
  await projector.announced('ready')
})
afterAll(async () => {
  await models.close()
  await store.close()
  await projector.kill('SIGTERM')
  await node.kill('SIGTERM')
  await Promise.all([logDatabase.drop(), database.drop()])
})

const where = () => ({ databaseUrl: database.url, eventStoreUrl })
const act = (stream: string) => ({ ...where(), stream, note: 'a newer program wrote it' })
const parkedOf = (stream: string) => models.read((snapshot) => parkedByStream(snapshot, [stream]))
const itemOf = async (stream: string) => (await models.read((snapshot) => recommendationsById(snapshot, [stream], { audience: 'ALL' })))[0]

/** An item with an event that nobody can read. */
async function badStream(): Promise<string> {
  const stream = newStream()
  await record(store, stream)
  await record(store, stream, 0)
  const dreamt = { eventId: randomUUID(), type: 'RecommendationDreamtOf', data: {}, metadata: {} }
  expect(await store.append(stream, 1, [dreamt])).toMatchObject({ ok: true })
  return stream
}

describe('a stream with an event that cannot be projected', { timeout: 240_000 }, () => {
  it('halts all, is named with what to do, and is parked as a whole by a recorded act, so that all else goes on', async () => {
    const stream = await badStream()
    const after = await record(store, newStream())
    await expect
      .poll(async () => (await models.status())?.halted, { timeout: patience })
      .toMatchObject({ kind: 'EVENT', stream, revision: 2 })
    const standing = await readStatusReport(where())
    expect(standing).toMatchObject({ well: false })
    expect(standing.lines.join('\n')).toContain(`outstanding park ${stream}`)
    expect(await parkStream(act(newStream()))).toMatchObject({ ok: false, problem: expect.stringContaining(stream) as string })

    expect(await parkStream(act(stream))).toMatchObject({ ok: true })
    expect(await models.waitForPosition(after, patience)).toBe(true)
    expect(await models.status()).toMatchObject({ halted: null, parkedStreams: 1 })
    expect(await parkedOf(stream)).toMatchObject([{ revision: 2, type: 'RecommendationDreamtOf', note: 'a newer program wrote it' }])
    expect(await itemOf(stream)).toMatchObject({ revision: 1, position: { delivery: 'IN_PROGRESS' } })

    // Nothing of it is shown later, readable or not: never is one event alone left out.
    const later = await record(store, stream, 2)
    expect(await models.waitForPosition(later, patience)).toBe(true)
    expect(await itemOf(stream)).toMatchObject({ revision: 1 })
    expect(await rebuildReadModels(where())).toMatchObject({ ok: true, compared: { differing: [] } })
    expect(await parkedOf(stream)).toMatchObject([{ revision: 2 }])
    const acts = await store.readStream('operations-parking')
    expect(acts.map(({ type, data }) => [type, (data as { stream: string }).stream])).toEqual([['StreamParked', stream]])
  })

  it('stays parked as long as this release cannot read it', async () => {
    const stream = (await store.readStream('operations-parking')).map(({ data }) => (data as { stream: string }).stream)[0] ?? ''
    expect(await resumeStream(act(stream))).toMatchObject({ ok: false, problem: expect.stringContaining('stays parked') as string })
    expect(await parkedOf(stream)).toMatchObject([{ revision: 2 }])
    expect(await resumeStream(act(newStream()))).toMatchObject({ ok: false, problem: expect.stringContaining('is not parked') as string })
  })

  it('is shown whole again once it can be read', async () => {
    // As if an earlier release had parked what this one reads: the same act, of a stream that is as it should be.
    const stream = newStream()
    const parked = { stream, revision: 1, eventId: randomUUID(), type: 'ProgressUpdated', reason: 'not known then', note: 'not known then' }
    const end = (await store.readStream('operations-parking')).length - 1
    await store.append('operations-parking', end, [{ eventId: randomUUID(), type: 'StreamParked', data: parked, metadata: {} }])
    await projector.kill('SIGTERM')
    projector = startProjector(database.url, eventStoreUrl)
    await projector.announced('ready')
    await record(store, stream)
    await record(store, stream, 0)
    const last = await record(store, stream, 1)
    expect(await models.waitForPosition(last, patience)).toBe(true)
    expect(await itemOf(stream)).toMatchObject({ revision: 0 })
    expect(await parkedOf(stream)).toMatchObject([{ revision: 1, type: 'ProgressUpdated' }])

    expect(await resumeStream(act(stream))).toMatchObject({ ok: true })
    expect(await itemOf(stream)).toMatchObject({ revision: 2 })
    expect(await parkedOf(stream)).toEqual([null])
    const next = await record(store, stream, 2)
    expect(await models.waitForPosition(next, patience)).toBe(true)
    expect(await itemOf(stream)).toMatchObject({ revision: 3 })
    expect(await rebuildReadModels(where())).toMatchObject({ ok: true, compared: { differing: [] } })
  })
})
