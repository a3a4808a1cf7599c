import type { EventStore } from '@outstanding/event-store'
import { connectEventStore } from '@outstanding/event-store'
import { rebuildReadModels } from '@outstanding/projector'
import type { ReadModels } from '@outstanding/projection'
import { openReadModels } from '@outstanding/projection'
import { allReadModels } from '@outstanding/read-models'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestDatabase } from '../../support/database.ts'
import { createDatabase } from '../../support/database.ts'
import { newStream, record, recordUpdates } from './given-facts.ts'
import { type Running, startEventNode, startProjector } from './given-processes.ts'

const ROUNDS = 3
/** Twice the mebibyte that the projector lets the node send ahead, and many more events than the node keeps for one that does not read. */
const UPDATES = { streams: 8, count: 60, characters: 4_500 }
const patience = 120_000

let logDatabase: TestDatabase
let database: TestDatabase
let node: Running
let projector: Running
let store: EventStore
let models: ReadModels
let eventStoreUrl: string

beforeAll(async () => {
  ;[logDatabase, database] = await Promise.all([createDatabase(), createDatabase()])
  node = startEventNode(logDatabase.url, { EVENT_NODE_ABORT_SLOW_CONSUMERS: '1' })
  eventStoreUrl = `esdb://127.0.0.1:${String((await node.announced('ready'))['port'])}?tls=false`
  store = connectEventStore(eventStoreUrl)
  models = openReadModels({ databaseUrl: database.url, models: allReadModels, maxConnections: 2 })
  projector = startProjector(database.url, eventStoreUrl)
  await projector.announced('ready')
}, patience)
afterAll(async () => {
  await models.close()
  await store.close()
  await projector.kill('SIGKILL')
  await node.kill('SIGTERM')
  await Promise.all([logDatabase.drop(), database.drop()])
})

const timesTooSlow = (): number => projector.errorsSoFar().split('Consumer too slow').length - 1

/** The position of the last. */
async function recordMuch(): Promise<string> {
  let last = '0'
  for (let n = 0; n < UPDATES.streams; n += 1) {
    const stream = newStream()
    await record(store, stream)
    last = await recordUpdates(store, stream, { after: 0, ...UPDATES })
  }
  return last
}

async function numberOfEvents(): Promise<number> {
  let events = 0
  for (let after: string | undefined, more = true; more;) {
    const page = await store.readAll({ after, maxCount: 1_000 })
    events += page.events.length
    after = page.next ?? undefined
    more = page.next !== null
  }
  return events
}

it(
  `ended ${ROUNDS} times by the event store as too slow, the projector goes on where it was: no event is left out, none projected twice`,
  {
    timeout: 4 * patience,
  },
  async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      // Live, as only a live subscription is ended.
      expect(await models.waitForPosition(await record(store, newStream()), patience)).toBe(true)
      projector.child.kill('SIGSTOP')
      const last = await recordMuch().finally(() => projector.child.kill('SIGCONT'))
      expect(await models.waitForPosition(last, patience)).toBe(true)
      await expect.poll(timesTooSlow, { timeout: patience }).toBe(round)
    }
    // Each event counts once, and in its place: the rows are those of a rebuild from the log.
    expect((await models.status())?.events).toBe(await numberOfEvents())
    expect(await rebuildReadModels({ databaseUrl: database.url, eventStoreUrl })).toMatchObject({ ok: true, compared: { differing: [] } })
  },
)
