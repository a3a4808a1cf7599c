import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, inject, it } from 'vitest'
import { checkPort, checkPostgres } from './preflight.ts'

it('given a port that is taken, then one sentence says so; given a free one, nothing', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  expect(await checkPort('127.0.0.1', port)).toBe(
    `port ${port} of 127.0.0.1 is in use by another program; set OUTSTANDING_PORT to a free one`,
  )
  server.close()
  await once(server, 'close')
  expect(await checkPort('127.0.0.1', port)).toBeUndefined()
})

it('given databases that cannot be used, then one sentence names the variable and not the value, and says whether waiting helps', async () => {
  const good = inject('postgresUrl')
  const absent = new URL(good)
  absent.pathname = '/absent'
  const wrong = new URL(good)
  wrong.password = 'hunter2'
  expect(await checkPostgres('DATABASE_URL', good)).toBeUndefined()
  const missing = (reason: string, waitingHelps: boolean) => ({
    sentence: `the database of DATABASE_URL cannot be used (${reason})`,
    waitingHelps,
  })
  expect(await checkPostgres('DATABASE_URL', absent.href)).toEqual(missing('there is no database of that name', false))
  expect(await checkPostgres('DATABASE_URL', wrong.href)).toEqual(missing('it refuses the user or password', false))
  expect(await checkPostgres('DATABASE_URL', 'postgres://u:hunter2@127.0.0.1:1/x')).toEqual(missing('ECONNREFUSED', true))
})
