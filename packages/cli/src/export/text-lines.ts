import { connectEventStore, openEvents } from '@outstanding/event-store'
import { createEntryKeys } from '@outstanding/identity'
import { leafHash } from '@outstanding/transparency-log'
import type { OpenLog } from '../with-transparency-log.ts'

/**
 * The first so many entries of the log as lines of JSON, each with its texts readable and with the hash of its leaf, by which the bundle
 * proves it. A text that was removed reads "text removed". Names of people are not texts of entries: they stay sealed.
 */
export async function* textLines({ client, addresses }: Pick<OpenLog, 'client' | 'addresses'>, count: number): AsyncGenerator<string> {
  const store = connectEventStore(addresses.eventStoreUrl, { name: 'outstanding-export-texts' })
  const keys = createEntryKeys(client)
  const ending = new AbortController()
  try {
    yield line({ kind: 'header', format: 'outstanding-texts', version: 1, events: count, exportedAt: new Date().toISOString() })
    let index = 0
    for await (const { events, caughtUp } of store.subscribeToAll({ maxBatch: 500, signal: ending.signal })) {
      const wanted = events.slice(0, count - index)
      const opened = await openEvents(keys, wanted)
      for (const [at, stored] of wanted.entries()) {
        const leaf = leafHash({ ...stored, created: stored.recordedAt }).toString('hex')
        yield line({ kind: 'entry', index, leaf, ...(opened[at] ?? stored) })
        index += 1
      }
      if (caughtUp || index >= count) return
    }
  } finally {
    ending.abort()
    await store.close()
  }
}

const line = (value: object): string => `${JSON.stringify(value)}\n`
