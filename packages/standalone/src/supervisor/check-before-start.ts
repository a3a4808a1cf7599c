import { connectEventStore } from '@outstanding/event-store'
import type { Configuration } from '@outstanding/runtime'
import { checkPort, checkPostgres } from '../preflight.ts'

const ANSWER_MS = 5_000

/** Everything that the surroundings must offer, asked before anything is started. Undefined when all is there, else one sentence. */
export async function checkBeforeStart({
  host,
  port,
  databaseUrl,
  eventStoreUrl,
  eventNodeDatabaseUrl,
}: Configuration): Promise<string | undefined> {
  return (
    (await checkPort(host, port)) ??
    (databaseUrl === undefined ? undefined : await checkPostgres('DATABASE_URL', databaseUrl)) ??
    (eventStoreUrl === undefined ? undefined : await checkEventStore(eventStoreUrl)) ??
    (eventNodeDatabaseUrl === undefined ? undefined : await checkPostgres('EVENT_NODE_DATABASE_URL', eventNodeDatabaseUrl))
  )
}

async function checkEventStore(url: string): Promise<string | undefined> {
  try {
    const store = connectEventStore(url)
    try {
      await store.head({ timeoutMs: ANSWER_MS })
    } finally {
      await store.close()
    }
    return undefined
  } catch {
    return 'the event store of EVENTSTORE_URL cannot be reached'
  }
}
