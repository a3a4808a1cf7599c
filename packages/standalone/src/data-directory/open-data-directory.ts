import { existsSync } from 'node:fs'
import { access, constants, mkdir, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { takeLock } from './lock.ts'
import { readRunFile } from './run-file.ts'

export type DataDirectory = {
  readonly path: string
  /** Gives the directory free for others; `forget` also removes one that this start made. */
  release(options?: { forget: boolean }): Promise<void>
}

export type Opened =
  | { readonly ok: true; readonly directory: DataDirectory }
  | { readonly ok: false; readonly problem: string; readonly isHeld: boolean }

/**
 * Makes the directory when it is new, and holds it until released or until this process ends, in whatever way. The
 * problem is one sentence: it cannot be written, or another process holds it.
 */
export async function openDataDirectory(path: string): Promise<Opened> {
  const isNew = !existsSync(path)
  try {
    await makeDirectory(resolve(path))
    await access(`${path}/.`, constants.W_OK)
    const lock = takeLock(join(path, 'lock'))
    if (lock === undefined) return { ok: false, problem: await heldBy(path), isHeld: true }
    return {
      ok: true,
      directory: {
        path,
        async release(options) {
          lock.release()
          if (options?.forget && isNew) await rm(path, { recursive: true, force: true })
        },
      },
    }
  } catch (error) {
    const reason = (error as { code?: string }).code ?? String(error)
    const problem = `the data directory ${path} cannot be written (${reason}); set OUTSTANDING_DATA_DIR to another one`
    return { ok: false, problem, isHeld: false }
  }
}

async function heldBy(path: string): Promise<string> {
  const run = await readRunFile(path)
  const where = run?.url === undefined ? '' : ` at ${run.url}`
  return `Outstanding is already running in ${path}${where}; stop it first, or set OUTSTANDING_DATA_DIR and OUTSTANDING_PORT for a second one`
}

/** With its parents, one by one: Node's own recursive way never ends where a parent is there and takes no directory, as in /proc. */
async function makeDirectory(path: string): Promise<void> {
  if (existsSync(path)) return
  if (dirname(path) !== path) await makeDirectory(dirname(path))
  await mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}
