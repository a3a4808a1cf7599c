import type { EventSource } from './batch-collector.ts'
import { collectBatches } from './batch-collector.ts'
import type { Address } from './address.ts'
import { classify, explained } from './failures.ts'
import type { EventBatch, LogPosition, SubscribeOptions } from './port.ts'
import { backoffMs, pause } from './waiting.ts'

export type OpenedSource = { readonly source: EventSource; stop(): Promise<void> }

/**
 * A subscription that runs until it is stopped. If the source ends (a slow reader, a lost connection, a new leader, a
 * server going down), it opens another from the last place handed on, ever more slowly while nothing comes.
 */
export async function* subscription(
  options: SubscribeOptions,
  closing: AbortSignal,
  address: Address,
  open: (after: LogPosition | undefined) => OpenedSource,
): AsyncGenerator<EventBatch> {
  const signal = options.signal ? AbortSignal.any([options.signal, closing]) : closing
  let after = options.after
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const { source, stop } = open(after)
    let reason = 'the server ended the subscription'
    const batches = collectBatches(source, { maxBatch: options.maxBatch ?? 500, patient: options.patient })
    signal.addEventListener('abort', batches.end)
    try {
      for (let batch = await batches.next(); batch && !signal.aborted; batch = await batches.next()) {
        after = batch.through ?? after
        attempt = 0
        yield { ...batch, through: after ?? null }
      }
    } catch (thrown) {
      reason = await reasonOf(thrown, address, attempt)
    } finally {
      signal.removeEventListener('abort', batches.end)
      stop().catch(() => {})
    }
    if (signal.aborted) return
    const retryInMs = backoffMs(attempt)
    options.onInterruption?.({ attempt: attempt + 1, retryInMs, reason })
    await pause(retryInMs, signal)
  }
}

/** A first break is mended at once; only one that lasts is worth a connection of our own to say why. */
async function reasonOf(thrown: unknown, address: Address, attempt: number): Promise<string> {
  const failure = classify(thrown, address, 'read $all')
  if (!('error' in failure)) return failure.kind
  return (attempt > 0 ? await explained(failure.error, address) : failure.error).message
}
