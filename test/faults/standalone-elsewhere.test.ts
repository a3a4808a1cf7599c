import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEventNode } from '@outstanding/event-node'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, type TestDatabase } from '../support/database.ts'
import { createOwnedDatabase } from '../support/owned-database.ts'
import { descendantsOf } from '../support/processes.ts'
import { newDataDir, type Product, removeDataDir, startProduct } from '../support/product.ts'
import { asOfficer } from './officer.ts'

type EventNode = Awaited<ReturnType<typeof startEventNode>>

const statusOf = async (product: Product) => (await fetch(`${product.url}/health/ready`)).status

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await isSo()); await sleep(100)) expect(Date.now(), what).toBeLessThan(end)
}

describe('the standalone edition with a database and an event store of others', { timeout: 120_000 }, () => {
  let database: TestDatabase
  let log: TestDatabase
  let node: EventNode
  let product: Product
  let dataDir: string
  beforeAll(async () => {
    dataDir = await newDataDir()
    database = await createDatabase()
    log = await createDatabase()
    node = await startEventNode({ databaseUrl: log.url, access: 'anybody' })
    const eventStoreUrl = `esdb://127.0.0.1:${node.port}?tls=false`
    product = await startProduct(dataDir, { DATABASE_URL: database.url, EVENTSTORE_URL: eventStoreUrl })
  }, 120_000)
  afterAll(async () => {
    await product.stop()
    await node.close()
    await database.drop()
    await log.drop()
    await removeDataDir(dataDir)
  })

  it('given both, then neither PostgreSQL nor event node is started, and commands go to theirs', async () => {
    const commands = (await descendantsOf(product.pid)).map(({ command }) => command).join('\n')
    expect(commands).toContain('projector/src/main.ts')
    expect(commands).not.toMatch(/event-node\/src\/main\.ts|bin\/postgres/)
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
    const officer = await asOfficer(product)
    expect(await officer.historyOf(await officer.registerReport())).toEqual(['ReportRegistered'])
  })

  it('given that their event store goes away, then it is not ready and says why; when it is back, then all goes on', async () => {
    const { port } = node
    await node.close()
    await until('not ready', async () => (await statusOf(product)) === 503)
    const body = await (await fetch(`${product.url}/health/ready`)).json()
    expect(body).toMatchObject({ missing: { 'event store': expect.any(String) } })
    node = await startEventNode({ databaseUrl: log.url, access: 'anybody', port })
    await until('ready', async () => (await statusOf(product)) === 200)
    const officer = await asOfficer(product)
    const id = await officer.registerReport()
    await until('projected', async () => (await officer.historyOf(id)) !== undefined)
  })
})

describe('the standalone edition with databases of others, each with a role that owns it and nothing else', { timeout: 180_000 }, () => {
  it('given these, made as the documentation says, then all of it works, and neither role is a superuser or sees the other database', async () => {
    const [database, log] = [await createOwnedDatabase(), await createOwnedDatabase()]
    const dataDir = await newDataDir()
    const product = await startProduct(dataDir, { DATABASE_URL: database.url, EVENT_NODE_DATABASE_URL: log.url })
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
    const officer = await asOfficer(product)
    const id = await officer.registerReport()
    await until('projected', async () => (await officer.historyOf(id)) !== undefined)
    for (const command of [['rebuild'], ['status'], ['export', '--out', join(dataDir, 'bundle.jsonl')]])
      expect(await product.command(...command), command[0]).toMatchObject({ code: 0 })
    const replayed = await product.command('replay', '--until', new Date().toISOString().slice(0, 10))
    expect(replayed).toMatchObject({ code: 0, stdout: expect.stringContaining('the database user may not create a role for it') })

    for (const [own, other] of [
      [database, log],
      [log, database],
    ] as const) {
      expect(await rowsAt(own.url, 'select usesuper, usecreatedb, usebypassrls from pg_user where usename = current_user')).toEqual([
        { usesuper: false, usecreatedb: false, usebypassrls: false },
      ])
      const foreign = Object.assign(new URL(own.url), { pathname: new URL(other.url).pathname }).href
      await expect(rowsAt(foreign, 'select 1')).rejects.toMatchObject({ code: '42501' })
    }
    expect(await product.stop()).toBe(0)
    await removeDataDir(dataDir)
    for (const each of [database, log]) await each.drop()
  })
})

describe('a start that finds its stores late, or with its own sample in them', { timeout: 360_000 }, () => {
  it('given an event store that is not there yet, then the start says so and waits; a fresh directory knows the sample of another', async () => {
    const [log, database, another] = [await createDatabase(), await createDatabase(), await createDatabase()]
    const [first, second] = [await newDataDir(), await newDataDir()]
    const port = await freePort()
    const settings = { OUTSTANDING_SAMPLE: 'on', EVENTSTORE_URL: `esdb://127.0.0.1:${port}?tls=false` }
    let written = ''
    const starting = startProduct(first, { ...settings, DATABASE_URL: database.url }, (text) => (written += text))
    await until('waiting', async () => /waiting up to \d+ s: the event store of EVENTSTORE_URL cannot be used/.test(written))
    const node = await startEventNode({ databaseUrl: log.url, access: 'anybody', port })
    const product = await starting
    expect(product.output()).toMatch(/The sample register is loaded: \d+ entries\./)
    const count = (of: Product) => of.graphql('{ recommendations(first: 1) { totalCount } }')
    const loaded = await count(product)
    await product.stop()

    const fresh = await startProduct(second, { ...settings, DATABASE_URL: another.url })
    expect(fresh.output()).toMatch(/The sample register is loaded: (\d+) entries, of which \1 were in the store already\./)
    expect((await count(fresh)).data).toEqual(loaded.data)
    await fresh.stop()
    await node.close()
    for (const each of [log, database, another]) await each.drop()
    for (const each of [first, second]) await removeDataDir(each)
  })
})

async function rowsAt(connectionString: string, sql: string): Promise<readonly object[]> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<object>(sql)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}
