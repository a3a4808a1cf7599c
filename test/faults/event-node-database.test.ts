import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import type { ResolvedEvent } from '@eventstore/db-client'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEventNode } from '@outstanding/event-node'
import type { EventNode } from '@outstanding/event-node'
import type { TestDatabase } from '../support/database.ts'
import { startCuttingProxy } from '../support/cutting-proxy.ts'
import { createDatabase } from '../support/database.ts'

let database: TestDatabase
let node: EventNode
let client: EventStoreDBClient
const sentences: string[] = []
beforeAll(async () => {
  database = await createDatabase()
  node = await startEventNode({
    databaseUrl: database.url,
    access: 'anybody',
    log: (level, sentence) => level === 'error' && sentences.push(sentence),
  })
  client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${node.port}?tls=false`)
})
afterAll(async () => {
  await client.dispose()
  await node.close()
  await database.drop()
})

test(
  'the database drops every connection under load: the node goes on, nothing is lost or doubled, subscribers see all',
  { timeout: 60_000 },
  async () => {
    const seen: string[] = []
    const subscription = client.subscribeToAll({ fromPosition: 'end' })
    await new Promise<void>((resolve) => subscription.once('caughtUp', resolve))
    subscription.on('data', ({ event }: ResolvedEvent) => event?.streamId.startsWith('drop-') && seen.push(event.id))

    const ids = await Promise.all(
      Array.from({ length: 8 }, async (_, lane) => {
        const own: string[] = []
        for (let n = 0; n < 40; n++) {
          const event = jsonEvent({ type: 'Counted', data: { n } })
          own.push(event.id)
          const expectedRevision = n === 0 ? 'no_stream' : BigInt(n - 1)
          await untilAcknowledged(() => client.appendToStream(`drop-${lane}`, event, { expectedRevision }))
          if (lane === 0 && n % 15 === 14) await dropConnections()
        }
        return own
      }),
    )
    for (const [lane, own] of ids.entries()) {
      const stored: (string | undefined)[] = []
      for await (const { event } of client.readStream(`drop-${lane}`)) stored.push(event?.id)
      expect(stored).toEqual(own)
    }
    for (const deadline = Date.now() + 10_000; seen.length < 320 && Date.now() < deadline;) await delay(20)
    expect(seen.toSorted()).toEqual(ids.flat().toSorted())
    expect(sentences.join('\n')).toMatch(/lost its database|could not be written/)
    await subscription.unsubscribe()
  },
)

test('a connection of the database is cut in the middle of a page: the read fails, the node stays', { timeout: 60_000 }, async () => {
  const own = await createDatabase()
  const proxy = await startCuttingProxy(own.url)
  const throughProxy = await startEventNode({ databaseUrl: proxy.url, access: 'anybody', log: () => {} })
  const reader = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${throughProxy.port}?tls=false`)
  const events = Array.from({ length: 400 }, (_, n) => jsonEvent({ type: 'Large', data: { n, words: 'x'.repeat(2_000) } }))
  await reader.appendToStream('large', events, { expectedRevision: 'no_stream' })
  const read = async (): Promise<number> => {
    let count = 0
    for await (const { event } of reader.readAll()) count += event?.streamId === 'large' ? 1 : 0
    return count
  }
  for (const bytes of [1, 200_000, 500_000]) {
    const cut = proxy.cutAfter(bytes)
    expect(await read().catch(() => 'failed')).toBe('failed')
    await cut
    await expect.poll(() => read().catch(() => 'failed'), { timeout: 20_000 }).toBe(400)
  }
  await reader.dispose()
  await throughProxy.close()
  proxy.close()
  await own.drop()
})

test('the process ends with its parent, and by SIGTERM with code 0 while a subscription is open', { timeout: 60_000 }, async () => {
  const own = await createDatabase()
  const first = await startProcess(own.url)
  const follower = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${first.port}?tls=false`)
  const subscription = follower.subscribeToAll()
  const error = new Promise<unknown>((resolve) => subscription.on('error', resolve))
  subscription.resume()
  await new Promise<void>((resolve) => subscription.once('caughtUp', resolve))
  first.child.kill('SIGTERM')
  expect(await first.exit).toBe(0)
  expect(await error).toMatchObject({ type: 'unavailable' })
  const second = await startProcess(own.url)
  second.child.stdin.end()
  expect(await second.exit).toBe(0)
  await own.drop()
})

async function dropConnections(): Promise<void> {
  const admin = new pg.Client({ connectionString: database.url })
  await admin.connect()
  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`)
  await admin.end()
}

async function untilAcknowledged(append: () => Promise<unknown>): Promise<void> {
  for (const deadline = Date.now() + 20_000; ;) {
    try {
      await append()
      return
    } catch (error) {
      if ((error as { type?: string }).type === 'wrong-expected-version' || Date.now() > deadline) throw error
      await delay(20)
    }
  }
}

async function startProcess(databaseUrl: string) {
  const main = fileURLToPath(new URL('../../packages/event-node/src/main.ts', import.meta.url))
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, EVENT_NODE_INSECURE: '1', EVENT_NODE_DATABASE_URL: databaseUrl, EVENT_NODE_EXIT_WITH_PARENT: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit').then(([code]) => code as number | null)
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, exit, port: (JSON.parse(line.toString()) as { port: number }).port }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
