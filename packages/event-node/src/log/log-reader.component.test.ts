import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { TestDatabase } from '../../../../test/support/database.ts'
import { createDatabase } from '../../../../test/support/database.ts'
import { openLogWriter } from './event-log.ts'
import type { LogReader } from './log-reader.ts'
import { openLogReader } from './log-reader.ts'

let database: TestDatabase
let reader: LogReader
beforeAll(async () => {
  database = await createDatabase()
  const writer = await openLogWriter({ databaseUrl: database.url, takesSeeding: false, onLost() {} })
  await writer.write(
    [{ id: 1, digest: Buffer.alloc(32), name: Buffer.from('one') }],
    [{ position: 512, streamId: 1, revision: 0, id: '00000000-0000-4000-8000-000000000001', frame: Buffer.from('frame') }],
  )
  await writer.close()
  reader = openLogReader(database.url)
})
afterAll(async () => {
  await reader.close()
  await database.drop()
})

test('a page that still waits for a connection when its call has ended is not asked for, and holds up no other', async () => {
  const [lock, LOCK] = [new pg.Client({ connectionString: database.url }), 'select pg_advisory_lock(1)']
  await lock.connect()
  await lock.query(LOCK)
  const queries = vi.spyOn(pg.Client.prototype, 'query')
  // More than there are connections, so that whatever comes next has to wait.
  const holding = Array.from({ length: 8 }, () =>
    reader.query({ name: 'hold', text: 'select pg_advisory_lock(1), pg_advisory_unlock(1)', values: [] }),
  )
  let hasEnded = false
  const ofCall = reader.forCall(() => hasEnded)
  const pages = [10, 500].flatMap((limit) => [
    ofCall.all(0, Infinity, limit),
    ofCall.allBackwards(Infinity, limit),
    ofCall.stream(1, 0, Infinity, limit),
    ofCall.streamBackwards(1, 0, Infinity, limit),
  ])
  const outcomes = Promise.allSettled([...pages, ofCall.hasPosition(512)])
  const ofAnother = reader.forCall(() => false).stream(1, 0, Infinity, 500)
  hasEnded = true
  await lock.end()
  expect((await outcomes).map(({ status }) => status)).toEqual(Array.from({ length: 9 }, () => 'rejected'))
  expect((await ofAnother).map(({ position, frame }) => [position, frame.toString()])).toEqual([[512, 'frame']])
  await Promise.all(holding)
  expect(queries).toHaveBeenCalledTimes(holding.length + 1)
  queries.mockRestore()
})
