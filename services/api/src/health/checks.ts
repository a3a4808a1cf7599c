import { comparePositions } from '@outstanding/event-store'
import type { EventStore } from '@outstanding/event-store'
import type { ReadModels } from '@outstanding/read-models'
import type { HealthCheck } from '@outstanding/runtime'

/** What the API itself needs to answer: the log, and read models that have once caught up with it. */
export function healthChecks(store: EventStore, readModels: ReadModels): Readonly<Record<string, HealthCheck>> {
  let caughtUp = false
  return {
    'event store': async () => {
      await store.head({ timeoutMs: 1_500 })
      return undefined
    },
    'read models': async () => {
      const status = await readModels.status()
      if (!status) return 'have not been built yet'
      if (status.halted) return `are complete up to ${status.position ?? 'nothing'} and go no further`
      const head = caughtUp ? null : await store.head({ timeoutMs: 1_500 })
      caughtUp ||= head === null || (status.position !== null && comparePositions(status.position, head) >= 0)
      return caughtUp ? undefined : 'are catching up with the log'
    },
  }
}

/**
 * Every connection of the read models taken for longer than any request may take: nobody will give them back. `longestMs` is the time
 * limit of a request.
 */
export function allTakenFor(readModels: Pick<ReadModels, 'load'>, longestMs: number): string | undefined {
  const { most, taken, longestTakenMs } = readModels.load()
  if (taken < most || longestTakenMs < 4 * longestMs) return undefined
  return `All ${most} database connections for reading have been taken for ${Math.round(longestTakenMs / 1000)} s.`
}
