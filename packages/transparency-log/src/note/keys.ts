import type { KeyObject } from 'node:crypto'
import { createHash, createPublicKey } from 'node:crypto'

/** Signature types of signed notes: a log's Ed25519 signature, a timestamped Ed25519 cosignature, a timestamped ML-DSA-44 one. */
export const signatureTypes = { ED25519: 1, ED25519_COSIGNATURE: 4, ML_DSA_44: 6 } as const
export type SignatureType = keyof typeof signatureTypes

/**
 * A key that a verifier was given by a way it trusts. `name` holds no white space and no "+".
 * The format is that of C2SP's signed-note (v1.0.0) and tlog-cosignature (November 2026).
 */
export type VerifierKey = { readonly name: string; readonly type: SignatureType; readonly publicKey: KeyObject; readonly id: Buffer }
export type SignerKey = VerifierKey & { readonly privateKey: KeyObject }

/** How a public key of each type begins in DER; the raw key follows. */
const spkiPrefix = {
  ed25519: Buffer.from('302a300506032b6570032100', 'hex'),
  mlDsa44: Buffer.from('30820532300b06096086480165030403110382052100', 'hex'),
}
const rawLength = { ed25519: 32, mlDsa44: 1312 }
const algorithmOf = (type: SignatureType): keyof typeof rawLength => (type === 'ML_DSA_44' ? 'mlDsa44' : 'ed25519')

export function verifierKey(name: string, type: SignatureType, publicKey: KeyObject): VerifierKey {
  if (!/^[^\s+]+$/u.test(name)) throw new TypeError(`A key's name holds no white space and no "+": ${JSON.stringify(name)}`)
  return { name, type, publicKey, id: keyId(name, type, rawPublicKey(type, publicKey)) }
}

export const signerKey = (name: string, type: SignatureType, privateKey: KeyObject): SignerKey => ({
  ...verifierKey(name, type, createPublicKey(privateKey)),
  privateKey,
})

/** The verifier key as one line of text: name, hexadecimal id and base64 of type and key, joined by "+". */
export const printKey = ({ name, type, publicKey, id }: VerifierKey): string =>
  `${name}+${id.toString('hex')}+${Buffer.concat([Buffer.of(signatureTypes[type]), rawPublicKey(type, publicKey)]).toString('base64')}`

/** A good key of a type that this Node has no algorithm for: ML-DSA-44 came with Node 24. */
export class UnsupportedKeyError extends Error {
  constructor(name: string, type: SignatureType) {
    super(`this Node (${process.version}) cannot check signatures by the ${words[type]} key of ${name}`)
    this.name = 'UnsupportedKeyError'
  }
}
const words = { ED25519: 'Ed25519', ED25519_COSIGNATURE: 'Ed25519', ML_DSA_44: 'ML-DSA-44' } as const
export const wordsOfKey = ({ name, type }: Pick<VerifierKey, 'name' | 'type'>): string => `${name} (${words[type]})`

/** Null where the text is no key to the letter, its id is not its own, or its type is not one of ours. Throws `UnsupportedKeyError`. */
export function parseKey(text: string): VerifierKey | null {
  const [, name, id, body] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text.trim()) ?? []
  if (name === undefined || id === undefined || body === undefined) return null
  const bytes = Buffer.from(body, 'base64')
  const type = (Object.keys(signatureTypes) as SignatureType[]).find((known) => signatureTypes[known] === bytes[0])
  if (type === undefined || bytes.length !== 1 + rawLength[algorithmOf(type)] || bytes.toString('base64') !== body) return null
  if (keyId(name, type, bytes.subarray(1)).toString('hex') !== id) return null
  if (!isSupported(type)) throw new UnsupportedKeyError(name, type)
  return verifierKey(name, type, fromRaw(type, bytes.subarray(1)))
}

/** Whether the OpenSSL below this Node has the algorithm. */
export function isSupported(type: SignatureType): boolean {
  try {
    return fromRaw(type, Buffer.alloc(rawLength[algorithmOf(type)])).type === 'public'
  } catch {
    return false
  }
}

const keyId = (name: string, type: SignatureType, raw: Buffer): Buffer =>
  createHash('sha256').update(`${name}\n`).update(Buffer.of(signatureTypes[type])).update(raw).digest().subarray(0, 4)

function rawPublicKey(type: SignatureType, publicKey: KeyObject): Buffer {
  const der = publicKey.export({ type: 'spki', format: 'der' })
  const prefix = spkiPrefix[algorithmOf(type)]
  if (!der.subarray(0, prefix.length).equals(prefix)) throw new TypeError(`The key is no ${type} key.`)
  return der.subarray(prefix.length)
}

const fromRaw = (type: SignatureType, raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiPrefix[algorithmOf(type)], raw]), format: 'der', type: 'spki' })
