import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { TestDatabase } from '../../../../test/support/database.ts'
import { createDatabase } from '../../../../test/support/database.ts'
import type { EventNode } from '../start-event-node.ts'
import { startEventNode } from '../start-event-node.ts'

const CALLS = 1_500
/** Every log begins with an event of this stream. */
const STREAM = '$$$scavenges'
const program = fileURLToPath(new URL('../../../../test/support/break-off-subscriptions.ts', import.meta.url))

let database: TestDatabase
let node: EventNode
beforeAll(async () => {
  database = await createDatabase()
  node = await startEventNode({ databaseUrl: database.url, access: 'anybody' })
})
afterAll(async () => {
  await node.close()
  await database.drop()
})

test(`${CALLS} broken-off subscriptions ask the database nothing that a later read would wait for`, { timeout: 90_000 }, async () => {
  const queries = vi.spyOn(pg.Client.prototype, 'query')
  const client = spawn(process.execPath, [program, `esdb://127.0.0.1:${node.port}?tls=false`, STREAM, String(CALLS)], { stdio: 'inherit' })
  expect(await once(client, 'close')).toEqual([0, null])
  const { length: made } = queries.mock.calls
  queries.mockRestore()
  // Of the hundred that are served each asks once or twice; of those that waited none does.
  expect(made).toBeLessThan(CALLS / 5)
})
