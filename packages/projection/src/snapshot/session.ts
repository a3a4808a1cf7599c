import { Kysely, PostgresDialect } from 'kysely'
import type { PostgresPool } from 'kysely'
import type pg from 'pg'
import { holdsTooMany, runPrepared } from './prepared.ts'

/** A read session was used after its end, when its caller can no longer answer. */
export class ReadSessionEndedError extends Error {
  constructor() {
    super('This read session has ended.')
    this.name = 'ReadSessionEndedError'
  }
}

/** One connection for one read session, in a read-only transaction. It ends once, and accepts no query afterwards. */
export type Session = {
  /** Typed without tables: `rowsIn` and `tableIn` give the tables to select from. */
  readonly db: Kysely<object>
  /** Returns the connection when the running query is done. Queries that wait behind it fail. */
  end(): Promise<void>
  /** Stops the running query and closes the connection. The next session gets another one. */
  cancel(): Promise<void>
}

/** `stop` asks the server, over another connection, to stop what a connection is running. */
export async function openSession(client: pg.PoolClient, stop: (processId: number) => Promise<void>): Promise<Session> {
  let ended = false
  let isRunning = false
  let last: Promise<unknown> = Promise.resolve()

  async function run(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    if (ended) throw new ReadSessionEndedError()
    isRunning = true
    try {
      return await runPrepared(client, text, values)
    } finally {
      isRunning = false
    }
  }
  // One query at a time, so that those that wait can still be refused.
  const query = (text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> => {
    const result = last.then(() => run(text, values))
    last = result.catch(() => {})
    return result
  }

  async function end(): Promise<void> {
    if (ended) return
    ended = true
    await last
    await client.query('rollback').then(
      () => client.release(holdsTooMany(client)),
      (error: unknown) => client.release(error instanceof Error ? error : true),
    )
  }
  async function cancel(): Promise<void> {
    if (ended || !isRunning) return end()
    ended = true
    await stop(processIdOf(client)).catch(() => {})
    client.release(true)
  }

  try {
    await query('begin isolation level repeatable read read only')
  } catch (error) {
    ended = true
    client.release(true)
    throw error
  }
  return { db: new Kysely<object>({ dialect: new PostgresDialect({ pool: poolOf(query) }) }), end, cancel }
}

/** The client gets it from the server when it connects; its types leave it out. */
const processIdOf = (client: pg.PoolClient): number => (client as unknown as { readonly processID: number }).processID

/** A pool for Kysely that has only this session. */
function poolOf(query: (text: string, values: readonly unknown[]) => Promise<unknown>): PostgresPool {
  const client = { query, release: () => {} } as unknown as Awaited<ReturnType<PostgresPool['connect']>>
  return { options: {}, connect: async () => client, end: async () => {} }
}
