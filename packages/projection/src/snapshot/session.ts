import { Kysely, PostgresDialect } from 'kysely'
import type { PostgresPool } from 'kysely'
import type pg from 'pg'

/** A reading was used after its end, when its caller can no longer answer. */
export class ReadingEndedError extends Error {
  constructor() {
    super('This reading has ended.')
    this.name = 'ReadingEndedError'
  }
}

/** One connection for one reading, in a read-only transaction. It ends once, and takes no query afterwards. */
export type Session = {
  /** Knows no table: what is selected from is named by `rowsIn` and `tableIn`. */
  readonly db: Kysely<object>
  /** Gives the connection back once the query that is running is done; those that wait behind it fail. */
  end(): Promise<void>
  /** Stops the query that is running, and the connection with it: the next reading gets another. */
  cancel(): Promise<void>
}

/** `stop` asks the server, over another connection, to stop what a connection is running. */
export async function openSession(client: pg.PoolClient, stop: (processId: number) => Promise<void>): Promise<Session> {
  let ended = false
  let isRunning = false
  let last: Promise<unknown> = Promise.resolve()

  async function run(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    if (ended) throw new ReadingEndedError()
    isRunning = true
    try {
      return await client.query(text, [...values])
    } finally {
      isRunning = false
    }
  }
  // One after another: what waits can still be refused, and the connection is never handed more than it runs.
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
      () => client.release(),
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

/** The client has it from the server's greeting, and its types leave it out. */
const processIdOf = (client: pg.PoolClient): number => (client as unknown as { readonly processID: number }).processID

/** For Kysely: a pool of nothing but the session. */
function poolOf(query: (text: string, values: readonly unknown[]) => Promise<unknown>): PostgresPool {
  const client = { query, release: () => {} } as unknown as Awaited<ReturnType<PostgresPool['connect']>>
  return { options: {}, connect: async () => client, end: async () => {} }
}
