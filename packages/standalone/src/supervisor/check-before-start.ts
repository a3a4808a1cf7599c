import { setTimeout as sleep } from 'node:timers/promises'
import { connectEventStore, EventStoreError } from '@outstanding/event-store'
import type { Configuration } from '@outstanding/runtime'
import { checkPort, checkPostgres, type Missing } from '../preflight.ts'

const ANSWER_MS = 5_000
const ASK_EVERY_MS = 1_000

export type Waiting = { report(line: string): void; readonly signal?: AbortSignal }

/**
 * Everything that the surroundings must offer, asked before anything is started. Undefined when all is there, else one sentence. A
 * store that may still come is waited for, as long as the configuration says, with a line that says what is missing.
 */
export async function checkBeforeStart(configuration: Configuration, waiting: Waiting): Promise<string | undefined> {
  const { host, port, databaseUrl, eventStoreUrl, eventNodeDatabaseUrl } = configuration
  const end = performance.now() + configuration.waitForStoresMs
  const all = [
    databaseUrl === undefined ? undefined : () => checkPostgres('DATABASE_URL', databaseUrl),
    eventStoreUrl === undefined ? undefined : () => checkEventStore(eventStoreUrl),
    eventNodeDatabaseUrl === undefined ? undefined : () => checkPostgres('EVENT_NODE_DATABASE_URL', eventNodeDatabaseUrl),
  ]
  const taken = await checkPort(host, port)
  if (taken !== undefined) return taken
  for (const check of all) {
    const problem = check && (await untilThere(check, end, waiting))
    if (problem !== undefined) return problem
  }
  return undefined
}

async function untilThere(
  check: () => Promise<Missing | undefined>,
  end: number,
  { report, signal }: Waiting,
): Promise<string | undefined> {
  for (let reported = ''; ;) {
    const missing = await check()
    if (missing === undefined) return undefined
    if (!missing.waitingHelps || performance.now() >= end) return missing.sentence
    if (missing.sentence !== reported) report(`waiting up to ${Math.ceil((end - performance.now()) / 1_000)} s: ${missing.sentence}`)
    reported = missing.sentence
    await sleep(ASK_EVERY_MS, undefined, { signal }).catch(() => {})
    if (signal?.aborted) return 'told to stop while waiting'
  }
}

async function checkEventStore(url: string): Promise<Missing | undefined> {
  try {
    const store = connectEventStore(url)
    try {
      await store.head({ timeoutMs: ANSWER_MS })
    } finally {
      await store.close()
    }
    return undefined
  } catch (error) {
    if (!(error instanceof EventStoreError)) return { sentence: 'the event store of EVENTSTORE_URL cannot be used', waitingHelps: false }
    return { sentence: `the event store of EVENTSTORE_URL cannot be used: ${error.message}`, waitingHelps: error.waitingHelps }
  }
}
