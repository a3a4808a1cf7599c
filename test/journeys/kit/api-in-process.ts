import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApi } from '@outstanding/api'
import type { Api, ApiOptions } from '@outstanding/api'
import { startEventNode } from '@outstanding/event-node'
import { registry } from '@outstanding/domain'
import { connectEventStore, withSealedTexts } from '@outstanding/event-store'
import type { EventStore } from '@outstanding/event-store'
import { createEntryKeys, issueToken, loadOrCreateTokenKeys } from '@outstanding/identity'
import type { TokenRequest } from '@outstanding/identity'
import { runProjector } from '@outstanding/projector'
import { createLog } from '@outstanding/runtime'
import pg from 'pg'
import { createDatabase } from '../../support/database.ts'

export type Role = TokenRequest['role']

type Limited = Pick<ApiOptions, 'timeLimitMs' | 'maxListeners'>

export type RunningApi = {
  readonly api: Api
  /** The log with its texts, as the API has it. */
  readonly store: EventStore
  /** The log as it is stored. */
  readonly log: EventStore
  /** For what an operator does beside. */
  readonly addresses: { readonly databaseUrl: string; readonly eventStoreUrl: string }
  /** Another API on the same log and database; close it. */
  beside(options: Limited & { readonly store?: EventStore }): Promise<Api>
  /** One token a role, always for the same person. */
  tokenOf(role: Role, name?: string, expiresInDays?: number): Promise<string>
  /** Rows of the database `outstanding`. */
  query(text: string, values?: readonly unknown[]): Promise<readonly unknown[]>
  stop(): Promise<void>
}

/** The API without a port on a real log, a real event node and a real projector, all in this process and on fresh databases. */
export async function startApi(options: Limited = {}): Promise<RunningApi> {
  const [log, outstanding, keysDir] = await Promise.all([createDatabase(), createDatabase(), mkdtemp(join(tmpdir(), 'outstanding-api-'))])
  const node = await startEventNode({ databaseUrl: log.url, access: 'anybody' })
  const addresses = { databaseUrl: outstanding.url, eventStoreUrl: `esdb://127.0.0.1:${node.port}?tls=false` }
  const store = connectEventStore(addresses.eventStoreUrl, { name: 'outstanding-api-test' })
  const ending = new AbortController()
  const live = Promise.withResolvers<void>()
  const projecting = runProjector({
    store,
    databaseUrl: outstanding.url,
    signal: ending.signal,
    report: () => {},
    onLive: live.resolve,
    onHalt: (_halt, inWords) => live.reject(new Error(inWords)),
  })
  await Promise.race([live.promise, projecting.then((end) => Promise.reject(new Error(`the projector ended: ${JSON.stringify(end)}`)))])
  const tokenKeys = await loadOrCreateTokenKeys(keysDir)
  const testLog = createLog('api-test', process.env['OUTSTANDING_LOG_LEVEL'] ?? 'silent')
  const beside: RunningApi['beside'] = ({ store: eventStore = store, ...limits }) =>
    createApi({ databaseUrl: outstanding.url, eventStore, tokenKeys, log: testLog, version: 'test', ...limits })
  const api = await beside(options)
  const keysPool = new pg.Pool({ connectionString: outstanding.url, max: 1 })
  return {
    api,
    store: withSealedTexts(store, createEntryKeys(keysPool), registry),
    log: store,
    addresses,
    beside,
    tokenOf: (role, name = `Test ${role}`, expiresInDays = 1) => issueToken(tokenKeys, { role, name, expiresInDays }),
    query: (text, values = []) => rowsOf(outstanding.url, text, values),
    stop: async () => {
      await api.close()
      ending.abort()
      await projecting
      await keysPool.end()
      await store.close()
      await node.close()
      await Promise.all([log.drop(), outstanding.drop(), rm(keysDir, { recursive: true, force: true })])
    },
  }
}

async function rowsOf(url: string, text: string, values: readonly unknown[]): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, [...values])).rows as readonly unknown[]
  } finally {
    await client.end()
  }
}
