import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { addressOf, withEverySeed } from './address.ts'

const directory = mkdtempSync(join(tmpdir(), 'outstanding-address-'))
const authority = join(directory, 'ca.pem')
writeFileSync(authority, '-----BEGIN CERTIFICATE-----')
afterAll(() => rmSync(directory, { recursive: true }))

describe('an address', () => {
  test.each([
    ['esdb://127.0.0.1:2113?tls=false', { shown: '127.0.0.1:2113', user: undefined, tls: false }],
    ['esdb://admin:changeit@node.example:2114', { shown: 'node.example:2114', user: 'admin', tls: true }],
    ['esdb+discover://us%40er:p%40ss@cluster.example', { shown: 'cluster.example', user: 'us@er', tls: true }],
    ['esdb://a:2113,b:2114/?tls=true', { shown: 'a:2113,b:2114', tls: true }],
    [`esdb://a?TLS-CA-File=${encodeURIComponent(authority)}`, { shown: 'a', authorityFile: authority }],
  ])('%s', (url, said) => expect(addressOf(url)).toMatchObject(said))

  test('names each host with its port', () => {
    expect(addressOf('esdb://a,b:1').hosts).toEqual([
      { host: 'a', port: 2113 },
      { host: 'b', port: 1 },
    ])
  })

  test.each([
    ['', 'must look like'],
    ['localhost:2113', 'must look like'],
    ['http://u:secret@x', 'must begin with esdb://'],
    ['kurrentdb://u:secret@x', 'must begin with esdb://'],
    ['esdb://', 'must come a host'],
    ['esdb://u:secret@', 'must come a host'],
    ['esdb://u:secret@host:port', 'must come a host'],
    ['esdb://u:secret@host:99999', 'must come a host'],
    ['esdb://u:secret@a,,b', 'must come a host'],
    ['esdb://u:sec@ret@host', 'percent-encoded'],
    ['esdb://secret@host', 'user:password@'],
    ['esdb://u:secret@host?tls=maybe', 'tls must be true or false'],
    ['esdb://u:secret@host?tlsCAFile=/none/of/this', 'the file of tlsCAFile cannot be read'],
  ])('%j is refused, saying what is wrong and quoting nothing', (url, words) => {
    expect(() => addressOf(url)).toThrow(expect.objectContaining({ kind: 'invalid', fault: 'MALFORMED_ADDRESS' }))
    expect(() => addressOf(url)).toThrow(words)
    expect(() => addressOf(url)).not.toThrow(/secret/)
  })

  test('of several hosts every one is asked for the cluster, also where the client would ask the first alone', () => {
    expect(withEverySeed('esdb+discover://u:p@dead,alive?tls=false')).toBe('esdb://u:p@dead,alive?tls=false')
    expect(withEverySeed('esdb+discover://one')).toBe('esdb+discover://one')
  })
})
