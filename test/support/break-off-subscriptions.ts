import { EventStoreDBClient } from '@eventstore/db-client'

/**
 * A program of its own: begins subscriptions to a stream, breaks all of them off when the first has had its event, and ends once the same
 * client has read the stream. Arguments: connection string, stream, how many.
 */
const [url = '', stream = '', count = '0'] = process.argv.slice(2)
const client = EventStoreDBClient.connectionString(url)
const read = async (): Promise<void> => {
  for await (const _ of client.readStream(stream));
}

await read()
const begun = Array.from({ length: Number(count) }, () => client.subscribeToStream(stream))
const answered = begun.map((subscription) => new Promise((resolve) => subscription.on('data', resolve).on('error', () => {})))
await Promise.race(answered)
await Promise.all(begun.map((subscription) => subscription.unsubscribe()))
await read()
await client.dispose()
