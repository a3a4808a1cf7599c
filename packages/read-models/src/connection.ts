import type { ClientConfig } from 'pg'
import pg from 'pg'

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (text) => text)
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())

/** How every connection of this package reads and writes: days as ISO text, instants as UTC with milliseconds, 64-bit numbers as text. */
export const connectionConfig = (databaseUrl: string, applicationName: string): ClientConfig => ({
  connectionString: databaseUrl,
  application_name: applicationName,
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  options: '-c timezone=UTC -c datestyle=ISO -c lock_timeout=30s -c idle_in_transaction_session_timeout=120s',
  types,
})
