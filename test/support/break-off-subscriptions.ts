import { EventStoreDBClient } from '@eventstore/db-client'

/** As many calls of one connection as are served at a time. */
const SERVED = 100

/**
 * A program of its own: holds as many subscriptions to a stream as one connection is served, begins more, which wait for their turn, breaks
 * all of these off, then those held, and ends once the same client has read the stream. What it sends comes in this order, so that what
 * is asked of the node does not hang on the speed of either side. Arguments: connection string, stream, how many.
 */
const [url = '', stream = '', count = '0'] = process.argv.slice(2)
const client = EventStoreDBClient.connectionString(url)
const begin = (many: number) => Array.from({ length: many }, () => client.subscribeToStream(stream))
const read = async (): Promise<void> => {
  for await (const _ of client.readStream(stream));
}

await read()
const held = begin(SERVED)
await Promise.all(held.map((subscription) => new Promise((resolve) => subscription.once('data', resolve))))
const waiting = begin(Number(count))
for (const subscription of waiting) subscription.on('error', () => {})
await Promise.all(waiting.map((subscription) => subscription.unsubscribe()))
await Promise.all(held.map((subscription) => subscription.unsubscribe()))
await read()
await client.dispose()
