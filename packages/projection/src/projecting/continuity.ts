import type { LogEvent } from '../timeline/log-event.ts'

export type Continuity =
  | { readonly ok: true; readonly last: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly event: LogEvent; readonly reason: string }

/**
 * Log positions are not consecutive, so this is how a lost event shows: each stream goes up by one from 0.
 * `known` holds the last revision of each stream of the batch that was seen before; `last` what it is after it.
 */
export function checkContinuity(events: readonly LogEvent[], known: ReadonlyMap<string, number>): Continuity {
  const last = new Map<string, number>()
  for (const event of events) {
    const before = last.get(event.stream) ?? known.get(event.stream) ?? -1
    if (event.revision !== before + 1)
      return { ok: false, event, reason: `revision ${event.revision} of the stream follows revision ${before}; ${before + 1} was expected` }
    last.set(event.stream, event.revision)
  }
  return { ok: true, last }
}
