import { randomUUID } from 'node:crypto'
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import type { AllStreamSubscription, EventData, ResolvedEvent } from '@eventstore/db-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestEventNode } from '../support/event-node.ts'
import { startTestEventNode } from '../support/event-node.ts'

const WRITERS = 16
const KILLS = 3
/** Events that each writer gets through between two kills, however slow the machine. */
const BETWEEN_KILLS = 4

let node: TestEventNode
beforeAll(async () => {
  node = await startTestEventNode()
})
afterAll(() => node.stop())

/** What a writer knows: each event of its stream in order, and whether the node acknowledged it. */
type Written = { readonly stream: string; readonly events: EventData[]; acknowledged: number }

test('kill -9 under load, three times: no acknowledged event is lost and none is there twice', { timeout: 150_000 }, async () => {
  const written = Array.from({ length: WRITERS }, (_, n): Written => ({ stream: `kill-${n}-${randomUUID()}`, events: [], acknowledged: 0 }))
  // One client for all: an error on one client's batch call fails the appends of every client of the process.
  const client = EventStoreDBClient.connectionString(node.url)
  const follower = followAll(client)
  let isOver = false
  const writers = written.map((one) => writeUntil(client, one, () => isOver))
  for (let kills = 0; kills < KILLS; kills++) {
    await progress(written, BETWEEN_KILLS)
    await node.kill()
    await node.restart()
  }
  await progress(written, BETWEEN_KILLS)
  isOver = true
  await Promise.all(writers)

  for (const { stream, events, acknowledged } of written) {
    const ids: (string | undefined)[] = []
    for await (const { event } of client.readStream(stream)) ids.push(event?.id)
    expect(acknowledged).toBe(events.length)
    expect(ids).toEqual(events.map((event) => event.id))
  }
  const total = written.reduce((sum, one) => sum + one.events.length, 0)
  expect(total).toBeGreaterThanOrEqual(WRITERS * BETWEEN_KILLS * (KILLS + 1))
  await until(() => follower.seen.length >= total)
  await follower.stop()
  expect(follower.seen).toHaveLength(total)
  expect(new Set(follower.seen).size).toBe(total)
  await client.dispose()
})

/**
 * Appends one event after the other at exact revisions. What fails is repeated with the same id and the same revision:
 * the only way to learn whether it was written after all.
 */
async function writeUntil(client: EventStoreDBClient, written: Written, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const event = jsonEvent({ id: randomUUID(), type: 'Counted', data: { n: written.events.length } })
    const expectedRevision = written.events.length === 0 ? 'no_stream' : BigInt(written.events.length - 1)
    written.events.push(event)
    await repeatUntilAcknowledged(() => client.appendToStream(written.stream, event, { expectedRevision, deadline: 5_000 }))
    written.acknowledged++
  }
}

async function repeatUntilAcknowledged(append: () => Promise<unknown>): Promise<void> {
  for (const deadline = Date.now() + 30_000; ;) {
    try {
      await append()
      return
    } catch (error) {
      if ((error as { type?: string }).type === 'wrong-expected-version' || Date.now() > deadline) throw error
      await delay(20)
    }
  }
}

/** Follows `$all` over every kill from where it was, and keeps the ids of the events of this test. */
function followAll(client: EventStoreDBClient): { readonly seen: string[]; stop(): Promise<void> } {
  const seen: string[] = []
  let isOver = false
  let last: ResolvedEvent['commitPosition']
  let subscription: AllStreamSubscription
  const subscribe = (): void => {
    const fromPosition = last === undefined ? 'start' : { commit: last, prepare: last }
    subscription = client.subscribeToAll({ fromPosition })
    subscription
      .on('data', ({ event, commitPosition }: ResolvedEvent) => {
        last = commitPosition
        if (event?.streamId.startsWith('kill-')) seen.push(event.id)
      })
      .on('error', () => {
        if (!isOver) setTimeout(subscribe, 50)
      })
  }
  subscribe()
  return {
    seen,
    async stop() {
      isOver = true
      await subscription.unsubscribe()
    },
  }
}

/** Until every writer has had so many more events acknowledged. */
async function progress(written: readonly Written[], more: number): Promise<void> {
  const before = written.map(({ acknowledged }) => acknowledged)
  await until(() => written.every(({ acknowledged }, index) => acknowledged >= (before[index] ?? 0) + more), 30_000)
}

async function until(condition: () => boolean, withinMs = 15_000): Promise<void> {
  for (const deadline = Date.now() + withinMs; !condition() && Date.now() < deadline;) await delay(20)
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
