import { generateKeyPairSync, createPrivateKey, createPublicKey, randomBytes, randomUUID } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** What signs and checks the tokens of one installation. `secret` makes people's ids opaque. */
export type TokenKeys = { readonly privateKey: KeyObject; readonly publicKey: KeyObject; readonly secret: Buffer }

const fileName = 'token-keys.json'
const fileSchema = z.object({ version: z.literal(1), privateKey: z.string().startsWith('-----BEGIN PRIVATE KEY-----'), secret: z.base64() })

/**
 * The keys in `<dir>/token-keys.json` (0600), made at the first call. Several processes may call at once: all get the same keys.
 * Throws when the file is damaged or cannot be written; the message names the file and none of its content.
 */
export async function loadOrCreateTokenKeys(dir: string): Promise<TokenKeys> {
  const path = join(dir, fileName)
  return (await load(path)) ?? (await create(dir, path))
}

async function load(path: string): Promise<TokenKeys | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const keys = parse(text)
  if (!keys)
    throw new Error(`${path} does not hold the keys of this installation; restore it, or remove it to make new ones (all tokens end)`)
  return keys
}

function parse(text: string): TokenKeys | null {
  try {
    const stored = fileSchema.parse(JSON.parse(text))
    const privateKey = createPrivateKey(stored.privateKey)
    if (privateKey.asymmetricKeyType !== 'ed25519') return null
    return { privateKey, publicKey: createPublicKey(privateKey), secret: Buffer.from(stored.secret, 'base64') }
  } catch {
    return null
  }
}

async function create(dir: string, path: string): Promise<TokenKeys> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  const fresh = join(dir, `${fileName}.${randomUUID()}`)
  await mkdir(dir, { recursive: true })
  await writeFile(fresh, `${JSON.stringify({ version: 1, privateKey: pem, secret: randomBytes(32).toString('base64') })}\n`, {
    mode: 0o600,
  })
  await chmod(fresh, 0o600)
  // A link appears whole or not at all, and only the first of several processes makes it.
  await link(fresh, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(fresh)
  const keys = await load(path)
  if (!keys) throw new Error(`${path} cannot be read back`)
  return keys
}
