import type { Address } from './address.ts'
import type { Failure } from './failures.ts'
import { classify, explained } from './failures.ts'
import { EventStoreError } from './port.ts'
import { backoffMs, pause, within } from './waiting.ts'

const attemptMs = 5_000

export type Persisting<T> = {
  /** What is asked of the store, to complete "may not ...". */
  readonly doing: string
  readonly timeoutMs: number
  /** One attempt, with the time it has; the outcome must not depend on how often it ran. */
  once(ms: number): Promise<T>
  /** The value of a failure that is an answer, else undefined. */
  expected(failure: Failure): T | undefined
}

/** Repeats passing failures until the time is over or `closing` is aborted; throws `EventStoreError` with the reason and what to do. */
export async function persist<T>(address: Address, closing: AbortSignal, { doing, timeoutMs, once, expected }: Persisting<T>): Promise<T> {
  const until = performance.now() + timeoutMs
  for (let attempt = 0; ; attempt += 1) {
    if (closing.aborted) throw new EventStoreError('closed', 'the event store was closed')
    const ms = Math.max(1, Math.min(attemptMs, until - performance.now()))
    try {
      return await within(ms + 250, once(ms))
    } catch (thrown) {
      const failure = classify(thrown, address, doing)
      const value = expected(failure)
      if (value !== undefined) return value
      if (failure.kind === 'final') throw failure.error
      const wait = backoffMs(attempt, 1_000)
      if (failure.kind !== 'passing') throw unexpected(failure.kind, address, thrown)
      if (performance.now() + wait >= until) throw await explained(failure.error, address)
      await pause(wait, closing)
    }
  }
}

function unexpected(kind: string, { shown }: Address, cause: unknown): EventStoreError {
  return new EventStoreError('refused', `The event store at ${shown} gave an answer that was not expected: ${kind}`, { cause })
}
