import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { rowsOfBinaryCopy } from './binary-copy.ts'

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
})
afterAll(() => client.end())

const copied = (query: string): Promise<Buffer> => buffer(client.query(to(`copy (${query}) to stdout (format binary)`)))

test('rows are read as PostgreSQL wrote them, whatever their bytes', async () => {
  const rows = rowsOfBinaryCopy(
    await copied(`select n::bigint - 3, sha256(n::text::bytea) || '\\x000aff09'::bytea, ''::bytea from generate_series(1, 700) n`),
  )
  expect(rows).toHaveLength(700)
  expect(rows.map(([number]) => number?.readBigInt64BE())).toEqual(Array.from({ length: 700 }, (_, n) => BigInt(n - 2)))
  expect(
    rows.every(([, bytes, empty]) => bytes?.length === 36 && bytes.subarray(32).toString('hex') === '000aff09' && empty?.length === 0),
  ).toBe(true)
})

test('of no rows there are none', async () => {
  expect(rowsOfBinaryCopy(await copied('select 1::bigint where false'))).toEqual([])
})
