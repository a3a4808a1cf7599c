import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { startCuttingProxy } from '../../../test/support/cutting-proxy.ts'
import { createDatabase } from '../../../test/support/database.ts'
import { givenDatabase } from '../testing/given-database.ts'
import { makeCurrent } from '../testing/given-projection.ts'
import { beginEmpty } from './building/build.ts'
import { openReadModels } from './open-read-models.ts'
import { ofThePast } from './snapshot/rows-in.ts'

const database = givenDatabase(createDatabase)

test('a connection that is cut in the middle of a query is that query’s failure and nobody else’s', async () => {
  await makeCurrent(database.client, await beginEmpty(database.client, []))
  const proxy = await startCuttingProxy(database.url)
  const models = openReadModels({ databaseUrl: proxy.url, models: [] })
  const asleep = `from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`
  const session = models
    .read(({ db }) => sql`select pg_sleep(60)`.execute(db))
    .then(
      () => 'read',
      () => 'failed',
    )
  await expect.poll(async () => (await database.client.query(`select 1 ${asleep}`)).rowCount, { timeout: 10_000 }).toBe(1)
  proxy.cutAll()
  expect(await session).toBe('failed')
  await expect.poll(() => models.read(async ({ events }) => events).catch(() => 'failed'), { timeout: 10_000 }).toBe(0)
  await models.close()
  proxy.close()
  // The server sleeps on: it has not noticed.
  await database.client.query(`select pg_terminate_backend(pid) ${asleep}`)
})

test('a look at the stamp that is held up is given up, with all who shared it, and the next is another', async () => {
  await makeCurrent(database.client, await beginEmpty(database.client, []))
  const models = openReadModels({ databaseUrl: database.url, models: [] })
  const before = await models.stamp()
  await database.client.query('begin')
  await database.client.query('lock table read_models.projection in access exclusive mode')
  const [one, other] = await Promise.allSettled([models.stamp(), models.stamp()])
  expect([one.status, other.status]).toEqual(['rejected', 'rejected'])
  await database.client.query('rollback')
  expect(await models.stamp()).toBe(before)
  await models.close()
})

describe('a read session', () => {
  const asleep = `from pg_stat_activity where datname = current_database() and query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()`
  const sleeping = async (): Promise<number> => (await database.client.query(`select 1 ${asleep}`)).rowCount ?? 0

  test('that is cancelled stops what it runs, and gives its place to the next', async () => {
    await makeCurrent(database.client, await beginEmpty(database.client, []))
    const models = openReadModels({ databaseUrl: database.url, models: [], maxConnections: 1 })
    const { db, cancel } = await models.openSnapshot()
    const slow = sql`select pg_sleep(60)`.execute(db).catch(() => 'stopped')
    const behind = sql`select 1`.execute(db).catch((error: unknown) => (error as Error).name)
    await expect.poll(sleeping, { timeout: 10_000 }).toBe(1)
    await cancel()
    expect(await slow).toBe('stopped')
    expect(await behind).toBe('ReadSessionEndedError')
    await expect.poll(sleeping, { timeout: 10_000 }).toBe(0)
    expect(await models.read(async ({ events }) => events)).toBe(0)
    expect(models.load()).toMatchObject({ taken: 0, waiting: 0 })
    await models.close()
  })

  test('that was closed answers nothing more, and what it was running is waited for', async () => {
    await makeCurrent(database.client, await beginEmpty(database.client, []))
    const models = openReadModels({ databaseUrl: database.url, models: [], maxConnections: 1 })
    const { db, close } = await models.openSnapshot()
    const under = sql`select pg_sleep(0.2)`.execute(db).then(() => 'read')
    await expect.poll(sleeping, { timeout: 10_000, interval: 10 }).toBe(1)
    await Promise.all([close(), close()])
    expect(await under).toBe('read')
    await expect(sql`select 1`.execute(db)).rejects.toThrow('This read session has ended.')
    await models.close()
  })

  const prepared = sql<{ name: string; statement: string }>`select name, statement from pg_prepared_statements`

  test('prepares each statement once a connection, whatever its values are', async () => {
    await makeCurrent(database.client, await beginEmpty(database.client, []))
    const models = openReadModels({ databaseUrl: database.url, models: [], maxConnections: 1 })
    for (const value of [1, 2, 3]) await models.read(({ db }) => sql`select ${value}::int as value`.execute(db))
    const { rows } = await models.read(({ db }) => prepared.execute(db))
    expect(rows.filter(({ statement }) => statement === 'select $1::int as value')).toHaveLength(1)
    await models.read(({ db }) => sql`select 1 as then ${sql.raw(ofThePast)}`.execute(db))
    const after = await models.read(({ db }) => prepared.execute(db))
    expect(after.rows.filter(({ statement }) => statement.includes('then'))).toEqual([])
    await models.close()
  })

  test('that has prepared too many statements gives up its connection', async () => {
    await makeCurrent(database.client, await beginEmpty(database.client, []))
    const models = openReadModels({ databaseUrl: database.url, models: [], maxConnections: 1 })
    await models.read(async ({ db }) => {
      for (let column = 0; column < 200; column += 1) await sql`select 1 as ${sql.ref(`c${column}`)}`.execute(db)
    })
    const { rows } = await models.read(({ db }) => prepared.execute(db))
    expect(rows.length).toBeLessThan(10)
    await models.close()
  })

  test('with a query that takes too long gets an error from the server', async () => {
    await makeCurrent(database.client, await beginEmpty(database.client, []))
    const models = openReadModels({ databaseUrl: database.url, models: [], maxQueryMs: 100 })
    await expect(models.read(({ db }) => sql`select pg_sleep(60)`.execute(db))).rejects.toMatchObject({ code: '57014' })
    await models.close()
  })

  test('of which nobody waits any more is not opened', async () => {
    await makeCurrent(database.client, await beginEmpty(database.client, []))
    const models = openReadModels({ databaseUrl: database.url, models: [], maxConnections: 1 })
    const first = await models.openSnapshot()
    const gone = new AbortController()
    const waiting = models.openSnapshot(gone.signal)
    gone.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    await first.close()
    expect(await models.read(async ({ events }) => events)).toBe(0)
    await models.close()
  })
})
