import { randomUUID } from 'node:crypto'
import type { EventStore } from '@outstanding/event-store'
import { connectEventStore } from '@outstanding/event-store'
import type { ReadModels } from '@outstanding/projection'
import { openReadModels } from '@outstanding/projection'
import { parkStream, readStatusReport } from '@outstanding/projector'
import { allReadModels, recommendationsById } from '@outstanding/read-models'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../support/database.ts'
import { createDatabase } from '../../support/database.ts'
import { newStream, record } from './given-facts.ts'
import { type Running, start, startEventNode, startProjector } from './given-processes.ts'

const patience = 60_000

let logDatabase: TestDatabase
let database: TestDatabase
let node: Running
let eventStoreUrl: string
let store: EventStore
let models: ReadModels
const running: Running[] = []

beforeAll(async () => {
  ;[logDatabase, database] = await Promise.all([createDatabase(), createDatabase()])
  node = startEventNode(logDatabase.url)
  eventStoreUrl = `esdb://127.0.0.1:${String((await node.announced('ready'))['port'])}?tls=false`
  store = connectEventStore(eventStoreUrl)
  models = openReadModels({ databaseUrl: database.url, models: allReadModels, maxConnections: 3 })
})
afterAll(async () => {
  await Promise.all(running.map((one) => one.kill('SIGKILL')))
  await models.close()
  await store.close()
  await node.kill('SIGTERM')
  await Promise.all([logDatabase.drop(), database.drop()])
})

const where = () => ({ databaseUrl: database.url, eventStoreUrl })
const kept = (one: Running): Running => (running.push(one), one)
const ofToday = (): Running => kept(startProjector(database.url, eventStoreUrl))
const ofAnEarlierRelease = (): Running =>
  kept(
    start('test/faults/projector/earlier-release-process.ts', {
      DATABASE_URL: database.url,
      EVENTSTORE_URL: eventStoreUrl,
      OUTSTANDING_LOG_LEVEL: 'info',
      PROJECTOR_EXIT_WITH_PARENT: '1',
    }),
  )

/** As an earlier release recorded it: without a field that today's must have. */
async function recordAsEarlier(): Promise<{ readonly stream: string; readonly position: string }> {
  const whole = newStream()
  await record(store, whole)
  const [today] = await store.readStream(whole)
  if (!today) throw new Error('nothing was recorded')
  const { gravity: _gravity, ...data } = today.data as { gravity: unknown }
  const stream = newStream()
  const event = { eventId: randomUUID(), type: 'RecommendationIssued', data, metadata: today.metadata as object }
  const appended = await store.append(stream, 'NO_STREAM', [event])
  if (!appended.ok) throw new Error('the stream is not new')
  return { stream, position: appended.position }
}

const schemaNow = async () => (await models.status())?.schema
const idsOf = async (...streams: readonly string[]) =>
  (await models.read((snapshot) => recommendationsById(snapshot, streams, { audience: 'ALL' }))).map((one) => one?.id)

describe('a release that reads events in another form than the one before', { timeout: 240_000 }, () => {
  it('continues at once where it can read every entry', async () => {
    const earlier = ofAnEarlierRelease()
    await earlier.announced('ready')
    const stream = newStream()
    expect(await models.waitForPosition(await record(store, stream), patience)).toBe(true)
    await earlier.kill('SIGTERM')
    const schema = await schemaNow()

    const today = ofToday()
    expect(await today.announced('ready')).toEqual({ ready: true })
    expect(await models.waitForPosition(await record(store, stream, 0), patience)).toBe(true)
    expect(await schemaNow()).toBe(schema)
    await today.kill('SIGTERM')
  })

  it('is halted where it cannot read one, names it with what to do, and continues when its stream is parked', async () => {
    const earlier = ofAnEarlierRelease()
    await earlier.announced('ready')
    const { stream, position } = await recordAsEarlier()
    expect(await models.waitForPosition(position, patience)).toBe(true)
    expect(await idsOf(stream)).toEqual([stream])
    await earlier.kill('SIGTERM')

    for (let times = 0; times < 2; times += 1) {
      const today = ofToday()
      expect(await today.announced('ready')).toEqual({
        ready: true,
        halted: expect.stringContaining(`outstanding park ${stream}`) as string,
      })
      expect((await models.status())?.halted).toMatchObject({ kind: 'EVENT', wasProjected: true, stream, revision: 0 })
      if (times === 0) await today.kill('SIGTERM')
    }
    const report = await readStatusReport(where())
    expect(report.well).toBe(false)
    expect(report.lines.join('\n')).toMatch(/this release cannot read event \d+ of the log .*gravity/)
    // Everything that was shown is still shown, and nothing is projected without what cannot be read.
    expect(await idsOf(stream)).toEqual([stream])
    const later = newStream()
    const after = await record(store, later)
    expect(await models.waitForPosition(after, 3_000)).toBe(false)

    expect(await parkStream({ ...where(), stream, note: 'an earlier release wrote it' })).toMatchObject({ ok: true })
    expect(await models.waitForPosition(after, patience)).toBe(true)
    expect(await models.status()).toMatchObject({ halted: null, parkedStreams: 1 })
    expect(await idsOf(stream, later)).toEqual([undefined, later])
  })
})
