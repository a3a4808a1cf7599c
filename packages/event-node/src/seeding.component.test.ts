import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/support/database.ts'
import { createDatabase } from '../../../test/support/database.ts'
import type { EventNode } from './start-event-node.ts'
import { startEventNode } from './start-event-node.ts'

let database: TestDatabase
let node: EventNode
let client: EventStoreDBClient

const start = async (takesSeeding: boolean): Promise<void> => {
  node = await startEventNode({ databaseUrl: database.url, access: 'anybody', takesSeeding })
  client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${node.port}?tls=false`)
}
const stop = async (): Promise<void> => {
  await client.dispose()
  await node.close()
}
beforeEach(async () => {
  database = await createDatabase()
})
afterEach(async () => {
  await stop()
  await database.drop()
})

const append = (...times: readonly unknown[]) =>
  client.appendToStream(
    'entries',
    times.map((seededAt) => jsonEvent({ type: 'Noted', data: { n: 1 }, ...(seededAt === null ? {} : { metadata: { seededAt } }) })),
  )
const created = async (): Promise<readonly string[]> => {
  const times: string[] = []
  for await (const { event } of client.readStream('entries')) if (event) times.push(event.created.toISOString())
  return times
}
const refused = expect.objectContaining({ type: 'access-denied' })
const [first, second] = ['2024-07-16T09:00:00.000Z', '2025-03-18T14:30:00.000Z']

describe('recorded times from outside', () => {
  test('are taken into an empty log, forwards only, also after a new start', async () => {
    await start(true)
    await append(first, first)
    await append(second)
    await expect(append(first)).rejects.toEqual(refused)
    await stop()
    await start(true)
    await expect(append(first)).rejects.toEqual(refused)
    await append(second)
    expect(await created()).toEqual([first, first, second, second])
  })

  test('are taken no more once any other event is there, also after a new start', async () => {
    await start(true)
    await append(first)
    await append(null)
    await expect(append(second)).rejects.toEqual(refused)
    await stop()
    await start(true)
    await expect(append(second)).rejects.toEqual(refused)
    expect(await created()).toEqual([first, expect.not.stringMatching(/^202[0-5]/)])
  })

  test.each([
    ['a time to come', ['2126-01-01T00:00:00.000Z']],
    ['no instant', ['yesterday']],
    ['not a text', [1_721_120_400_000]],
    ['two times in one append', [first, second]],
    ['a time for one event of two', [first, null]],
  ])('are refused: %s', async (_, times) => {
    await start(true)
    await expect(append(...times)).rejects.toEqual(refused)
    await append(first)
    expect(await created()).toEqual([first])
  })

  test('are refused by a node that was not started for them', async () => {
    await start(false)
    await expect(append(first)).rejects.toEqual(refused)
    await append(null)
    expect(await created()).toHaveLength(1)
  })
})
