import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LogKeys } from '../keys/log-keys.ts'
import { loadOrCreateKeys, witnessKeyTypes } from '../keys/log-keys.ts'
import type { VerifierKey } from '../note/keys.ts'
import { parseKey, printKey } from '../note/keys.ts'

/** What a witness keeps: its own keys, the log's, the newest head that it cosigned, and evidence of what it refused. */
export type WitnessState = {
  readonly keys: LogKeys
  /** Empty before the first meeting. */
  logKeys(): Promise<readonly VerifierKey[]>
  pinLogKeys(keys: readonly VerifierKey[]): Promise<void>
  head(): Promise<string | null>
  /** On the disk before it resolves: a witness that forgets a head could sign another. */
  keepHead(note: string): Promise<void>
  /** The directory in which the files now are. */
  keepEvidence(files: Readonly<Record<string, string>>): Promise<string>
}

export async function openWitnessState(directory: string, name?: string): Promise<WitnessState> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const keys = await loadOrCreateKeys(
    join(directory, 'witness-keys.json'),
    witnessKeyTypes,
    name ?? `witness.local/${randomBytes(4).toString('hex')}`,
  )
  const read = (file: string): Promise<string | null> =>
    readFile(join(directory, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
  return {
    keys,
    async logKeys() {
      const lines = ((await read('log-keys.txt')) ?? '').split('\n').filter((line) => line !== '')
      return lines.map((line) => {
        const key = parseKey(line)
        if (!key) throw new Error(`${join(directory, 'log-keys.txt')} holds a line that is no key`)
        return key
      })
    },
    pinLogKeys: (logKeys) => replace(directory, 'log-keys.txt', logKeys.map((key) => `${printKey(key)}\n`).join('')),
    head: () => read('head.txt'),
    keepHead: (note) => replace(directory, 'head.txt', note),
    async keepEvidence(files) {
      const evidence = join(directory, 'evidence', new Date().toISOString().replaceAll(':', '-'))
      await mkdir(evidence, { recursive: true })
      for (const [file, text] of Object.entries(files)) await writeFile(join(evidence, file), text)
      return evidence
    },
  }
}

async function replace(directory: string, file: string, text: string): Promise<void> {
  const fresh = join(directory, `${file}.fresh`)
  const handle = await open(fresh, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(fresh, join(directory, file))
  await syncDirectory(directory)
}

/** The rename itself is then on the disk. Where directories cannot be opened (Windows), the file system sees to it. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}
