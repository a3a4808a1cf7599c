import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { issueToken } from '@outstanding/identity'
import type { LoadSample } from '../sample-register/load-sample-register.ts'
import { tokenKeysOf } from '../data-directory/token-keys.ts'

const marker = (dataDir: string) => join(dataDir, 'sample.json')

/** Whether the sample register was loaded into this data directory, to its end. */
export async function isSampleLoaded(dataDir: string): Promise<boolean> {
  return readFile(marker(dataDir), 'utf8').then(
    () => true,
    () => false,
  )
}

type Loading = Pick<LoadSample, 'report' | 'signal' | 'takesSeeding'> & { readonly url: string }

/**
 * Loads the sample register through the public API, as any user's data; a load cut off goes on where it was. Throws the
 * signal's reason as soon as it is aborted.
 */
export async function loadSampleOnce(dataDir: string, { url, ...load }: Loading): Promise<void> {
  // Loaded only here: no later start needs it.
  const { loadSampleRegister } = await import('../sample-register/load-sample-register.ts')
  const token = await issueToken(await tokenKeysOf(dataDir), { role: 'administrator', name: 'Sample register' })
  await loadSampleRegister({ graphqlUrl: `${url}/graphql`, token, ...load })
  const fresh = `${marker(dataDir)}.fresh`
  await writeFile(fresh, `${JSON.stringify({ loadedAt: new Date().toISOString() })}\n`)
  await rename(fresh, marker(dataDir))
}
