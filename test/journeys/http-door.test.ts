import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createWeb, graphqlOverHttp } from '@outstanding/web'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startApi } from './kit/api-in-process.ts'
import type { RunningApi } from './kit/api-in-process.ts'
import { overAPort } from './kit/over-a-port.ts'
import type { OverAPort } from './kit/over-a-port.ts'
import { sendRaw } from './kit/raw-request.ts'

let running: RunningApi
let served: OverAPort
let cacheDir: string

beforeAll(async () => {
  running = await startApi()
  cacheDir = await mkdtemp(join(tmpdir(), 'outstanding-door-'))
  const graphql = graphqlOverHttp('http://in-process/graphql', (input, init) => running.api.fetch(new Request(input, init)))
  served = await overAPort(running.api, await createWeb({ graphql, cacheDir }))
}, 120_000)
afterAll(async () => {
  await served.close()
  await running.stop()
  await rm(cacheDir, { recursive: true, force: true })
})

const question = JSON.stringify({ query: '{ logBounds { events } }' })
const headed = (path: string, ...headers: readonly string[]): string =>
  [`POST ${path} HTTP/1.1`, 'content-type: application/json', 'connection: close', ...headers, '', ''].join('\r\n')

describe('a body that is too large is refused with words that can be read, however it is sent', () => {
  const megabytes = [1.1, 3, 20]
  const paths = ['/graphql', '/', '/reports', '/health/live', '/.well-known/outstanding/cosignature', '/nothing']
  test.each(megabytes.flatMap((size) => paths.map((path) => [size, path] as const)))('%f MB to %s', async (size, path) => {
    const body = Buffer.alloc(size * 1_000_000, 'x')
    const refused = { status: 413, body: expect.stringMatching(/too large. The maximum is 1000000 bytes/) }
    expect(await sendRaw(served.url, headed(path, 'host: a', `content-length: ${body.length}`), body)).toMatchObject(refused)
    const chunk = Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')])
    expect(await sendRaw(served.url, headed(path, 'host: a', 'transfer-encoding: chunked'), chunk)).toMatchObject(refused)
  })

  test('by many clients at the same time', async () => {
    const body = 'x'.repeat(3_000_000)
    const answers = Array.from({ length: 20 }, () =>
      fetch(`${served.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    )
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(answers.map(() => 413))
  })

  test('and so is what is refused for another reason: without a token, of another type, without an address', async () => {
    const body = Buffer.alloc(900_000, 'x')
    const length = `content-length: ${body.length}`
    const send = (path: string, ...headers: readonly string[]) => sendRaw(served.url, headed(path, length, ...headers), body)
    expect((await send('/graphql', 'host: a', 'authorization: Bearer x.y.z')).status).toBe(401)
    expect((await send('/graphql', 'host: a', 'content-encoding: gzip')).status).toBe(415)
    expect((await send('/', 'host: a')).status).toBe(405)
    expect((await send('/graphql', 'host: a')).body).toContain('not valid JSON')
  })
})

test('bodies that never come whole do not fill the memory: the oldest are given up, and others are answered', async () => {
  const part = Buffer.alloc(900_000, ' ')
  const sockets = Array.from({ length: 60 }, () => connect(Number(new URL(served.url).port), '127.0.0.1'))
  try {
    const answers = sockets.map(async (socket) => {
      socket.write(headed('/graphql', 'host: a', 'content-length: 999999'))
      socket.write(part)
      const [answer] = (await once(socket, 'data')) as [Buffer]
      return answer.toString()
    })
    const crowdedOut = await Promise.any(answers)
    expect(crowdedOut).toMatch(/^HTTP\/1\.1 503 .*retry-after: 5.*"code":"OVERLOADED"/s)
    let answered = 0
    for (const answer of answers) void answer.then(() => (answered += 1))
    await vi.waitFor(() => expect(answered).toBeGreaterThanOrEqual(24), { timeout: 10_000 })
    expect(await sendRaw(served.url, headed('/graphql', 'host: a', `content-length: ${question.length}`), question)).toMatchObject({
      status: 200,
    })
    expect(answered).toBeLessThan(40)
  } finally {
    for (const socket of sockets) socket.destroy()
  }
})

describe('a host that is none does not come between', () => {
  test.each(['a b', 'a:99999', '[::1', '%ff', '<script>', 'a/b?c#d'])('%j', async (host) => {
    const answer = await sendRaw(served.url, headed('/graphql', `host: ${host}`, `content-length: ${question.length}`), question)
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('"logBounds"') })
  })
  test.each(['http://elsewhere.test/graphql', '/graphql/', '/GraphQL', '/graphql?x=%41'])(
    'nor the way in which %s is written',
    async (path) =>
      expect(await sendRaw(served.url, headed(path, 'host: a', `content-length: ${question.length}`), question)).toMatchObject({
        status: 200,
        body: expect.stringContaining('"logBounds"'),
      }),
  )
})

describe('what can be sent where', () => {
  const send = (method: string, path: string, headers: Readonly<Record<string, string>> = {}, body?: string | Buffer) =>
    new Promise<readonly [number, string | undefined, string]>((resolve, reject) => {
      const sending = request(`${served.url}${path}`, { method, headers }, (response) => {
        let text = ''
        response.on('data', (part: Buffer) => (text += part.toString()))
        response.on('end', () => resolve([response.statusCode ?? 0, response.headers.allow, text]))
      })
      sending.on('error', reject)
      sending.end(body)
    })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])('pages are read only: %s', async (method) => {
    for (const path of ['/', '/reports', '/changes', '/nothing'])
      expect([path, ...(await send(method, path))]).toEqual([path, 405, 'GET, HEAD', expect.stringContaining('can only be read')])
  })
  test.each(['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])('questions and commands are not sent by %s', async (method) =>
    expect((await send(method, '/graphql')).slice(0, 2)).toEqual([405, 'GET, POST']),
  )
  test.each(['application/json-patch+json', 'application/jsonx', 'text/json', 'application/graphql'])(
    'a body of the type %s is not read',
    async (type) => expect((await send('POST', '/graphql', { 'content-type': type }, question))[0]).toBe(415),
  )
  test('nor a compressed one', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    expect(await send('POST', '/graphql', headers, gzipSync(question))).toEqual([
      415,
      undefined,
      expect.stringContaining('Content-Encoding'),
    ])
  })
  test.each(['text/html', 'image/png', 'x'])('a client that accepts only %s learns which types there are', async (accept) =>
    expect(await send('POST', '/graphql', { 'content-type': 'application/json', accept }, question)).toEqual([
      406,
      undefined,
      expect.stringContaining('Accept application/json'),
    ]),
  )
  test('what is refused before it is executed has the id by which it can be looked up', async () => {
    const id = '3e1c0b5a-6b1f-4a57-8f0e-6a3f5d1f5b6a'
    const [, , text] = await send('POST', '/graphql', { 'content-type': 'application/json', 'x-correlation-id': id }, '{')
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { correlationId: id } }] })
  })
})
