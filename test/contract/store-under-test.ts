import { readFileSync } from 'node:fs'
import { EventStoreDBClient } from '@eventstore/db-client'
import { afterAll, afterEach, beforeAll, test } from 'vitest'
import type { TestEventNode } from '../support/event-node.ts'
import { startTestEventNode } from '../support/event-node.ts'
import { parseConnection, writeConnection } from './connection.ts'
import type { Connection, Scheme } from './connection.ts'

/** How appends travel: on the client's one batch call, or each as a call of its own. */
export type Mode = 'batch' | 'classic'
/** How the server is found: dialled as it is named, or asked for its cluster first. */
export type Address = 'plain' | 'gossip'

export const MODES: readonly Mode[] = ['batch', 'classic']
export const ADDRESSES: readonly Address[] = ['plain', 'gossip']
export const WAYS = ADDRESSES.flatMap((address) => MODES.map((mode) => ({ address, mode })))

/** A busy machine may leave a ping or an append unanswered for longer than the client's own ten seconds. */
const PATIENCE = { keepAliveTimeout: 60_000, defaultDeadline: 60_000 }

const remote = process.env['EVENTSTORE_URL']

type ClientOptions = {
  readonly address?: Address
  readonly mode?: Mode
  readonly parameters?: Readonly<Record<string, string | number>>
  /** Another user and password than those of the connection string, or none. */
  readonly credentials?: string | undefined
  /** Other hosts. */
  readonly hosts?: readonly string[]
  /** How the connection string begins; by itself, as the address needs it. */
  readonly scheme?: Scheme
}

export type StoreUnderTest = {
  /** A client of its own, whose calls are ended after the case. */
  client(options?: ClientOptions): EventStoreDBClient
  /** Where the server is and how it is spoken to. */
  connection(): Connection & { readonly authority: Buffer | undefined }
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

  const connection = () => parseConnection(remote ?? (node as TestEventNode).url)
  return {
    process: () => node as TestEventNode,
    connection() {
      const parsed = connection()
      const file = parsed.parameters.get('tlsCAFile')
      return { ...parsed, authority: file === undefined ? undefined : readFileSync(file) }
    },
    client({ address = 'plain', mode = 'batch', parameters = {}, scheme, ...changes } = {}) {
      const known = connection()
      const entriesOf = (some: Readonly<Record<string, string | number>>) =>
        Object.entries(some).map(([key, value]) => [key, String(value)] as const)
      const discovers = known.discovers || address === 'gossip'
      const all = new Map([...entriesOf(PATIENCE), ...known.parameters, ...entriesOf(parameters)])
      const text = writeConnection({ ...known, ...changes, discovers, parameters: all }, scheme)
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

/** A case that needs a fault which only the embedded node can produce on request. */
export function caseWithFault(title: string, run: () => Promise<void>, timeout?: number): void {
  if (remote === undefined) test(title, run, timeout)
  else test.skip(`${title} (skipped: a remote server cannot be made to fail)`, () => {})
}

/** A case in which the event node is known to answer otherwise than a real server; the node's list of differences names it. */
export function caseOfTheNode(title: string, run: () => Promise<void>, timeout?: number): void {
  if (remote === undefined) test(title, run, timeout)
  else test.skip(`${title} (skipped: a real server is known to answer otherwise)`, () => {})
}

/** A case that needs users, which a server has only with TLS. */
export function caseWithUsers(title: string, run: () => Promise<void>): void {
  const isSecure = remote === undefined || parseConnection(remote).parameters.get('tls') !== 'false'
  if (isSecure) test(title, run)
  else test.skip(`${title} (skipped: this server runs without TLS, and so without users)`, () => {})
}

/** The client checks whether the server supports batch append; this one is set not to. */
function withoutBatchAppend(client: EventStoreDBClient): void {
  Object.assign(client, { supports: async () => false })
}
