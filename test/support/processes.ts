import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export type ProcessRow = { readonly pid: number; readonly command: string }

/** All living descendants of a process. */
export async function descendantsOf(pid: number): Promise<readonly ProcessRow[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,stat=,args='])
  const rows = stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .flatMap((match) =>
      match && !match[3]?.startsWith('Z') ? [{ pid: Number(match[1]), parent: Number(match[2]), command: match[4] ?? '' }] : [],
    )
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
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,stat='])
  const living = new Set(stdout.split('\n').flatMap((line) => (/Z/.test(line) ? [] : [Number(line.trim().split(/\s+/)[0])])))
  return rows.filter(({ pid }) => living.has(pid))
}
