import { X509Certificate } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Metadata } from '@grpc/grpc-js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createGate } from './gate.ts'
import { makeCertificate } from './make-certificate.ts'
import { openNodeAccess, writeConnectionString } from './node-access.ts'

let directory: string
beforeAll(async () => void (directory = join(await mkdtemp(join(tmpdir(), 'outstanding-access-')), 'event-node')))
afterAll(() => rm(join(directory, '..'), { recursive: true, force: true }))

test('access is made once, and every file of it is for its owner only', async () => {
  const first = await openNodeAccess(directory)
  expect(first.password).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(await openNodeAccess(directory)).toEqual(first)
  await writeConnectionString(directory, 'esdb://x')
  expect((await stat(directory)).mode & 0o777).toBe(0o700)
  const modes = (await readdir(directory)).map(async (name) => [name, (await stat(join(directory, name))).mode & 0o777])
  expect(Object.fromEntries(await Promise.all(modes))).toEqual({
    'access.json': 0o600,
    'certificate.pem': 0o600,
    'connection-string': 0o600,
  })
  expect(await readFile(first.certificateFile, 'utf8')).toBe(first.certificate)
  const other = await openNodeAccess(`${directory}-other`)
  expect(other.password).not.toBe(first.password)
  await rm(`${directory}-other`, { recursive: true })
})

test('the certificate is its own authority, for the names given and no other', () => {
  const certificate = new X509Certificate(makeCertificate(['localhost', 'node.example', '127.0.0.1', '::1', 'fe80::1:2']).certificate)
  expect(certificate.ca && certificate.verify(certificate.publicKey)).toBe(true)
  expect(['localhost', 'node.example', 'other.example'].map((name) => certificate.checkHost(name))).toEqual([
    'localhost',
    'node.example',
    undefined,
  ])
  expect(['127.0.0.1', '::1', 'fe80::1:2', '127.0.0.2'].map((address) => certificate.checkIP(address))).toEqual([
    '127.0.0.1',
    '::1',
    'fe80::1:2',
    undefined,
  ])
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.parse('2100-01-01'))
})

describe('the gate', () => {
  const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`
  const gate = createGate({ user: 'outstanding', password: 'right' })
  test.each([
    [basic('outstanding:right'), 'known'],
    [basic('outstanding:right').replace('Basic', 'basic'), 'known'],
    [basic('outstanding:wrong'), 'impostor'],
    [basic('outstanding:right '), 'impostor'],
    [basic('outstanding:righ'), 'impostor'],
    [basic('admin:right'), 'impostor'],
    [basic('outstanding'), 'impostor'],
    ['Basic', 'impostor'],
    ['', 'impostor'],
    ['Bearer right', 'impostor'],
    [undefined, 'anonymous'],
  ])('%j is %s', (header, caller) => {
    const metadata = new Metadata()
    if (header !== undefined) metadata.set('authorization', header)
    expect(gate(metadata)).toBe(caller)
  })

  test('without access everybody is known', () => {
    expect(createGate(undefined)(new Metadata())).toBe('known')
  })
})
