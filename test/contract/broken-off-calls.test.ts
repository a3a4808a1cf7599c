import type { EventStoreDBClient } from '@eventstore/db-client'
import { describe, expect, test } from 'vitest'
import { delay, eventually, follow, json, numbersOf, readAllOf, streamFor, upTo } from './events.ts'
import { storeUnderTest } from './store-under-test.ts'

const store = storeUnderTest()
const CALLS = 2_000

/** What is begun, and how it is broken off. */
const kinds = {
  reads: (client: EventStoreDBClient, stream: string) => {
    const call = client.readStream(stream)
    call.on('data', () => {})
    return { call, breakOff: () => call.cancel() }
  },
  subscriptions: (client: EventStoreDBClient, stream: string) => {
    const call = client.subscribeToStream(stream)
    call.on('data', () => {})
    return { call, breakOff: () => call.unsubscribe() }
  },
}

describe('calls that are broken off', () => {
  test.each(['reads', 'subscriptions'] as const)(
    `${CALLS} %s begun and broken off at once: no error, and the connection with its other calls goes on`,
    async (kind) => {
      const client = store.client({ parameters: { keepAliveInterval: 60_000 } })
      const stream = streamFor('broken-off')
      await client.appendToStream(stream, json(0))
      const keeper = follow(client.subscribeToStream(stream))
      await eventually('to be caught up', () => keeper.log.includes('caughtUp'))
      const errors: Error[] = []
      // Before any has reached the server, while they arrive, and once a hundred are under way and the others wait.
      for (const patience of [0, 300, 1_500]) {
        const begun = upTo(CALLS).map(() => kinds[kind](client, stream))
        for (const { call } of begun) call.on('error', (error: Error) => errors.push(error))
        await delay(patience)
        await Promise.all(begun.map(({ breakOff }) => breakOff()))
        const read = readAllOf(client, stream).then(numbersOf)
        expect(await Promise.race([read, delay(60_000).then(() => 'no answer')])).toEqual([0])
      }
      await client.appendToStream(stream, json(1))
      await eventually('the event after all that', () => keeper.events.length === 2)
      expect(numbersOf(keeper.events)).toEqual([0, 1])
      expect([...errors.filter(({ message }) => !message.includes('CANCELLED')), keeper.error]).toEqual([undefined])
    },
  )

  test('a hundred calls are under way at a time: the next one is answered when one of them ends', async () => {
    const [client, stream] = [store.client({ mode: 'classic' }), streamFor('hundred')]
    await client.appendToStream(stream, json(0))
    const subscriptions = upTo(100).map(() => client.subscribeToStream(stream))
    const followed = subscriptions.map((subscription) => follow(subscription))
    await eventually('all', () => followed.every(({ log }) => log.includes('confirmation')))
    let isAnswered = false
    const read = readAllOf(client, stream).then((events) => {
      isAnswered = true
      return events
    })
    await delay(500)
    expect(isAnswered).toBe(false)
    await subscriptions[0]?.unsubscribe()
    expect(numbersOf(await read)).toEqual([0])
  })
})
