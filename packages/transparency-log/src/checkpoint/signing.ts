import type { KeyObject } from 'node:crypto'
import { sign, verify } from 'node:crypto'
import type { SignerKey, VerifierKey } from '../note/keys.ts'
import type { NoteSignature } from '../note/signed-note.ts'
import type { Checkpoint } from './checkpoint.ts'
import { printCheckpoint } from './checkpoint.ts'

/** Seconds since 1970 in UTC: when a cosignature was made. A plain log signature carries no time. */
export type PosixSeconds = number

const timeLength = 8

/** Signs as the key's type says: the text itself, or the text or tree head together with the time. */
export function signCheckpoint(key: SignerKey, checkpoint: Checkpoint, at: PosixSeconds): NoteSignature {
  const text = printCheckpoint(checkpoint)
  const signature = sign(null, signedBytes(key, checkpoint, text, at), key.privateKey)
  return { name: key.name, keyId: key.id, signature: key.type === 'ED25519' ? signature : Buffer.concat([timeBytes(at), signature]) }
}

/** `text` is the note's text as received, which may hold more lines than the checkpoint's three. */
export function isSignedBy(key: VerifierKey, { signature }: NoteSignature, checkpoint: Checkpoint, text: string): boolean {
  if (key.type === 'ED25519') return holds(signedBytes(key, checkpoint, text, 0), key.publicKey, signature)
  if (signature.length <= timeLength) return false
  const at = signature.readBigUInt64BE(0)
  if (at > BigInt(Number.MAX_SAFE_INTEGER)) return false
  return holds(signedBytes(key, checkpoint, text, Number(at)), key.publicKey, signature.subarray(timeLength))
}

/** When a cosignature says it was made; null for a signature without a time. */
export const signedAt = (key: VerifierKey, { signature }: NoteSignature): PosixSeconds | null =>
  key.type === 'ED25519' || signature.length < timeLength ? null : Number(signature.readBigUInt64BE(0))

function holds(message: Buffer, publicKey: KeyObject, signature: Buffer): boolean {
  try {
    return verify(null, message, publicKey, signature)
  } catch {
    return false
  }
}

function signedBytes({ name, type }: VerifierKey, checkpoint: Checkpoint, text: string, at: PosixSeconds): Buffer {
  if (type === 'ED25519') return Buffer.from(text)
  if (type === 'ED25519_COSIGNATURE') return Buffer.from(`cosignature/v1\ntime ${at}\n${text}`)
  const { origin, size, root } = checkpoint
  return Buffer.concat([
    Buffer.from('subtree/v1\n\0'),
    withLength(name),
    timeBytes(at),
    withLength(origin),
    timeBytes(0),
    timeBytes(size),
    root,
  ])
}

function timeBytes(value: number): Buffer {
  const bytes = Buffer.alloc(timeLength)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

function withLength(text: string): Buffer {
  const bytes = Buffer.from(text)
  if (bytes.length < 1 || bytes.length > 255) throw new RangeError(`A name has 1 to 255 bytes: ${JSON.stringify(text)}`)
  return Buffer.concat([Buffer.of(bytes.length), bytes])
}
