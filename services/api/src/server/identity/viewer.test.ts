import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { issueToken, loadOrCreateTokenKeys } from '@outstanding/identity'
import type { Bar, TokenKeys } from '@outstanding/identity'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody, viewerOf } from './viewer.ts'

let dir: string
let keys: TokenKeys
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'outstanding-viewer-'))
  keys = await loadOrCreateTokenKeys(dir)
})
const tokens = (bar: Bar | null = null) => ({ keys, barOf: async () => bar })
afterAll(() => rm(dir, { recursive: true, force: true }))

test.each([null, undefined, ''])('without the header (%j) it is nobody', async (header) =>
  expect(await viewerOf(header, tokens())).toEqual({ ok: true, viewer: nobody }),
)

test.each(['Bearer', 'Bearer a b', 'Basic abc', 'token'])('%j is no bearer token, and not nobody either', async (header) =>
  expect(await viewerOf(header, tokens())).toEqual({ ok: false, reason: 'malformed' }),
)

test('a token says who, in which role', async () => {
  const token = await issueToken(keys, { role: 'auditor', name: 'Ann Example' })
  expect(await viewerOf(`bearer ${token}`, tokens())).toMatchObject({
    ok: true,
    viewer: { signedIn: true, role: 'auditor', name: 'Ann Example', actor: { role: 'auditor' } },
  })
})

test('one that has ended is refused', async () => {
  const token = await issueToken(keys, { role: 'auditor', name: 'Ann', expiresInDays: 1, now: new Date('2020-01-01') })
  expect(await viewerOf(`Bearer ${token}`, tokens())).toEqual({ ok: false, reason: 'expired' })
})

test.each(['revoked', 'erased'] as const)('one that is %s is refused', async (bar) => {
  const token = await issueToken(keys, { role: 'auditor', name: 'Ann' })
  expect(await viewerOf(`Bearer ${token}`, tokens(bar))).toEqual({ ok: false, reason: bar })
})
