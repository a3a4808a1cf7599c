import { setTimeout as sleep } from 'node:timers/promises'

const LIMIT_MS = 120_000
const ASK_EVERY_MS = 100

/**
 * Resolves when the product says of itself that it is ready. After two minutes it resolves with what the product says is missing:
 * it runs and answers all the same, for example up to an event that cannot be projected.
 */
export async function untilReady(url: string, signal: AbortSignal): Promise<string | undefined> {
  let answer = 'no answer'
  for (const end = performance.now() + LIMIT_MS; performance.now() < end; await sleep(ASK_EVERY_MS)) {
    signal.throwIfAborted()
    try {
      const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]) })
      answer = await response.text()
      if (response.ok) return undefined
    } catch {
      answer = 'no answer'
    }
  }
  return answer
}
