import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { createHttpServer, type RequestLimits } from './http-server.ts'

const longerThanTheTest = 600_000
const answered: string[] = []
let server: Server

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** Answers each request, once it is whole, after `answerMs`. Gives the port. */
async function serve(limits: RequestLimits, answerMs = 0): Promise<number> {
  server = createHttpServer(async (request, response) => {
    const body = await text(request).catch(() => null)
    if (body === null) return
    answered.push(body)
    await sleep(answerMs)
    response.end(`got ${body}`)
  }, limits).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Sends `piece` again and again, so that the connection is never idle; gives what came back before the connection was closed. */
async function keepSending(port: number, piece: string, ...start: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let back = ''
  socket.setEncoding('utf8').on('data', (part: string) => (back += part))
  // Closed while something is still on its way: for a client that goes on sending, that is an error.
  socket.on('error', () => {})
  socket.write(start.join('\r\n'))
  const trickle = setInterval(() => socket.write(piece), 10)
  await new Promise((resolve) => socket.once('close', resolve))
  clearInterval(trickle)
  return back
}

/** The status may be lost with the connection. */
const givenUp = /^(HTTP\/1\.1 408 |$)/

test('headers that never end are given up, though something of them comes all the time', async () => {
  const port = await serve({ headersMs: 200, requestMs: longerThanTheTest, checkMs: 20, idleMs: longerThanTheTest })
  expect(await keepSending(port, 'x-more: 1\r\n', 'POST / HTTP/1.1', 'host: a', '')).toMatch(givenUp)
})

test('a body that never ends is given up, though something of it comes all the time', async () => {
  const port = await serve({ headersMs: 200, requestMs: 200, checkMs: 20, idleMs: longerThanTheTest })
  const start = ['POST / HTTP/1.1', 'host: a', 'content-length: 900000', '', '']
  expect(await keepSending(port, 'x', ...start)).toMatch(givenUp)
  expect(answered).toEqual([])
})

test('an answer may take longer than a request', async () => {
  const port = await serve({ headersMs: 200, requestMs: 200, checkMs: 20, idleMs: longerThanTheTest }, 800)
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'all' })
  expect([answer.status, await answer.text()]).toEqual([200, 'got all'])
})

test('an answer that its client does not read is kept no longer', async () => {
  const gone = Promise.withResolvers<void>()
  server = createHttpServer(
    (_request, response) => {
      response.on('close', gone.resolve)
      response.end(Buffer.alloc(50_000_000, 'x'))
    },
    { headersMs: 200, requestMs: 200, checkMs: 20, idleMs: 300 },
  ).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').pause()
  socket.on('error', () => {})
  socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n')
  await gone.promise
  socket.destroy()
})

test('unless told otherwise, headers have 15 seconds, a request 60, and an answer that is not read 60', () => {
  server = createHttpServer(() => {})
  expect([server.headersTimeout, server.requestTimeout, server.timeout]).toEqual([15_000, 60_000, 60_000])
})
