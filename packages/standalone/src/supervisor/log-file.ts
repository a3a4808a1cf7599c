import { createWriteStream } from 'node:fs'
import { mkdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type LogFile = { readonly path: string; write(name: string, line: string): void; close(): Promise<void> }

const KEEP_BYTES = 20_000_000

/** What all processes say on standard error, in one file of the data directory; a large one is put aside at a start. */
export async function openLogFile(dataDir: string): Promise<LogFile> {
  const path = join(dataDir, 'logs', 'outstanding.log')
  await mkdir(join(dataDir, 'logs'), { recursive: true, mode: 0o700 })
  const size = await stat(path).then(
    ({ size: bytes }) => bytes,
    () => 0,
  )
  if (size > KEEP_BYTES) await rename(path, `${path}.1`)
  const stream = createWriteStream(path, { flags: 'a', mode: 0o600 })
  return {
    path,
    write: (name, line) => void stream.write(line.startsWith('{') ? `${line}\n` : `${JSON.stringify({ name, msg: line })}\n`),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  }
}
