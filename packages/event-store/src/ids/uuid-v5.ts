import { createHash } from 'node:crypto'

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const nil = '00000000-0000-0000-0000-000000000000'

/** Whether the text is a UUID that the event store takes: any version, but not the one of zeros. */
export const isUuid = (text: string): boolean => uuidPattern.test(text) && text !== nil

/** A UUID, version 5 (RFC 9562), lower case: the same namespace and name always give the same id. Throws when the namespace is no UUID. */
export function uuidV5(namespace: string, name: string): string {
  if (!uuidPattern.test(namespace)) throw new TypeError('the namespace of a UUID must be a UUID')
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
