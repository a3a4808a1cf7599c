import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { roles } from '@outstanding/domain'
import { z } from 'zod'

const issued = z.object({
  id: z.uuid(),
  /** The opaque id of its holder. No name is stored. */
  person: z.uuid(),
  role: z.enum(roles),
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type IssuedToken = z.infer<typeof issued>

const fileOf = (dir: string): string => join(dir, 'issued-tokens.jsonl')

/** Notes a token beside the keys that signed it (0600), so that it can be found and ended. The token itself is not kept. */
export const noteIssued = (dir: string, token: IssuedToken): Promise<void> =>
  appendFile(fileOf(dir), `${JSON.stringify(token)}\n`, { mode: 0o600 })

/** Every token that was issued here, the oldest first. A line that was cut off is left out. */
export async function listIssued(dir: string): Promise<readonly IssuedToken[]> {
  const text = await readFile(fileOf(dir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    const read = issued.safeParse(parsed(line))
    return read.success ? [read.data] : []
  })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
