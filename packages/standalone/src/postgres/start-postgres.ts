import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Running } from '../processes/keep-running.ts'
import { ordinaryUser } from './as-ordinary-user.ts'
import { findBinaries } from './binaries.ts'
import { freePort } from './free-port.ts'
import { initialise, SUPERUSER } from './initialise.ts'
import { endPreviousPostmaster } from './previous-postmaster.ts'
import { reasonIn } from './reason-in.ts'

/** Its stop is a fast shutdown: open transactions are rolled back, everything committed is on disk. */
export type RunningPostgres = Running & {
  readonly port: number
  /** The superuser's URL of one database; it holds the password. */
  url(database: string): string
}

const READY_MS = 120_000
/** Recovering a large log after a crash takes its time, and must not be begun again and again. */
const RECOVERY_MS = 3_600_000
/** What it says last arrives a moment after its end, or never: processes that it leaves behind keep the pipe open. */
const LAST_WORDS_MS = 500
const STOP_STEPS = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const
const SETTINGS = [
  'max_connections=200',
  'wal_level=minimal',
  'max_wal_senders=0',
  'timezone=UTC',
  'log_timezone=UTC',
  'unix_socket_directories=',
  // What is read is most often in the system's memory: fetched by processes of their own, the same costs half as much again.
  'io_method=sync',
]

/**
 * Starts a real PostgreSQL on 127.0.0.1 with its files in `dataDir` (made when new), on a free port unless one is given.
 * The caller makes sure that nobody else uses the directory. The server ends when this process does, even by kill -9.
 * Throws an error with the tail of the server's own words, or, with the server stopped, once the signal is aborted.
 */
export async function startPostgres(options: { dataDir: string; port?: number; signal?: AbortSignal }): Promise<RunningPostgres> {
  const binaries = findBinaries()
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
  const runAs = await ordinaryUser(options.dataDir, binaries.postgres)
  const { cluster, password } = await initialise(binaries.initdb, runAs, options.dataDir)
  await endPreviousPostmaster(cluster)
  const port = options.port ?? (await freePort())
  const args = ['-D', cluster, '-p', String(port), '-h', '127.0.0.1', ...SETTINGS.flatMap((setting) => ['-c', setting])]
  // A session of its own: Ctrl-C in a terminal must not stop the database before those who still write to it.
  const child = spawn(...runAs(binaries.postgres, args), { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  const exited = lastWords(child)
  const url = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`
  const stop = () => stopServer(child, binaries.pgCtl, cluster)
  try {
    await ready(child, exited, url('postgres'), options.signal)
  } catch (error) {
    await stop()
    throw error
  }
  return { port, url, exited, stop }
}

function lastWords(child: ChildProcess): Promise<string> {
  let tail = ''
  child.stderr?.on('data', (chunk: Buffer) => (tail = (tail + chunk.toString()).slice(-8_000)))
  return new Promise((resolve) => {
    const end = () => resolve(reasonIn(tail) || `ended by ${child.signalCode ?? `exit code ${child.exitCode}`}`)
    child.once('error', (error) => resolve(error.message))
    child.once('close', end)
    child.once('exit', () => setTimeout(end, LAST_WORDS_MS).unref())
  })
}

async function ready(child: ChildProcess, exited: Promise<string>, url: string, signal: AbortSignal | undefined): Promise<void> {
  const last = performance.now() + RECOVERY_MS
  for (let deadline = performance.now() + READY_MS; performance.now() < Math.min(deadline, last); await sleep(30)) {
    signal?.throwIfAborted()
    if (ended(child)) throw new Error(`PostgreSQL did not start: ${await exited}`)
    const answer = await ask(url)
    if (answer === 'ready') return
    if (answer === 'recovering') deadline = performance.now() + READY_MS
  }
  throw new Error(`PostgreSQL did not answer within ${READY_MS / 1000} s`)
}

async function ask(connectionString: string): Promise<'ready' | 'recovering' | 'silent'> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 1000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return 'ready'
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '28P01') throw new Error('PostgreSQL does not accept the password of its own data directory', { cause: error })
    return code === '57P03' ? 'recovering' : 'silent'
  }
}

async function stopServer(child: ChildProcess, pgCtl: string, cluster: string): Promise<void> {
  for (const [signal, waitMs] of STOP_STEPS) {
    if (ended(child)) return
    // Windows has no signals; there pg_ctl sends what stands for them.
    if (process.platform === 'win32') execFile(pgCtl, ['-D', cluster, '-m', 'fast', 'stop'])
    else child.kill(signal)
    await Promise.race([once(child, 'exit'), sleep(waitMs, undefined, { ref: false })])
  }
}

function ended(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined
}
