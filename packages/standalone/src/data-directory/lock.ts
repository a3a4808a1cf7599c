import { DatabaseSync } from 'node:sqlite'

export type Lock = { release(): void }

/**
 * A lock of the operating system, taken through SQLite because Node itself offers none: it ends with the process that
 * holds it, so a kill -9 leaves nothing behind and no process number has to be believed. Undefined when it is held.
 */
export function takeLock(file: string): Lock | undefined {
  const database = new DatabaseSync(file)
  try {
    database.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    database.close()
    if (isBusy(error)) return undefined
    throw error
  }
  return { release: () => database.close() }
}

function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5
  return (error as { errcode?: number }).errcode === SQLITE_BUSY
}
