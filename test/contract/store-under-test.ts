import { EventStoreDBClient } from '@eventstore/db-client'
import { afterAll, afterEach, beforeAll, test } from 'vitest'
import type { TestEventNode } from '../support/event-node.ts'
import { startTestEventNode } from '../support/event-node.ts'

/** How appends travel: on the client's one batch call, or each as a call of its own. */
export type Mode = 'batch' | 'classic'
/** How the server is found: dialled as it is named, or asked for its cluster first. */
export type Address = 'plain' | 'gossip'

export const MODES: readonly Mode[] = ['batch', 'classic']
export const ADDRESSES: readonly Address[] = ['plain', 'gossip']
export const WAYS = ADDRESSES.flatMap((address) => MODES.map((mode) => ({ address, mode })))

const remote = process.env['EVENTSTORE_URL']

export type StoreUnderTest = {
  /** A client of its own, whose calls are ended after the case. */
  client(options?: { address?: Address; mode?: Mode; parameters?: Record<string, string | number> }): EventStoreDBClient
  /** Host and port, for connection strings that a case makes itself. */
  endpoint(): string
  /** The server's process; only where `caseWithProcess` is used. */
  process(): TestEventNode
}

/** Call it once at the top of a file: starts the event node before the file's cases, unless a remote server is named. */
export function storeUnderTest(environment: Readonly<Record<string, string>> = {}): StoreUnderTest {
  const clients: EventStoreDBClient[] = []
  let node: TestEventNode | undefined

  beforeAll(async () => {
    if (remote === undefined) node = await startTestEventNode(environment)
  })
  // Clients of one process share a connection and its hundred calls: none may be left open for the next case.
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.dispose()))
  })
  afterAll(async () => {
    await node?.stop()
  })

  const endpoint = () => new URL(url()).host
  const url = () => remote ?? (node as TestEventNode).url
  return {
    endpoint,
    process: () => node as TestEventNode,
    client({ address = 'plain', mode = 'batch', parameters = {} } = {}) {
      const connection = new URL(url())
      for (const [key, value] of Object.entries(parameters)) connection.searchParams.set(key, String(value))
      const text = address === 'gossip' ? connection.href.replace(/^esdb:/, 'esdb+discover:') : connection.href
      const client = EventStoreDBClient.connectionString(text)
      if (mode === 'classic') withoutBatchAppend(client)
      clients.push(client)
      return client
    },
  }
}

/** A case that has to stop, kill or restart the server. */
export function caseWithProcess(title: string, run: () => Promise<void>, timeout?: number): void {
  if (remote === undefined) test(title, run, timeout)
  else test.skip(`${title} (skipped: a remote server's process is not ours to stop)`, () => {})
}

/** A case that needs a fault which only the embedded node can be told to commit. */
export function caseWithFault(title: string, run: () => Promise<void>): void {
  if (remote === undefined) test(title, run)
  else test.skip(`${title} (skipped: a remote server cannot be told to fail)`, () => {})
}

/** The client asks itself whether the server knows batch append; this one is told that it does not. */
function withoutBatchAppend(client: EventStoreDBClient): void {
  Object.assign(client, { supports: async () => false })
}
