import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { makeCertificate } from './make-certificate.ts'

/** Who may use a node, and how it shows that it is the one. */
export type NodeAccess = {
  readonly user: string
  readonly password: string
  /** PEM; the node's clients trust this certificate and no authority else. */
  readonly certificate: string
  readonly privateKey: string
  /** Absolute path of the certificate alone, for the connection strings of clients. */
  readonly certificateFile: string
}

const OWNER_ONLY = 0o600

/**
 * The access to the node of a directory, made at its first start: `access.json` (user, password, private key; readable by its owner
 * only) and `certificate.pem`. The certificate is for this machine's own names and for `host`.
 */
export async function openNodeAccess(directory: string, host = '127.0.0.1'): Promise<NodeAccess> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const certificateFile = join(directory, 'certificate.pem')
  const known = await readFile(join(directory, 'access.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (known !== undefined) return { ...(JSON.parse(known) as Omit<NodeAccess, 'certificateFile'>), certificateFile }
  const hosts = [...new Set(['localhost', '127.0.0.1', '::1', hostname(), host])]
  const access = { user: 'outstanding', password: randomBytes(32).toString('base64url'), ...makeCertificate(hosts) }
  await writeWhole(certificateFile, access.certificate)
  await writeWhole(join(directory, 'access.json'), `${JSON.stringify(access, undefined, 2)}\n`)
  return { ...access, certificateFile }
}

/**
 * The connection string that any client of the protocol takes, on this machine; it holds the password. It says `localhost`, because
 * clients warn of an address of numbers with TLS.
 */
export function connectionStringOf({ user, password, certificateFile }: NodeAccess, port: number): string {
  return `esdb://${user}:${password}@localhost:${port}?tls=true&tlsCAFile=${encodeURIComponent(certificateFile)}`
}

/** Writes the connection string into a file of the directory that only its owner can read; gives the file's path. */
export async function writeConnectionString(directory: string, connectionString: string): Promise<string> {
  const file = join(directory, 'connection-string')
  await writeWhole(file, `${connectionString}\n`)
  return file
}

/** Whole or not at all, and never for a moment readable by others. */
async function writeWhole(file: string, text: string): Promise<void> {
  const fresh = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(fresh, text, { mode: OWNER_ONLY, flag: 'wx' })
  await rename(fresh, file)
}
