import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { leafHash, leafKeeper, migrateTransparency } from '@outstanding/transparency-log'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../../../../test/support/database.ts'
import { keepCheckpoints } from './keep-checkpoints.ts'

let database: TestDatabase
let client: pg.Client
let directory: string

beforeAll(async () => {
  database = await createDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await migrateTransparency(client)
  directory = await mkdtemp(join(tmpdir(), 'outstanding-checkpoints-'))
})
afterAll(async () => {
  await client.end()
  await database.drop()
  await rm(directory, { recursive: true, force: true })
})

const recordedAt = '2026-11-22T00:00:00.000Z'
const leafOf = (index: number) => {
  const place = { stream: `s-${index}`, revision: 0, eventId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` }
  return {
    ...place,
    hash: leafHash({ ...place, type: 'T', created: recordedAt, data: index, metadata: null }),
    position: String(index),
    recordedAt,
  }
}
const grow = (from: number, count: number) =>
  leafKeeper().keep(
    client,
    from,
    Array.from({ length: count }, (_, n) => leafOf(from + n)),
  )
const signed = async (): Promise<readonly { readonly size: number; readonly at: number }[]> => {
  const { rows } = await client.query<{ size: string; at: Date }>(
    'select size, created_at as at from transparency.checkpoint order by size',
  )
  return rows.map(({ size, at }) => ({ size: Number(size), at: at.getTime() }))
}

test('a checkpoint is signed as soon as there is anything, the next when the hour is over and the tree has grown, and published', async () => {
  const everyMs = 1_500
  const ending = new AbortController()
  const lines: string[] = []
  const published = join(directory, 'published')
  const keeping = keepCheckpoints({
    databaseUrl: database.url,
    keysFile: join(directory, 'keys', 'keys.json'),
    origin: 'example.gov.uk/outstanding',
    directory: published,
    signal: ending.signal,
    report: (line) => lines.push(line),
    fault: async () => null,
    everyMs,
  })
  try {
    await sleep(everyMs)
    expect(await signed()).toEqual([])
    expect(await grow(0, 3)).toEqual({ ok: true })
    await expect.poll(async () => (await signed()).map(({ size }) => size), { timeout: 10_000 }).toEqual([3])
    // It has not grown: nothing is signed, however long it takes.
    await sleep(2 * everyMs)
    expect(await signed()).toHaveLength(1)
    await grow(3, 4)
    await expect.poll(async () => (await signed()).map(({ size }) => size), { timeout: 10_000 }).toEqual([3, 7])
    await grow(7, 1)
    await expect.poll(async () => (await signed()).map(({ size }) => size), { timeout: 10_000 }).toEqual([3, 7, 8])
    const [, before, next] = await signed()
    expect((next?.at ?? 0) - (before?.at ?? 0)).toBeGreaterThanOrEqual(everyMs)
    const files = [3, 7, 8].map((size) => `checkpoint-${String(size).padStart(12, '0')}.txt`)
    await expect.poll(() => readdir(published), { timeout: 10_000 }).toEqual(files)
    await expect.poll(() => lines.length, { timeout: 10_000 }).toBe(3)
  } finally {
    ending.abort()
    await keeping
  }
})
