import type { LogEvent } from '../timeline/log-event.ts'

export type Continuity =
  | { readonly ok: true; readonly last: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly event: LogEvent; readonly reason: string }

/**
 * Log positions are not consecutive, so a lost event is found by its stream: revisions go up by one from 0.
 * `lastRevisions` has the last revision of each stream of the batch before it; `last` has them after it.
 */
export function checkContinuity(events: readonly LogEvent[], lastRevisions: ReadonlyMap<string, number>): Continuity {
  const last = new Map<string, number>()
  for (const event of events) {
    const before = last.get(event.stream) ?? lastRevisions.get(event.stream) ?? -1
    if (event.revision !== before + 1)
      return { ok: false, event, reason: `revision ${event.revision} of the stream follows revision ${before}; ${before + 1} was expected` }
    last.set(event.stream, event.revision)
  }
  return { ok: true, last }
}
