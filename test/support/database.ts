import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'

export type TestDatabase = { readonly url: string; drop(): Promise<void> }

/** A new, empty database in the run's PostgreSQL; drop it in `afterAll`. */
export async function createDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await runOn(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => dropDatabase(server, name) }
}

/** A pool that has ended may leave connections that are still saying goodbye: they get a moment before they are cut off. */
async function dropDatabase(server: string, name: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const dropped = await runOn(server, `drop database if exists ${name}`).then(
      () => true,
      () => false,
    )
    if (dropped) return
    await sleep(25)
  }
  await runOn(server, `drop database if exists ${name} with (force)`)
}

async function runOn(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
