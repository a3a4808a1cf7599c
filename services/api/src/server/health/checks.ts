import { comparePositions } from '@outstanding/event-store'
import type { EventStore } from '@outstanding/event-store'
import type { Halt, ReadModels } from '@outstanding/projection'
import type { HealthCheck } from '@outstanding/runtime'

/** What the API itself needs to answer, and what it shows with every answer. */
export type Readiness = {
  /** The log, and read models that have once caught up with it. */
  readonly checks: Readonly<Record<string, HealthCheck>>
  /** The version of each read model by its name, as of the last check; empty before the first projection. */
  versions(): Readonly<Record<string, number>>
}

export function readinessOf(store: EventStore, readModels: Pick<ReadModels, 'status'>): Readiness {
  let caughtUp = false
  let versions: Readonly<Record<string, number>> = {}
  const checks = {
    'event store': async () => {
      await store.head({ timeoutMs: 1_500 })
      return undefined
    },
    'read models': async () => {
      const status = await readModels.status()
      versions = Object.fromEntries((status?.models ?? []).map(({ name, version }) => [name, version]))
      if (!status) return 'have not been built yet'
      if (status.halted) return haltForEverybody(status.halted)
      if (!status.isReadable) return 'are those of another release; run "outstanding status" on the server'
      const head = caughtUp ? null : await store.head({ timeoutMs: 1_500 })
      caughtUp ||= head === null || (status.position !== null && comparePositions(status.position, head) >= 0)
      return caughtUp ? undefined : 'are catching up with the log'
    },
  }
  return { checks, versions: () => versions }
}

/**
 * Every connection of the read models taken for longer than any request may take: nobody will give them back. `maxMs` is the time
 * limit of a request.
 */
export function allTakenFor(readModels: Pick<ReadModels, 'load'>, maxMs: number): string | undefined {
  const { max, taken, longestTakenMs } = readModels.load()
  if (taken < max || longestTakenMs < 4 * maxMs) return undefined
  return `All ${max} database connections for reading have been taken for ${Math.round(longestTakenMs / 1000)} s.`
}

/** What anybody may know of it; `outstanding status` on the server says all. */
function haltForEverybody(halt: Halt): string {
  const whatToDo = 'run "outstanding status" on the server'
  if (halt.kind === 'LOG') return `are halted: the log is a different one, or it was restored to an earlier state; ${whatToDo}`
  if (halt.kind !== 'EVENT') return `are halted: they are not complete; ${whatToDo}`
  // The id of a person is nobody's business.
  const stream = halt.stream.startsWith('person-') ? "a person's stream" : halt.stream
  if (halt.wasProjected)
    return `are halted: this release cannot read event ${halt.index} of the log (${halt.type}, revision ${halt.revision} of ${stream}), which an earlier release recorded; ${whatToDo}`.slice(
      0,
      500,
    )
  return `are halted before event ${halt.index} of the log (${halt.type}, revision ${halt.revision} of ${stream}), which cannot be projected; ${whatToDo}`.slice(
    0,
    500,
  )
}
