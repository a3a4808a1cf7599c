import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const STEPS = [
  { signal: undefined, waitMs: 3_000 },
  { signal: 'SIGINT', waitMs: 20_000 },
  { signal: 'SIGQUIT', waitMs: 10_000 },
] as const

/**
 * A PostgreSQL that still runs in `cluster`, left by a killed parent: waited for, as it is most often just shutting
 * down, then told to stop. The caller holds the lock of the directory, so it cannot be in use by a living product.
 */
export async function endPreviousPostmaster(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  for (const { signal, waitMs } of STEPS) {
    const pid = livePostmaster(file)
    if (pid === undefined) break
    if (signal) process.kill(pid, signal)
    await gone(file, waitMs)
  }
  const pid = livePostmaster(file)
  if (pid !== undefined) throw new Error(`another PostgreSQL (process ${pid}) still runs in ${cluster} and does not stop`)
  // The number in a stale file may meanwhile be a stranger's process, which PostgreSQL would take for its own.
  await rm(file, { force: true })
}

async function gone(file: string, waitMs: number): Promise<void> {
  for (const end = Date.now() + waitMs; Date.now() < end; await sleep(50)) if (livePostmaster(file) === undefined) return
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
