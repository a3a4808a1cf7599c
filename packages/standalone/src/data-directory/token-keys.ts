import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadOrCreateTokenKeys, type TokenKeys } from '@outstanding/identity'

/** The keys of this installation's tokens, in `<dataDir>/keys`; made at first use, also before the first start. */
export async function tokenKeysOf(dataDir: string): Promise<TokenKeys> {
  const directory = join(dataDir, 'keys')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  return loadOrCreateTokenKeys(directory)
}
