import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectEventStore, type EventStore, type StoredEvent } from '@outstanding/event-store'
import { leafKeeper, migrateTransparency } from '@outstanding/transparency-log'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../../../../test/support/database.ts'
import { startTestEventNode, type TestEventNode } from '../../../../test/support/event-node.ts'
import { treeFault } from '../log-fault.ts'
import { toLeaf } from '../to-log-event.ts'
import { keepCheckpoints } from './keep-checkpoints.ts'

const patience = { timeout: 60_000 }

let database: TestDatabase
let otherLog: TestDatabase
let client: pg.Client
let directory: string
let node: TestEventNode
let store: EventStore

beforeAll(async () => {
  ;[database, otherLog, node] = await Promise.all([createDatabase(), createDatabase(), startTestEventNode()])
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await migrateTransparency(client)
  directory = await mkdtemp(join(tmpdir(), 'outstanding-checkpoints-'))
  store = connectEventStore(node.url)
}, 120_000)
afterAll(async () => {
  await store.close()
  await node.stop()
  await client.end()
  await Promise.all([database.drop(), otherLog.drop()])
  await rm(directory, { recursive: true, force: true })
})

/** Appends events to a stream each, from `from` on; the whole log. */
async function write(from: number, count: number): Promise<readonly StoredEvent[]> {
  for (let index = from; index < from + count; index += 1)
    await store.append(`s-${index}`, 'NO_STREAM', [{ eventId: randomUUID(), type: 'T', data: { index }, metadata: {} }])
  return (await store.readAll({ maxCount: 100 })).events
}

const grow = async (from: number, log: readonly StoredEvent[]) =>
  expect(await leafKeeper().keep(client, from, log.slice(from).map(toLeaf))).toEqual({ ok: true })

async function signed(): Promise<readonly number[]> {
  const { rows } = await client.query<{ size: string }>('select size from transparency.checkpoint order by size')
  return rows.map(({ size }) => Number(size))
}

test('nothing is signed while the log is not the one of the tree, be it shorter or written on; then it goes on', async () => {
  const ending = new AbortController()
  const lines: string[] = []
  await grow(0, await write(0, 3))
  const keeping = keepCheckpoints({
    databaseUrl: database.url,
    keysFile: join(directory, 'keys.json'),
    signal: ending.signal,
    report: (line) => lines.push(line),
    fault: (connection) => treeFault(store, connection),
    everyMs: 200,
  })
  try {
    await expect.poll(signed, patience).toEqual([3])
    const log = await write(3, 4)
    await node.restart(otherLog.url)
    await grow(3, log)
    await expect.poll(() => lines.join('\n'), patience).toContain('no checkpoint was signed: the log ends at position ')
    await write(0, 10)
    await expect.poll(() => lines.join('\n'), patience).toContain('differs from the one seen before')
    expect(await signed()).toEqual([3])
    await node.restart()
    await expect.poll(signed, patience).toEqual([3, 7])
  } finally {
    ending.abort()
    await keeping
  }
}, 240_000)
