import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadOrCreateTokenKeys, type TokenKeys } from '@outstanding/identity'

/** Where the keys of this installation's tokens are, and the list of those issued. */
export const tokenDirOf = (dataDir: string): string => join(dataDir, 'keys')

/** The keys of this installation's tokens, in `<dataDir>/keys`; made at first use, also before the first start. */
export async function tokenKeysOf(dataDir: string): Promise<TokenKeys> {
  const directory = tokenDirOf(dataDir)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  return loadOrCreateTokenKeys(directory)
}
