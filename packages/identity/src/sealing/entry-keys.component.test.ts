import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../../../test/support/database.ts'
import { createDatabase } from '../../../../test/support/database.ts'
import { createEntryKeys, destroyAgain, destroyEntryKeys } from './entry-keys.ts'
import { migrateKeys } from './person-keys.ts'

let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await createDatabase()
  pool = new Pool({ connectionString: database.url, max: 4 })
  await migrateKeys(pool)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const entries = (count: number) => Array.from({ length: count }, () => randomUUID())

test('each entry has a key of its own, the same whenever it is asked for, in the order asked', async () => {
  const keys = createEntryKeys(pool)
  const some = entries(40)
  const made = await keys.make(some)
  expect(new Set(made.map((key) => key.toString('hex'))).size).toBe(40)
  expect(await keys.find(some.toReversed())).toEqual(made.toReversed())
  expect(await keys.make([...some.slice(0, 3), ...entries(1)])).toEqual([...made.slice(0, 3), expect.any(Buffer)])
  expect(await keys.find([])).toEqual([])
})

test('a command sent twice at once gets one key', async () => {
  const keys = createEntryKeys(pool)
  const some = entries(5)
  const [first, ...others] = await Promise.all(Array.from({ length: 6 }, () => keys.make(some)))
  for (const other of others) expect(other).toEqual(first)
  expect(await keys.find(some)).toEqual(first)
})

test('a destroyed key is gone, is known to be, and gets no successor; the others stay', async () => {
  const keys = createEntryKeys(pool)
  const [gone, kept, never] = [randomUUID(), randomUUID(), randomUUID()]
  const [, keptKey] = await keys.make([gone, kept])
  await destroyEntryKeys(pool, [gone])
  await destroyEntryKeys(pool, [gone])
  await keys.make([gone])
  expect(await keys.find([gone, kept, never])).toEqual(['REMOVED', keptKey, 'MISSING'])
  expect((await pool.query('select from keys.entry_key where entry = $1', [gone])).rowCount).toBe(0)
})

test('a key that a backup brings back is destroyed again, and does not count before', async () => {
  const keys = createEntryKeys(pool)
  const entry = randomUUID()
  const [key] = await keys.make([entry])
  await destroyEntryKeys(pool, [entry])
  await pool.query('insert into keys.entry_key (entry, key) values ($1, $2)', [entry, key])
  expect(await keys.find([entry])).toEqual(['REMOVED'])
  expect([await destroyAgain(pool), await destroyAgain(pool)]).toEqual([1, 0])
})
