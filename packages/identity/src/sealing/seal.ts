import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Sealed } from '@outstanding/domain'

/** Where a sealed text stands: it cannot be opened anywhere else. */
export type SealedPlace = { readonly stream: string; readonly eventType: string; readonly field: string }

const cipher = 'aes-256-gcm'
const tagLength = 16
const associated = ({ stream, eventType, field }: SealedPlace): Buffer => Buffer.from(JSON.stringify([stream, eventType, field]))

/** AES-256-GCM with a fresh 96-bit nonce; `key` has 32 bytes. */
export function sealText(text: string, place: SealedPlace, key: Buffer, keyId: string): Sealed {
  const iv = randomBytes(12)
  const sealing = createCipheriv(cipher, key, iv, { authTagLength: tagLength }).setAAD(associated(place))
  const ciphertext = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return {
    algorithm: 'A256GCM',
    keyId,
    iv: iv.toString('base64url'),
    ciphertext: ciphertext.toString('base64url'),
    tag: sealing.getAuthTag().toString('base64url'),
  }
}

/** The text; null where key, place or a single bit does not fit. */
export function openText(sealed: Sealed, place: SealedPlace, key: Buffer): string | null {
  try {
    const opening = createDecipheriv(cipher, key, Buffer.from(sealed.iv, 'base64url'), { authTagLength: tagLength })
    opening.setAAD(associated(place)).setAuthTag(Buffer.from(sealed.tag, 'base64url'))
    return opening.update(sealed.ciphertext, 'base64url', 'utf8') + opening.final('utf8')
  } catch {
    return null
  }
}
