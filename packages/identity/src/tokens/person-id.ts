import { createHmac } from 'node:crypto'
import type { Role } from '@outstanding/domain'

/**
 * The opaque id of a person in a role: a UUID (version 8, RFC 9562), always the same for the same name and role in one
 * installation, and telling nobody the name. Spelling of spaces and Unicode form make no difference.
 */
export function personIdOf(secret: Buffer, { role, name }: { readonly role: Role; readonly name: string }): string {
  const bytes = createHmac('sha256', secret)
    .update(`${role}\n${tidyName(name)}`)
    .digest()
    .subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** One space between words, none around, composed characters. */
export const tidyName = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ')
