import { createServer } from 'node:net'
import pg from 'pg'

const CONNECT_MS = 5_000

/** Undefined when the port can be listened on, else one sentence. */
export function checkPort(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(
        error.code === 'EADDRINUSE'
          ? `port ${port} of ${host} is in use by another program; set OUTSTANDING_PORT to a free one`
          : `port ${port} of ${host} cannot be listened on (${error.code}); set OUTSTANDING_PORT or OUTSTANDING_HOST`,
      )
    })
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}

/** What is not there, in one sentence, and whether it may come by itself: a server that starts, but not a wrong password. */
export type Missing = { readonly sentence: string; readonly waitingHelps: boolean }

/** Undefined when the PostgreSQL answers. The sentence names the variable and hides its value. */
export async function checkPostgres(variable: string, connectionString: string): Promise<Missing | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_MS, query_timeout: CONNECT_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return undefined
  } catch (error) {
    return { sentence: `the database of ${variable} cannot be used (${reasonOf(error)})`, waitingHelps: mayCome(error) }
  } finally {
    await client.end().catch(() => {})
  }
}

/** A code where there is one: messages of drivers show user names and addresses. */
function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  if (code === '28P01' || code === '28000') return 'it refuses the user or password'
  if (code === '3D000') return 'there is no database of that name'
  return code ?? (message?.includes('timeout') ? 'no answer within 5 s' : 'no connection')
}

/** No connection, or a server that is starting, stopping or full. */
function mayCome(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return code === undefined ? /timeout|terminated/.test(message ?? '') : /^(E[A-Z]|57P0[123]|53300)/.test(code)
}
