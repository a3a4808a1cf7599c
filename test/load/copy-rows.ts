import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'

/**
 * How long PostgreSQL itself takes for the same rows: every table of `schema`, written to files first, is copied into bare
 * tables of the same columns, without keys or indexes. In milliseconds.
 */
export async function copySameRows(databaseUrl: string, log: string, directory: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `select schemaname as schema, tablename as name from pg_tables where schemaname = $1 or starts_with(schemaname, $1 || '_')`,
      [log],
    )
    await client.query('create schema bare')
    for (const { schema, name } of tables) {
      await client.query(`create table bare.${name} (like ${schema}.${name})`)
      await pipeline(client.query(to(`copy ${schema}.${name} to stdout`)), createWriteStream(join(directory, name)))
    }
    const started = performance.now()
    for (const { name } of tables)
      await pipeline(
        createReadStream(join(directory, name), { highWaterMark: 1 << 20 }),
        client.query(from(`copy bare.${name} from stdin`)),
      )
    const ms = performance.now() - started
    await client.query('drop schema bare cascade')
    return ms
  } finally {
    await client.end()
  }
}
