import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunAs } from './as-ordinary-user.ts'

/** The superuser of the embedded PostgreSQL. */
export const SUPERUSER = 'outstanding'

const LIMIT_MS = 120_000

/**
 * Makes the cluster `<home>/cluster` and its password `<home>/password` (0600), unless they are there. The cluster is
 * filled aside and renamed when whole: being killed half-way leaves nothing that looks finished.
 */
export async function initialise(initdb: string, runAs: RunAs, home: string): Promise<{ cluster: string; password: string }> {
  const cluster = join(home, 'cluster')
  const passwordFile = join(home, 'password')
  if (!existsSync(cluster)) {
    const fresh = join(home, 'cluster.fresh')
    await rm(fresh, { recursive: true, force: true })
    await rm(passwordFile, { force: true })
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    await runInitdb(...runAs(initdb, initdbArguments(fresh, passwordFile)))
    await rename(fresh, cluster)
  }
  return { cluster, password: (await readFile(passwordFile, 'utf8')).trim() }
}

function initdbArguments(directory: string, passwordFile: string): string[] {
  // Sorting and case rules are PostgreSQL's own, the same on every machine, whatever its C library.
  const locale = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`,
  ]
  return [
    '-D',
    directory,
    '-U',
    SUPERUSER,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--data-checksums',
    '--no-instructions',
    '--lc-messages=C',
    ...locale,
  ]
}

async function runInitdb(command: string, args: string[]): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: LIMIT_MS })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-2000)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`PostgreSQL could not create its data directory: ${errors.trim()}`)
}
