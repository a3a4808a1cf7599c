import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { withoutPasswords } from '../processes/without-passwords.ts'

export type LogFile = { readonly path: string; write(name: string, line: string): void; close(): Promise<void> }

export type LogBounds = {
  /** A file that would grow beyond so many bytes is put aside. */
  readonly fileBytes: number
  /** How many are kept besides the one that is written: `outstanding.log.1` is the newest. */
  readonly keptFiles: number
}

const BOUNDS: LogBounds = { fileBytes: 10_000_000, keptFiles: 5 }
const MAX_LINE_LENGTH = 64_000

/**
 * What all processes say on standard error, in one file of the data directory. It is bounded: a full file is put aside while
 * everything runs, and the oldest is dropped. A full disk costs lines, never the process; the next line that fits says how many.
 */
export async function openLogFile(dataDir: string, { fileBytes, keptFiles }: LogBounds = BOUNDS): Promise<LogFile> {
  const path = join(dataDir, 'logs', 'outstanding.log')
  mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o700 })
  let file: number | undefined
  let bytes = 0
  let lost = 0
  open()

  function open(): void {
    file = openSync(path, 'a', 0o600)
    bytes = fstatSync(file).size
  }

  function putAside(): void {
    if (file !== undefined) closeSync(file)
    file = undefined
    rmSync(`${path}.${keptFiles}`, { force: true })
    for (let n = keptFiles - 1; n >= 0; n -= 1) renameIfThere(n === 0 ? path : `${path}.${n}`, `${path}.${n + 1}`)
    open()
  }

  function append(line: string): void {
    const text = `${line}\n`
    if (file === undefined) open()
    if (bytes > 0 && bytes + Buffer.byteLength(text) > fileBytes) putAside()
    if (file !== undefined) bytes += writeSync(file, text)
  }

  return {
    path,
    write(name, line) {
      try {
        if (lost > 0) append(JSON.stringify({ name: 'supervisor', msg: `${lost} lines could not be written here` }))
        lost = 0
        append(withoutPasswords(line.startsWith('{') ? line.slice(0, MAX_LINE_LENGTH) : asFact(name, line)))
      } catch {
        lost += 1
      }
    },
    async close() {
      if (file !== undefined) closeSync(file)
      file = undefined
    },
  }
}

const asFact = (name: string, line: string): string =>
  JSON.stringify({ name, time: new Date().toISOString(), msg: line.slice(0, MAX_LINE_LENGTH) })

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
