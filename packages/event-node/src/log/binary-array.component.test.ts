import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { byteaArray, int8Array, uuidArray } from './binary-array.ts'

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
})
afterAll(() => client.end())

test('PostgreSQL reads the arrays as they were meant', async () => {
  const numbers = [0, 1, -1, 2 ** 31, 2 ** 32 + 5, Number.MAX_SAFE_INTEGER, -(2 ** 40) - 3, 9223372036854775807n]
  const ids = [randomUUID(), randomUUID()]
  const blobs = [Buffer.alloc(0), Buffer.from([0, 255, 10]), Buffer.alloc(70_000, 7)]
  const { rows } = await client.query('select $1::bigint[]::text[] as numbers, $2::uuid[] as ids, $3::bytea[] as blobs', [
    int8Array(numbers),
    uuidArray(ids),
    byteaArray(blobs),
  ])
  expect(rows).toEqual([{ numbers: numbers.map(String), ids, blobs }])
})

test('an empty array is empty', async () => {
  const { rows } = await client.query(
    'select cardinality($1::bigint[]) as a, cardinality($2::uuid[]) as b, cardinality($3::bytea[]) as c',
    [int8Array([]), uuidArray([]), byteaArray([])],
  )
  expect(rows).toEqual([{ a: 0, b: 0, c: 0 }])
})
