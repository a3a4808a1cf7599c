import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'

export type ProcessRow = { readonly pid: number; readonly parent: number; readonly command: string }

/** All living descendants of a process. */
export async function descendantsOf(pid: number): Promise<readonly ProcessRow[]> {
  const rows = await livingProcesses()
  const found = new Set([pid])
  for (let size = 0; size !== found.size;) {
    size = found.size
    for (const row of rows) if (found.has(row.parent)) found.add(row.pid)
  }
  found.delete(pid)
  return rows.filter((row) => found.has(row.pid))
}

/** Those of the given processes that still live. */
export async function stillAlive(rows: readonly ProcessRow[]): Promise<readonly ProcessRow[]> {
  const living = new Set((await livingProcesses()).map(({ pid }) => pid))
  return rows.filter(({ pid }) => living.has(pid))
}

/** Without those that have ended and only wait to be collected. A bare Debian has no `ps`, but it has /proc. */
async function livingProcesses(): Promise<readonly ProcessRow[]> {
  if (existsSync('/proc/self/stat')) return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? fromProc(Number(name)) : []))
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,stat=,args='])
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, state, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
    return pid === undefined || state?.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent), command }]
  })
}

function fromProc(pid: number): ProcessRow[] {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return state === 'Z' ? [] : [{ pid, parent: Number(parent), command }]
  } catch {
    return []
  }
}
