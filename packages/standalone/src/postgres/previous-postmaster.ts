import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const STEPS = [
  { signal: undefined, waitMs: 3_000 },
  { signal: 'SIGINT', waitMs: 20_000 },
  { signal: 'SIGQUIT', waitMs: 10_000 },
] as const

/**
 * A PostgreSQL that still runs in `cluster`, left by a killed parent: waited for, as it is most often just shutting
 * down, then stopped. The caller holds the lock of the directory, so it cannot be in use by a living product.
 * What a killed server left working is ended too: it would write to the same files as the next one.
 */
export async function endPreviousPostmaster(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  for (const { signal, waitMs } of STEPS) {
    const pid = livePostmaster(file)
    if (pid === undefined) break
    if (signal) process.kill(pid, signal)
    await until(waitMs, () => livePostmaster(file) === undefined)
  }
  const pid = livePostmaster(file)
  if (pid !== undefined) throw new Error(`another PostgreSQL (process ${pid}) still runs in ${cluster} and does not stop`)
  await endOrphans(cluster)
  await putOurNumberIn(file)
}

/**
 * The number in a stale file may meanwhile be a stranger's process, which PostgreSQL would take for its own. Our own number it
 * passes over, and it goes on to check by the rest of the file that nobody uses the old server's shared memory: so the file stays.
 */
async function putOurNumberIn(file: string): Promise<void> {
  if (!existsSync(file)) return
  const [, ...rest] = readFileSync(file, 'utf8').split('\n')
  const text = Buffer.from([process.pid, ...rest].join('\n'))
  // In place: on a full disk an emptied file could not be filled again, and PostgreSQL refuses to start beside an empty one.
  const handle = await open(file, 'r+')
  try {
    await handle.write(text, 0, text.length, 0)
    await handle.truncate(text.length)
  } finally {
    await handle.close()
  }
}

/** Without its postmaster a server process ends at its next pause; one in a long statement has none. Where there is no /proc, PostgreSQL itself refuses to start beside them. */
async function endOrphans(cluster: string): Promise<void> {
  if (process.platform !== 'linux' || !existsSync(cluster)) return
  const directory = realpathSync(cluster)
  for (const [signal, waitMs] of [
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    for (const pid of workersIn(directory)) kill(pid, signal)
    await until(waitMs, () => workersIn(directory).length === 0)
  }
}

function workersIn(directory: string): readonly number[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      const works = /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`) === directory && isPostgres(Number(name))
      return works ? [Number(name)] : []
    } catch {
      return []
    }
  })
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended meanwhile.
  }
}

async function until(waitMs: number, isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + waitMs; !isSo() && performance.now() < end;) await sleep(50)
}

function livePostmaster(file: string): number | undefined {
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 0 && isPostgres(pid) ? pid : undefined
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return /postgres/.test(commandLine(pid))
  } catch {
    return false
  }
}

function commandLine(pid: number): string {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  if (process.platform === 'win32') return execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH']).toString()
  return execFileSync('ps', ['-p', String(pid), '-o', 'command=']).toString()
}
