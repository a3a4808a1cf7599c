import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore', timeout: 10_000 }).status === 0

/** Mounts a disk of that many megabytes over an empty directory. Throws where that is not permitted. */
export function mountSmallDisk(directory: string, megabytes: number): void {
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'outstanding-test', directory))
    throw new Error(`nothing can be mounted over ${directory}`)
}

export function unmount(directory: string): void {
  run('umount', directory)
}

/** Whether this process may mount disks: root on Linux may, in most containers nobody. */
export const mayMount = tryIt()

function tryIt(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const directory = mkdtempSync(join(tmpdir(), 'outstanding-mount-'))
  const isMounted = run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'outstanding-test', directory)
  if (isMounted) unmount(directory)
  rmdirSync(directory)
  return isMounted
}
