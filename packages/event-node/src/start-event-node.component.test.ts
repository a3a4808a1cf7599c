import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/support/database.ts'
import { createDatabase } from '../../../test/support/database.ts'
import { startEventNode } from './start-event-node.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.drop())

describe('a start that fails says why in one sentence and leaves nothing behind', () => {
  test('a port that is taken, and then the same database again', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    await expect(startEventNode({ databaseUrl: database.url, access: 'anybody', port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is already in use.`,
    )
    await new Promise((resolve) => server.close(resolve))
    const node = await startEventNode({ databaseUrl: database.url, access: 'anybody', port })
    expect(node.port).toBe(port)
    await node.close()
  })

  test('a second node on one database', async () => {
    const node = await startEventNode({ databaseUrl: database.url, access: 'anybody' })
    await expect(startEventNode({ databaseUrl: database.url, access: 'anybody' })).rejects.toThrow(
      'Another event node is using this database.',
    )
    await node.close()
  })

  test('a database that cannot be reached', async () => {
    await expect(startEventNode({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', access: 'anybody' })).rejects.toThrow(
      'The event node cannot reach its database',
    )
  })

  test('a schema newer than the program', async () => {
    const newer = await createDatabase()
    const client = new pg.Client({ connectionString: newer.url })
    await client.connect()
    await client.query(
      'create schema event_node; create table event_node.schema_version (version int); insert into event_node.schema_version values (99)',
    )
    await client.end()
    await expect(startEventNode({ databaseUrl: newer.url, access: 'anybody' })).rejects.toThrow('schema has version 99')
    await newer.drop()
  })
})

test('health, pings and what monitors ask are answered over plain HTTP on the same port', async () => {
  const node = await startEventNode({ databaseUrl: database.url, access: 'anybody' })
  const at = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${node.port}${path}`, { method }).then((response) => response.status)
  expect([await at('/health/live'), await at('/health/live', 'POST'), await at('/else')]).toEqual([204, 405, 404])
  const pinged = await fetch(`http://127.0.0.1:${node.port}/ping`)
  expect(await pinged.json()).toEqual({ msgTypeId: expect.any(Number), text: 'Ping request successfully handled' })
  const json = (path: string) => fetch(`http://127.0.0.1:${node.port}${path}`).then((response) => response.json())
  expect(await json('/info')).toMatchObject({
    esVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    state: 'leader',
    authentication: { type: 'insecure' },
  })
  const endpoint = { httpEndPointIp: '127.0.0.1', httpEndPointPort: node.port }
  expect(await json('/gossip?format=json')).toMatchObject({
    members: [{ state: 'Leader', isAlive: true, ...endpoint }],
    serverPort: node.port,
  })
  expect(await json('/stats')).toMatchObject({ proc: { id: process.pid, mem: expect.any(Number) } })
  await node.close()
  await node.close()
})
