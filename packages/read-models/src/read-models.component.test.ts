import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { startCuttingProxy } from '../../../test/support/cutting-proxy.ts'
import { createDatabase } from '../../../test/support/database.ts'
import { givenDatabase } from './given-database.ts'
import { makeCurrent } from './projection/given-projection.ts'
import { beginEmpty } from './projection-position/build.ts'
import { openReadModels } from './read-models.ts'

const database = givenDatabase(createDatabase)

test('a connection that is cut in the middle of a query is that query’s failure and nobody else’s', async () => {
  await makeCurrent(database.client, await beginEmpty(database.client))
  const proxy = await startCuttingProxy(database.url)
  const models = openReadModels({ databaseUrl: proxy.url })
  const asleep = `from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`
  const reading = models
    .read(({ db }) => sql`select pg_sleep(60)`.execute(db))
    .then(
      () => 'read',
      () => 'failed',
    )
  await expect.poll(async () => (await database.client.query(`select 1 ${asleep}`)).rowCount, { timeout: 10_000 }).toBe(1)
  proxy.cutAll()
  expect(await reading).toBe('failed')
  await expect.poll(() => models.read(async ({ events }) => events).catch(() => 'failed'), { timeout: 10_000 }).toBe(0)
  await models.close()
  proxy.close()
  // The server sleeps on: it has not noticed.
  await database.client.query(`select pg_terminate_backend(pid) ${asleep}`)
})
