import type { ClientConfig } from 'pg'
import pg from 'pg'

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (text) => text)
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, utcInstant)

/** How every connection of this package reads and writes: days as ISO text, instants as UTC with milliseconds, 64-bit numbers as text. */
export const connectionConfig = (databaseUrl: string, applicationName: string): ClientConfig => ({
  connectionString: databaseUrl,
  application_name: applicationName,
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 30_000,
  // Queries are short, and what they read is in memory: compiling one takes longer than running it, and a page here is as near as the next.
  options:
    '-c timezone=UTC -c datestyle=ISO -c lock_timeout=30s -c idle_in_transaction_session_timeout=120s -c jit=off -c random_page_cost=1.1',
  types,
})

/** `2026-11-22 10:45:46.8+00`, as every connection of ours gets it, to `2026-11-22T10:45:46.800Z`. */
function utcInstant(text: string): string {
  if (!text.endsWith('+00')) return new Date(text).toISOString()
  const fraction = text.slice(20, -3).slice(0, 3).padEnd(3, '0')
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`
}
