import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfiguration } from './configuration.ts'

describe('the configuration', () => {
  it('given an empty environment, then everything is embedded, on loopback and port 4000', () => {
    expect(readConfiguration({})).toEqual({
      ok: true,
      value: {
        dataDir: resolve('.outstanding'),
        host: '127.0.0.1',
        port: 4000,
        loadsSample: true,
        logLevel: 'info',
        waitForStoresMs: 60_000,
        witnessKeys: [],
      },
    })
  })

  it('given a secret in a file, then it is read without its line end', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'outstanding-configuration-')), 'url')
    writeFileSync(file, 'postgres://u:p@db/outstanding\n')
    expect(readConfiguration({ DATABASE_URL_FILE: file })).toMatchObject({ value: { databaseUrl: 'postgres://u:p@db/outstanding' } })
    expect(readConfiguration({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://x' })).toEqual({
      ok: false,
      problem: 'DATABASE_URL and DATABASE_URL_FILE are both set; set one of them',
    })
  })

  it('given a number of seconds to wait for the stores, then it is read as milliseconds; 0 is allowed', () => {
    expect(readConfiguration({ OUTSTANDING_WAIT_SECONDS: '5' })).toMatchObject({ value: { waitForStoresMs: 5_000 } })
    expect(readConfiguration({ OUTSTANDING_WAIT_SECONDS: '0' })).toMatchObject({ value: { waitForStoresMs: 0 } })
  })

  it.each([
    ['OUTSTANDING_PORT', 'seventy', 'OUTSTANDING_PORT must be a port number from 0 to 65535'],
    ['OUTSTANDING_PORT', '70000', 'OUTSTANDING_PORT must be a port number from 0 to 65535'],
    ['DATABASE_URL', 'mysql://root:hunter2@db', 'DATABASE_URL must begin with postgres://'],
    ['EVENTSTORE_URL', 'kurrentdb://root:hunter2@db', 'EVENTSTORE_URL must begin with esdb:// or esdb+discover://'],
    ['DATABASE_URL_FILE', '/does/not/exist/hunter2', 'DATABASE_URL_FILE names a file that cannot be read'],
    ['OUTSTANDING_WAIT_SECONDS', '-1', 'OUTSTANDING_WAIT_SECONDS must be a number of seconds from 0 to 99999'],
    ['OUTSTANDING_SAMPLE', 'hunter2', 'OUTSTANDING_SAMPLE must be on or off'],
  ])('given %s = %s, then the problem names the variable and hides the value', (name, value, problem) => {
    expect(readConfiguration({ [name]: value })).toEqual({ ok: false, problem })
  })
})
