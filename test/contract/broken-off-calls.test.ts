import { describe, expect, test } from 'vitest'
import { delay, eventually, follow, json, numbersOf, readAllOf, streamFor, upTo } from './events.ts'
import { storeUnderTest } from './store-under-test.ts'

const store = storeUnderTest()
const CALLS = 2_000

describe('calls that are broken off', () => {
  test(
    `${CALLS} reads begun and broken off at once: no error, and the connection with its other calls goes on`,
    { timeout: 90_000 },
    async () => {
      const [client, stream] = [store.client(), streamFor('broken-off')]
      await client.appendToStream(stream, json(0))
      const keeper = follow(client.subscribeToStream(stream))
      await eventually('to be caught up', () => keeper.log.includes('caughtUp'))
      const errors: Error[] = []
      for (const patience of [0, 50, 300]) {
        const reads = upTo(CALLS).map(() => client.readStream(stream))
        for (const read of reads) read.on('error', (error: Error) => errors.push(error)).on('data', () => {})
        await delay(patience)
        await Promise.all(reads.map((read) => read.cancel()))
      }
      await client.appendToStream(stream, json(1))
      await eventually('the event after all that', () => keeper.events.length === 2, 30_000)
      expect(numbersOf(keeper.events)).toEqual([0, 1])
      expect(numbersOf(await readAllOf(client, stream))).toEqual([0, 1])
      expect([...errors.filter(({ message }) => !message.includes('CANCELLED')), keeper.error]).toEqual([undefined])
    },
  )
})
