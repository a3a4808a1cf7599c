import { connectionConfig } from '@outstanding/projection'
import pg from 'pg'

/** A connection of the writing side. A query that takes longer than `maxQueryMs` fails; without it there is no limit (index builds). */
export async function connect(databaseUrl: string, maxQueryMs?: number): Promise<pg.Client> {
  const client = new pg.Client({ ...connectionConfig(databaseUrl, 'outstanding-projector'), query_timeout: maxQueryMs })
  // A broken connection shows at the next query; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  return client
}
