import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'
const [ivLength, tagLength] = [12, 16]
const options = { authTagLength: tagLength }

/**
 * AES-256-GCM with a fresh 96-bit nonce; `key` has 32 bytes. Base64url of nonce, tag and ciphertext. It opens for the same `place` only.
 * A key as an object is taken several times sooner than as bytes.
 */
export function sealBox(text: string, place: string, key: Buffer): string {
  const iv = randomBytes(ivLength)
  const sealing = createCipheriv(cipher, createSecretKey(key), iv, options).setAAD(Buffer.from(place))
  const ciphertext = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return Buffer.concat([iv, sealing.getAuthTag(), ciphertext]).toString('base64url')
}

/** The text; null where key, place or a single bit does not fit. */
export function openBox(box: string, place: string, key: Buffer): string | null {
  try {
    const bytes = Buffer.from(box, 'base64url')
    const opening = createDecipheriv(cipher, createSecretKey(key), bytes.subarray(0, ivLength), options)
    opening.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
    const text = opening.update(bytes.subarray(ivLength + tagLength))
    opening.final()
    return text.toString()
  } catch {
    return null
  }
}
