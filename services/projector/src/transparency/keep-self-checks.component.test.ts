import { randomUUID } from 'node:crypto'
import { connectEventStore, type EventStore } from '@outstanding/event-store'
import { leafKeeper, migrateTransparency, newestSelfCheck } from '@outstanding/transparency-log'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../../../../test/support/database.ts'
import { startTestEventNode, type TestEventNode } from '../../../../test/support/event-node.ts'
import { toLeaf } from '../to-log-event.ts'
import { keepSelfChecks } from './keep-self-checks.ts'

const patience = { timeout: 60_000 }

let database: TestDatabase
let log: TestDatabase
let client: pg.Client
let node: TestEventNode
let store: EventStore

beforeAll(async () => {
  ;[database, log, node] = await Promise.all([createDatabase(), createDatabase(), startTestEventNode()])
  await node.restart(log.url)
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await migrateTransparency(client)
  store = connectEventStore(node.url)
}, 120_000)
afterAll(async () => {
  await store.close()
  await node.stop()
  await client.end()
  await Promise.all([database.drop(), log.drop()])
})

/** Runs until something of what was checked is as awaited; what it reported. */
async function checkUntil(awaited: () => Promise<void>): Promise<readonly string[]> {
  const ending = new AbortController()
  const problems: string[] = []
  const keeping = keepSelfChecks({ databaseUrl: database.url, store, signal: ending.signal, onProblem: (line) => problems.push(line) })
  try {
    await awaited()
    return problems
  } finally {
    ending.abort()
    await keeping
  }
}

const checks = async (): Promise<number> =>
  (await client.query<{ count: number }>('select count(*)::int as count from transparency.self_check')).rows[0]?.count ?? 0

/** A check that found nothing, of so many events, made while the clock stood 400 days ahead. */
const checkedAhead = (events: number) =>
  client.query(`insert into transparency.self_check (checked_at, took_ms, events) values (now() + interval '400 days', 5, $1)`, [events])

async function alterSecondEvent(): Promise<void> {
  const writing = new pg.Client({ connectionString: log.url })
  await writing.connect()
  const change = `update event_node.event set frame = decode(replace(encode(frame, 'hex'), $1, $2), 'hex') where revision = 1`
  const hex = (text: string): string => Buffer.from(text).toString('hex')
  expect((await writing.query(change, [hex('"n":2'), hex('"n":7')])).rowCount).toBe(1)
  await writing.end()
  // It keeps the newest events in memory.
  await node.restart(log.url)
}

test('after the clock stood 400 days ahead and was set back, a check is made at once, and an altered event is found', async () => {
  const events = [1, 2, 3].map((n) => ({ eventId: randomUUID(), type: 'T', data: { n }, metadata: {} }))
  await store.append('s-1', 'NO_STREAM', events)
  const written = (await store.readAll({ maxCount: 10 })).events
  expect(await leafKeeper().keep(client, 0, written.map(toLeaf))).toEqual({ ok: true })
  expect(await checkUntil(() => expect.poll(checks, patience).toBe(1))).toEqual([])

  // Nothing is recorded afterwards: only the clock says that a check is due.
  await checkedAhead(3)
  expect(await checkUntil(() => expect.poll(checks, patience).toBe(3))).toEqual([])
  expect((await newestSelfCheck(client))?.checkedAt.getTime()).toBeLessThanOrEqual(Date.now())

  await checkedAhead(3)
  await alterSecondEvent()
  const problems = await checkUntil(() =>
    expect.poll(async () => (await newestSelfCheck(client))?.problem ?? null, patience).not.toBeNull(),
  )
  expect(await newestSelfCheck(client)).toMatchObject({ events: 1, differsAt: 1, problem: expect.stringContaining('index 1 of the log') })
  expect(problems).toHaveLength(1)
}, 200_000)
