import { createServer as createHttpServer } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestEventNode } from '../../../test/support/event-node.ts'
import { openNodeAccess, startFaultyEventNode, startTestEventNode } from '../../../test/support/event-node.ts'
import { connectEventStore } from './eventstoredb.ts'
import { EventStoreError } from './port.ts'

const ended: (() => Promise<unknown>)[] = []
let node: TestEventNode
let plain: { readonly url: string }
let directory: string
let otherAuthority: string
let otherName: string
beforeAll(async () => {
  node = await startTestEventNode()
  ended.push(() => node.stop())
  const faulty = await startFaultyEventNode({})
  plain = faulty
  ended.push(() => faulty.stop())
  directory = await mkdtemp(join(tmpdir(), 'outstanding-diagnosis-'))
  const { certificate, privateKey, certificateFile } = await openNodeAccess(join(directory, 'other'))
  otherAuthority = certificateFile
  // The certificate is for 127.0.0.1 and not for its neighbour.
  const elsewhere = await port(createTlsServer({ cert: certificate, key: privateKey }), '127.0.0.2')
  otherName = `esdb://ann:hush@127.0.0.2:${elsewhere}?tlsCAFile=${encodeURIComponent(certificateFile)}`
  ended.push(() => rm(directory, { recursive: true }))
})
afterAll(async () => {
  for (const end of ended.toReversed()) await end()
})

async function port(server: Server, host = '127.0.0.1'): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  ended.push(() => new Promise((resolve) => server.close(resolve)))
  return (server.address() as AddressInfo).port
}

/** How the whole port fails, and in what words, with an address. */
async function failureOf(url: string): Promise<EventStoreError> {
  const store = connectEventStore(url)
  try {
    await store.head({ timeoutMs: 800 })
  } catch (error) {
    if (error instanceof EventStoreError) return error
    throw error
  } finally {
    await store.close()
  }
  throw new Error('the store answered')
}

describe('every fault of an address is distinguished, with what to do', () => {
  const authorityOf = (file: string) => node.url.replace(/tlsCAFile=.*/, `tlsCAFile=${encodeURIComponent(file)}`)
  test.each<[string, () => string | Promise<string>, Partial<EventStoreError>, RegExp]>([
    [
      'a wrong password',
      () => node.url.replace(/:[^:@]+@/, ':hush@'),
      { fault: 'WRONG_CREDENTIALS', kind: 'refused' },
      /user name or password/,
    ],
    ['no user', () => node.url.replace(/\/\/.*@/, '//'), { fault: 'NO_RIGHT', kind: 'refused' }, /read \$all without a user/],
    ['another authority', () => authorityOf(otherAuthority), { fault: 'UNKNOWN_AUTHORITY' }, /Check the file of tlsCAFile/],
    ['no authority', () => node.url.replace(/&tlsCAFile=.*/, ''), { fault: 'UNKNOWN_AUTHORITY' }, /Give the file of its authority/],
    ['a certificate for another name', () => otherName, { fault: 'WRONG_CERTIFICATE' }, /for another name/],
    ['TLS against plain', () => plain.url.replace('tls=false', 'tls=true'), { fault: 'TLS_NOT_SPOKEN' }, /Set tls=false/],
    ['plain against TLS', () => `esdb://ann:hush@127.0.0.1:${node.port}?tls=false`, { fault: 'TLS_REQUIRED' }, /Set tls=true/],
    ['a wrong port', () => 'esdb://ann:hush@127.0.0.1:9?tls=false', { fault: 'NOTHING_LISTENS' }, /nothing listens at 127.0.0.1:9/],
    ['a wrong port, with TLS', () => 'esdb://ann:hush@127.0.0.1:9', { fault: 'NOTHING_LISTENS' }, /nothing listens at 127.0.0.1:9/],
    ['no such host', () => 'esdb://ann:hush@no-such-host.invalid:2113', { fault: 'UNKNOWN_HOST' }, /no-such-host.invalid/],
    ['dead seeds', () => 'esdb://127.0.0.1:9,127.0.0.1:7?tls=false', { fault: 'NOTHING_LISTENS' }, /nothing listens at/],
    [
      'a web server',
      async () => `esdb://127.0.0.1:${await port(createHttpServer((_, response) => void response.end('hello')))}?tls=false`,
      { fault: 'NO_EVENT_STORE' },
      /no event store/,
    ],
    [
      'a machine that takes connections and is silent, with TLS',
      async () => `esdb://127.0.0.1:${await port(createServer((socket) => void ended.push(async () => socket.destroy())))}`,
      { fault: 'NO_ANSWER' },
      /does not answer/,
    ],
  ])('%s', { timeout: 30_000 }, async (_title, url, said, words) => {
    const failure = await failureOf(await url())
    expect(failure).toMatchObject(said)
    expect(failure.message).toMatch(words)
    expect(`${failure.message} ${String(failure)}`).not.toMatch(/hush/)
  })
})

test.each<[string, string, boolean, boolean]>([
  ['nothing listens', 'esdb://127.0.0.1:9?tls=false', true, true],
  ['an unknown authority', 'tls', true, false],
])('%s: whether it may pass, and whether waiting helps', async (_title, url, mayPass, waitingHelps) => {
  const failure = await failureOf(url === 'tls' ? node.url.replace(/&tlsCAFile=.*/, '') : url)
  expect({ mayPass: failure.mayPass, waitingHelps: failure.waitingHelps }).toEqual({ mayPass, waitingHelps })
})

test('of esdb+discover://dead,alive the living one is found', async () => {
  const store = connectEventStore(plain.url.replace('esdb://', 'esdb+discover://127.0.0.1:9,'))
  expect(await store.head()).not.toBeNull()
  await store.close()
})

test('an unreadable authority is named before anything is dialled', async () => {
  const file = join(directory, 'no.pem')
  const url = `esdb://ann:hush@127.0.0.1:9?tlsCAFile=${encodeURIComponent(file)}`
  expect(() => connectEventStore(url)).toThrow(expect.objectContaining({ kind: 'invalid', message: expect.stringContaining('tlsCAFile') }))
  await writeFile(file, 'no certificate')
  expect(() => connectEventStore(url)).toThrow(expect.objectContaining({ kind: 'invalid', message: expect.stringContaining('tlsCAFile') }))
})
