import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDataDir, removeDataDir, runCommand } from '../support/product.ts'

/** Problems of the environment are reported in one sentence before anything is started. */
describe('a start that cannot succeed', () => {
  let parent: string
  let taken: Server
  let takenPort: string
  beforeAll(async () => {
    parent = await newDataDir()
    taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    takenPort = String(typeof address === 'object' ? address?.port : 0)
    await writeFile(join(parent, 'file'), '')
  })
  afterAll(async () => {
    taken.close()
    await removeDataDir(parent)
  })

  it.each([
    ['a taken port', () => ({ OUTSTANDING_PORT: takenPort }), /^outstanding: port \d+ of 127\.0\.0\.1 is in use by another program/],
    ['an impossible port', () => ({ OUTSTANDING_PORT: 'x' }), /^outstanding: OUTSTANDING_PORT must be a port number/],
    [
      'a directory that cannot be',
      () => ({ OUTSTANDING_DATA_DIR: join(parent, 'file', 'data') }),
      /^outstanding: the data directory .* cannot be written/,
    ],
    [
      'no database',
      () => ({ DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x' }),
      /^outstanding: the database of DATABASE_URL cannot be used \(ECONNREFUSED\)$/,
    ],
    [
      'no event store',
      () => ({ EVENTSTORE_URL: 'esdb://admin:hunter2@127.0.0.1:1?tls=false' }),
      /^outstanding: the event store of EVENTSTORE_URL cannot be used: .*nothing listens at 127\.0\.0\.1:1/,
    ],
    [
      'no database for the log',
      () => ({ EVENT_NODE_DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x' }),
      /^outstanding: the database of EVENT_NODE_DATABASE_URL cannot be used/,
    ],
  ])('given %s, then one sentence, a failure, and nothing left', async (_, environment, sentence) => {
    const dataDir = join(parent, 'data')
    const { code, stderr } = await runCommand(['start'], {
      OUTSTANDING_DATA_DIR: dataDir,
      OUTSTANDING_PORT: '0',
      OUTSTANDING_WAIT_SECONDS: '0',
      ...environment(),
    })
    expect(code).toBe(1)
    expect(stderr.trim()).toMatch(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).not.toContain('hunter2')
    expect(existsSync(dataDir)).toBe(false)
  })
})
