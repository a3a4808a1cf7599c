import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a running product tells the command line of the same machine. Readable by its owner only: the URLs hold passwords. */
export type RunFile = {
  readonly pid: number
  /** The public address, `http://host:port`. */
  readonly url: string
  readonly databaseUrl: string
  readonly apiDatabaseUrl: string
  readonly operatorDatabaseUrl: string
  readonly eventStoreUrl: string
}

const NAME = 'run.json'

export async function writeRunFile(dataDir: string, run: RunFile): Promise<void> {
  const fresh = join(dataDir, `${NAME}.fresh`)
  await rm(fresh, { force: true })
  await writeFile(fresh, `${JSON.stringify(run, undefined, 2)}\n`, { mode: 0o600 })
  await rename(fresh, join(dataDir, NAME))
}

/** What was written last; it may be stale after a kill -9, so it counts only while the directory is locked. */
export async function readRunFile(dataDir: string): Promise<RunFile | undefined> {
  try {
    return JSON.parse(await readFile(join(dataDir, NAME), 'utf8')) as RunFile
  } catch {
    return undefined
  }
}

export async function removeRunFile(dataDir: string): Promise<void> {
  await rm(join(dataDir, NAME), { force: true })
}
