import type { ClientConfig } from 'pg'
import pg from 'pg'

const DATE = 1082
const TIMESTAMPTZ = 1184

/** How every connection of this package reads and writes: days as ISO text, instants as UTC with milliseconds, 64-bit numbers as text. */
export const connectionConfig = (databaseUrl: string, applicationName: string): ClientConfig => ({
  connectionString: databaseUrl,
  application_name: applicationName,
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  options: '-c timezone=UTC -c datestyle=ISO -c lock_timeout=30s -c idle_in_transaction_session_timeout=120s',
  types: { getTypeParser },
})

const asItIs = (text: string): string => text
const asInstant = (text: string): string => new Date(text).toISOString()

function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === DATE) return asItIs
  if (oid === TIMESTAMPTZ) return asInstant
  // The library declares one overload for each format.
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
}
