import type { Actor, Role } from '@outstanding/domain'
import { roles } from '@outstanding/domain'
import { randomUUID } from 'node:crypto'
import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { IssuedToken } from './issued-tokens.ts'
import { personIdOf, tidyName } from './person-id.ts'
import type { TokenKeys } from './token-keys.ts'

export type TokenRequest = {
  readonly role: Exclude<Role, 'public'>
  readonly name: string
  /** 30 by default. */
  readonly expiresInDays?: number
  /** When it is issued; now by default. */
  readonly now?: Date
}

export type TokenReason = 'malformed' | 'badSignature' | 'expired' | 'notForUs'
export type Verified =
  | { readonly ok: true; readonly id: string; readonly actor: Actor; readonly name: string }
  | { readonly ok: false; readonly reason: TokenReason }

const issuer = 'outstanding'
const audience = 'outstanding'
const algorithm = 'EdDSA'
const day = 24 * 60 * 60

const claims = z.object({ jti: z.uuid(), sub: z.uuid(), name: z.string().min(1), role: z.enum(roles).exclude(['public']) })

/** A JWT signed with Ed25519, with an opaque id, a name and a role. Anyone who holds it is accepted as that person. Throws on an empty name. */
export async function issueToken(keys: TokenKeys, { role, name, expiresInDays = 30, now = new Date() }: TokenRequest): Promise<string> {
  const tidy = tidyName(name)
  if (tidy === '') throw new TypeError('a token needs a name')
  const issuedAt = Math.floor(now.getTime() / 1000)
  return new SignJWT({ name: tidy, role })
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .setSubject(personIdOf(keys.secret, { role, name: tidy }))
    .setJti(randomUUID())
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + Math.round(expiresInDays * day))
    .sign(keys.privateKey)
}

const dated = claims.extend({ iat: z.number(), exp: z.number() })

/** The content of a token, unchecked: for use directly after issuing it. Throws if it is not a token. */
export function detailsOf(token: string): IssuedToken {
  const { jti: id, sub: person, role, iat, exp } = dated.parse(decodeJwt(token))
  const instant = (seconds: number): string => new Date(seconds * 1000).toISOString()
  return { id, person, role, issuedAt: instant(iat), expiresAt: instant(exp) }
}

/** Who holds the token, or why it is worth nothing. No other algorithm, issuer or audience is taken, and none without an end. */
export async function verifyToken(keys: TokenKeys, token: string, now: Date = new Date()): Promise<Verified> {
  try {
    const { payload } = await jwtVerify(token, keys.publicKey, {
      algorithms: [algorithm],
      issuer,
      audience,
      requiredClaims: ['jti', 'sub', 'iat', 'exp'],
      currentDate: now,
    })
    const { jti, sub, name, role } = claims.parse(payload)
    return { ok: true, id: jti, actor: { id: sub, role }, name }
  } catch (error) {
    return { ok: false, reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): TokenReason {
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWTClaimValidationFailed) return 'notForUs'
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JOSEAlgNotAllowed) return 'badSignature'
  return 'malformed'
}
