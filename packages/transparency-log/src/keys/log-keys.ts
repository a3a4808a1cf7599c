import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import type { SignatureType, SignerKey } from '../note/keys.ts'
import { isSupported, signerKey } from '../note/keys.ts'

/** With what an installation signs its checkpoints: an Ed25519 and, where Node has it, an ML-DSA-44 key, both named as the log is. */
export type LogKeys = { readonly origin: string; readonly signers: readonly SignerKey[] }

type KeyFile = { readonly origin: string; readonly keys: readonly { readonly type: SignatureType; readonly pkcs8: string }[] }

/** The types of a log's keys, and those of a witness's. */
export const logKeyTypes: readonly SignatureType[] = ['ED25519', 'ML_DSA_44']
export const witnessKeyTypes: readonly SignatureType[] = ['ED25519_COSIGNATURE', 'ML_DSA_44']

/**
 * The private keys of a file that only its owner can read, made where there is none. `origin` names a log (or witness) that is
 * new; a file that exists keeps the name it was made with. Throws a sentence where the file is not one of ours.
 */
export async function loadOrCreateKeys(file: string, types: readonly SignatureType[], origin?: string): Promise<LogKeys> {
  return (await loadKeys(file)) ?? createKeys(file, types, origin ?? `outstanding.local/${randomBytes(4).toString('hex')}`)
}

/** Null where there is no file. */
export async function loadKeys(file: string): Promise<LogKeys | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new Error(`the checkpoint keys ${file} cannot be read (${error.code ?? error.message})`)
  })
  if (text === null) return null
  const unsupported = typesIn(text).find((type) => !isSupported(type))
  if (unsupported) throw new Error(`the checkpoint keys ${file} need ${unsupported}, which this Node (${process.version}) does not have`)
  try {
    const { origin, keys } = JSON.parse(text) as KeyFile
    return { origin, signers: keys.map(({ type, pkcs8 }) => signerKey(origin, type, createPrivateKey(pkcs8))) }
  } catch {
    throw new Error(`the file ${file} does not hold checkpoint keys`)
  }
}

/** Of which of our types the keys of a file are; none where it is no file of ours. */
function typesIn(text: string): readonly SignatureType[] {
  try {
    const known: readonly SignatureType[] = ['ED25519', 'ED25519_COSIGNATURE', 'ML_DSA_44']
    return (JSON.parse(text) as KeyFile).keys.map(({ type }) => type).filter((type) => known.includes(type))
  } catch {
    return []
  }
}

async function createKeys(file: string, types: readonly SignatureType[], origin: string): Promise<LogKeys> {
  const keys = types.filter(isSupported).map((type) => ({ type, pkcs8: String(privateKey(type).export({ type: 'pkcs8', format: 'pem' })) }))
  const fresh = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(fresh, `${JSON.stringify({ origin, keys } satisfies KeyFile, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' })
  try {
    // A link never replaces: of two that make keys at once, the first wins and both use what it made.
    await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(fresh, { force: true })
  }
  const made = await loadKeys(file)
  if (!made) throw new Error(`the checkpoint keys ${file} were made and are gone`)
  return made
}

const privateKey = (type: SignatureType) =>
  type === 'ML_DSA_44' ? generateKeyPairSync('ml-dsa-44').privateKey : generateKeyPairSync('ed25519').privateKey
