import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { AccessDeniedError, EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import { connectEventStore } from '@outstanding/event-store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestEventNode } from '../support/event-node.ts'
import { startTestEventNode } from '../support/event-node.ts'

/** The user that owns nothing. */
const NOBODY = 65_534
const EVERY_METHOD = ['Read', 'Append', 'BatchAppend', 'Delete', 'Tombstone']

let node: TestEventNode
let store: ReturnType<typeof connectEventStore>
const event = { eventId: '4e3f6c1a-6a80-4a55-9c56-3f6d3a0f7b11', type: 'Drafted', data: { draft: 'not for everybody' }, metadata: {} }
beforeAll(async () => {
  node = await startTestEventNode({ EVENT_NODE_ALLOW_DELETES: '1' })
  store = connectEventStore(node.url)
  await store.append('draft-1', 'NO_STREAM', [event])
})
afterAll(async () => {
  await store.close()
  await node.stop()
})

describe('without the password of the event node', () => {
  test.each([
    ['no user', (url: string) => url.replace(/\/\/.*@/, '//'), 7],
    ['another password', (url: string) => url.replace(/:[^:@]+@/, ':guessed@'), 16],
    ['another user', (url: string) => url.replace('outstanding:', 'admin:'), 16],
  ])('%s: nothing is read, followed, written or deleted', async (_title, change, code) => {
    const client = EventStoreDBClient.connectionString(change(node.url))
    const forged = jsonEvent({ type: 'Forged', data: {} })
    const denied: unknown[] = []
    const collect = async (events: AsyncIterable<unknown>) => {
      for await (const one of events) throw new Error(`an event was given away: ${JSON.stringify(one, (_k, v) => String(v))}`)
    }
    for (const attempt of [
      () => collect(client.readAll()),
      () => collect(client.readStream('draft-1')),
      () => collect(client.subscribeToAll()),
      () => collect(client.subscribeToStream('draft-1')),
      () => client.appendToStream('draft-1', forged),
      () => client.appendToStream('draft-1', forged, { credentials: { username: 'x', password: 'y' } }),
      () => client.setStreamMetadata('draft-1', { maxCount: 1 }),
      () => client.deleteStream('draft-1'),
      () => client.tombstoneStream('draft-1'),
    ]) {
      denied.push(
        await attempt().then(
          () => 'was let in',
          (error: unknown) => error,
        ),
      )
    }
    expect(denied.filter((error) => !(error instanceof AccessDeniedError))).toEqual([])
    expect(denied.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => expect.objectContaining({ code })))
    await client.dispose()
    expect(await store.readStream('draft-1')).toMatchObject([{ eventId: event.eventId }])
  })
})

test.skipIf(process.getuid?.() !== 0)(
  'another user of the machine: refused by every method, and cannot read the files that would let it in (needs root to become it)',
  async () => {
    // That its own parent directory is closed must not be what protects the files.
    await chmod(node.accessDirectory, 0o755)
    const answers = await asNobody({ port: node.port, methods: EVERY_METHOD, files: ['access.json', 'certificate.pem'].map(inAccess) })
    await chmod(node.accessDirectory, 0o700)
    expect(answers).toEqual({
      uid: NOBODY,
      // BatchAppend says of each append that it is refused; one that sends none is only closed.
      statuses: { Read: '7', Append: '7', BatchAppend: '0', Delete: '7', Tombstone: '7' },
      exceptions: Object.fromEntries(EVERY_METHOD.map((method) => [method, method === 'BatchAppend' ? null : 'access-denied'])),
      plain: 'refused',
      files: ['EACCES', 'EACCES'],
    })
  },
)

const inAccess = (name: string): string => join(node.accessDirectory, name)

/** Runs as another user, with nothing but Node itself: a plain connection, then each method over TLS without a user. */
async function asNobody(asked: { port: number; methods: readonly string[]; files: readonly string[] }): Promise<unknown> {
  const script = `(${attack.toString()})(${JSON.stringify(asked)})`
  const child = spawn(process.execPath, ['-e', script], { uid: NOBODY, gid: NOBODY, cwd: '/', env: {}, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  await once(child, 'close')
  if (stdout === '') throw new Error(`the other user's program said nothing: ${stderr}`)
  return JSON.parse(stdout)
}

/** Its text is run in a process of its own: it may use nothing of this file. */
async function attack({ port, methods, files }: { port: number; methods: readonly string[]; files: readonly string[] }) {
  const http2 = process.getBuiltinModule('node:http2')
  const { readFileSync } = process.getBuiltinModule('node:fs')
  const plain = await new Promise((resolve) => {
    const session = http2.connect(`http://127.0.0.1:${port}`)
    session.on('remoteSettings', () => resolve('let in'))
    session.on('error', () => resolve('refused'))
    session.on('close', () => resolve('refused'))
  })
  const session = http2.connect(`https://127.0.0.1:${port}`, { rejectUnauthorized: false })
  const statuses: Record<string, unknown> = {}
  const exceptions: Record<string, unknown> = {}
  for (const method of methods) {
    const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
      const call = session.request({
        ':method': 'POST',
        ':path': `/event_store.client.streams.Streams/${method}`,
        'content-type': 'application/grpc',
        te: 'trailers',
      })
      call.on('response', (first) => first['grpc-status'] !== undefined && resolve(first))
      call.on('trailers', resolve)
      call.on('error', reject)
      call.resume()
      call.end(Buffer.alloc(5))
    })
    statuses[method] = headers['grpc-status']
    exceptions[method] = headers['exception'] ?? null
  }
  session.close()
  const read = files.map((file) => {
    try {
      return readFileSync(file, 'utf8')
    } catch (error) {
      return (error as { code: string }).code
    }
  })
  process.stdout.write(JSON.stringify({ uid: process.getuid?.(), statuses, exceptions, plain, files: read }))
}
