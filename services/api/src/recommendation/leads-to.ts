import { successorsOf, recommendationDecider } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { foldStream } from '../commands/fold-stream.ts'

/** Where a recommendation is carried on, by merger or succession: every one of the chain in its order, none twice, so that it ends. */
export async function leadsTo(store: EventStore, recommendation: string): Promise<readonly string[]> {
  const met = new Set([recommendation])
  for (const one of met) {
    const state = await foldStream(store, recommendationDecider, one)
    // A set that grows while it is gone through is gone through to its new end.
    for (const next of state ? successorsOf(state.record) : []) met.add(next)
  }
  return [...met].slice(1)
}
