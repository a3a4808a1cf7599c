import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateKeyPairSync } from 'node:crypto'
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { roleFromWord, roleWords } from './role-words.ts'
import { loadOrCreateTokenKeys } from './token-keys.ts'
import { issueToken, verifyToken } from './token.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'token-keys-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

describe('the keys of an installation', () => {
  test('are made once, readable by their owner only, and the same for all who ask at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateTokenKeys(join(dir, 'new'))))
    const again = await loadOrCreateTokenKeys(join(dir, 'new'))
    for (const keys of all) expect(keys.secret.equals(again.secret)).toBe(true)
    expect((await stat(join(dir, 'new', 'token-keys.json'))).mode & 0o777).toBe(0o600)
  })

  test('a damaged file is named, and nothing of it quoted', async () => {
    await writeFile(join(dir, 'token-keys.json'), '{"version":1,"secret":"hush"}')
    await expect(loadOrCreateTokenKeys(dir)).rejects.toThrow(/token-keys\.json does not hold the keys/)
    await expect(loadOrCreateTokenKeys(dir)).rejects.not.toThrow(/hush/)
    expect(await readFile(join(dir, 'token-keys.json'), 'utf8')).toContain('hush')
  })
})

describe('a token', () => {
  const now = new Date('2026-11-22T10:00:00Z')
  const issue = async (about: Partial<Parameters<typeof issueToken>[1]> = {}) => {
    const keys = await loadOrCreateTokenKeys(dir)
    return { keys, token: await issueToken(keys, { role: 'officer', name: 'Sam Example', now, ...about }) }
  }

  test('names the holder, by an opaque id that stays the same for name and role', async () => {
    const { keys, token } = await issue()
    const verified = await verifyToken(keys, token, now)
    expect(verified).toMatchObject({ ok: true, name: 'Sam Example', actor: { role: 'officer' } })
    const id = verified.ok ? verified.actor.id : ''
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    const idOf = async (about: Parameters<typeof issue>[0]) => decodeJwt((await issue(about)).token).sub
    expect(await idOf({ name: '  Sam   Example ' })).toBe(id)
    expect(await idOf({ role: 'auditor' })).not.toBe(id)
    expect(await idOf({ name: 'Sam Other' })).not.toBe(id)
  })

  test('another installation gives the same name another id, and does not take the token', async () => {
    const { keys, token } = await issue()
    const others = await loadOrCreateTokenKeys(join(dir, 'other'))
    expect(decodeJwt(await issueToken(others, { role: 'officer', name: 'Sam Example', now })).sub).not.toBe(decodeJwt(token).sub)
    expect(await verifyToken(others, token, now)).toEqual({ ok: false, reason: 'badSignature' })
    expect((await verifyToken(keys, token, now)).ok).toBe(true)
  })

  test('ends after 30 days, or at the time given', async () => {
    const { keys, token } = await issue()
    const after = (days: number) => new Date(now.getTime() + days * 86_400_000)
    expect((await verifyToken(keys, token, after(29.9))).ok).toBe(true)
    expect(await verifyToken(keys, token, after(30.1))).toEqual({ ok: false, reason: 'expired' })
    const { token: short } = await issue({ expiresInDays: 1 })
    expect(await verifyToken(keys, short, after(1.1))).toEqual({ ok: false, reason: 'expired' })
  })

  test.each(['', 'x', 'a.b.c', 'Bearer x'])('%j is malformed', async (word) => {
    const { keys } = await issue()
    expect(await verifyToken(keys, word, now)).toEqual({ ok: false, reason: 'malformed' })
  })

  test('a changed role does not pass', async () => {
    const { keys, token } = await issue()
    const [head, body, signature] = token.split('.')
    const changed = { ...JSON.parse(Buffer.from(body ?? '', 'base64url').toString()), role: 'administrator' }
    const forged = [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.')
    expect(await verifyToken(keys, forged, now)).toEqual({ ok: false, reason: 'badSignature' })
  })

  test('no token without signature, of another algorithm, audience, without an end, or for a role that needs none', async () => {
    const { keys } = await issue()
    const claims = {
      jti: 'd0a1c2d3-e4f5-4a6b-9c8d-7e6f5a4b3c2d',
      sub: 'b0a1c2d3-e4f5-8a6b-9c8d-7e6f5a4b3c2d',
      name: 'Sam',
      role: 'officer',
    }
    const unsigned = new UnsecuredJWT(claims).setIssuer('outstanding').setAudience('outstanding').setExpirationTime('1h').encode()
    const signed = (about: object, audience = 'outstanding', alg = 'EdDSA', key: Parameters<SignJWT['sign']>[0] = keys.privateKey) =>
      new SignJWT({ ...claims, ...about })
        .setProtectedHeader({ alg })
        .setIssuer('outstanding')
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime('1h')
        .sign(key)
    const reason = async (token: string) => {
      const verified = await verifyToken(keys, token, now)
      return verified.ok ? 'taken' : verified.reason
    }
    expect(await reason(await signed({}))).toBe('taken')
    expect(await reason(unsigned)).not.toBe('taken')
    expect(await reason(await signed({}, 'another'))).toBe('notForUs')
    expect(await reason(await signed({}, 'outstanding', 'HS256', keys.secret))).toBe('badSignature')
    expect(await reason(await signed({}, 'outstanding', 'EdDSA', generateKeyPairSync('ed25519').privateKey))).toBe('badSignature')
    expect(await reason(await signed({ role: 'public' }))).toBe('malformed')
    expect(await reason(await signed({ jti: 'x' }))).toBe('malformed')
    expect(await reason(await signed({ role: 'root' }))).toBe('malformed')
    const endless = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer('outstanding')
      .setAudience('outstanding')
      .setIssuedAt(now)
      .sign(keys.privateKey)
    expect(await reason(endless)).toBe('notForUs')
  })

  test('needs a name', async () => {
    await expect(issue({ name: ' ' })).rejects.toThrow('needs a name')
  })
})

test('every word of the token command stands for a role of its own', () => {
  expect(new Set(roleWords.map(roleFromWord)).size).toBe(roleWords.length)
  expect(roleFromWord('committee')).toBe('committee-member')
  for (const word of ['public', 'toString', '', 'Officer']) expect(roleFromWord(word)).toBeNull()
})
