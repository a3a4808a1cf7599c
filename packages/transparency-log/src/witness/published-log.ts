import type { PublishedLog } from './witness.ts'

const timeoutMs = 15_000
const maxBytes = 1 << 20

/** A log by the address of its installation, as `https://outstanding.example.gov.uk`. Every call throws a sentence when it fails. */
export function publishedLog(url: string): PublishedLog {
  const base = `${url.replace(/\/$/, '')}/.well-known/outstanding/`
  const get = async (path: string): Promise<Buffer> => {
    const response = await ask(base + path)
    if (!response.ok)
      throw new Error(`${base}${path} answered ${response.status}: ${(await bodyOf(response)).toString('utf8').trim().slice(0, 200)}`)
    return bodyOf(response)
  }
  return {
    checkpoint: async () => (await get('checkpoint')).toString('utf8'),
    keys: async () => (await get('keys')).toString('utf8'),
    tile: get,
    async offer(note) {
      const response = await ask(`${base}cosignature`, {
        method: 'POST',
        body: note,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      })
      return response.ok ? null : (await bodyOf(response)).toString('utf8').trim().slice(0, 200)
    },
  }
}

async function ask(address: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    throw new Error(`${address} cannot be reached: ${cause}`, { cause: error })
  }
}

async function bodyOf(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > maxBytes) throw new Error(`${response.url} answers with more than ${maxBytes} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
