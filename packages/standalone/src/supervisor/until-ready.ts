import { setTimeout as sleep } from 'node:timers/promises'

const LIMIT_MS = 120_000
const ASK_EVERY_MS = 100

/** Resolves when the product says of itself that it is ready; after two minutes throws what it says is missing. */
export async function untilReady(url: string, signal: AbortSignal): Promise<void> {
  let answer = 'no answer'
  for (const end = Date.now() + LIMIT_MS; Date.now() < end; await sleep(ASK_EVERY_MS)) {
    signal.throwIfAborted()
    try {
      const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) })
      answer = await response.text()
      if (response.ok) return
    } catch {
      answer = 'no answer'
    }
  }
  throw new Error(`it did not become ready within ${LIMIT_MS / 1000} s: ${answer}`)
}
