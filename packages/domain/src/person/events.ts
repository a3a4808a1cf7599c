import type { TypeOf } from '../kernel/fields/field.ts'
import type { EventOf } from '../kernel/events/event-declarations.ts'
import { base64url, oneOf, objectOf, words } from '../kernel/fields/declare.ts'

/** A name encrypted with AES-256-GCM, one key a person, bound to stream, event and field. */
const sealed = objectOf({ algorithm: oneOf(['A256GCM']), keyId: base64url, iv: base64url, ciphertext: base64url, tag: base64url })
export type Sealed = TypeOf<typeof sealed>

export const personEvents = {
  PersonRegistered: { name: sealed },
  PersonRenamed: { name: sealed },
  PersonErased: { reason: words },
  ErasureRefused: { reason: words },
} as const
export type PersonEvent = EventOf<typeof personEvents>
