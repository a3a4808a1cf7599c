import { setTimeout as sleep } from 'node:timers/promises'
import type { EventStore } from '@outstanding/event-store'
import type { SelfCheck } from '@outstanding/transparency-log'
import { newestSelfCheck, recordSelfCheck, treeSize } from '@outstanding/transparency-log'
import { connect } from '../connect.ts'
import { checkLog } from './check-log.ts'
import type { SinceDone } from './time-since.ts'
import { sinceDone } from './time-since.ts'

export type SelfCheckOptions = {
  readonly databaseUrl: string
  readonly store: EventStore
  readonly signal: AbortSignal
  /** Hears of what was found wrong, and of checks that could not be made. */
  onProblem(problem: string): void
}

const lookMs = 10_000
const hourMs = 3_600_000
const dayMs = 24 * hourMs
const queryMs = 60_000
/** A check may take a twenty-fifth of the time, resting three quarters of it, however large the log. */
const sparing = 25

/**
 * Has the log read again and compared with its tree, until the signal, and keeps what was found: the register says so to everybody.
 * It runs in the projector, the one process that writes the tree.
 */
export async function keepSelfChecks(options: SelfCheckOptions): Promise<void> {
  const { signal, onProblem } = options
  const clock = sinceDone()
  let reported = ''
  while (!signal.aborted) {
    const problem = await checkIfDue(options, clock).catch((error: unknown) =>
      signal.aborted ? null : `the log could not be checked: ${error instanceof Error ? error.message : String(error)}`,
    )
    if (problem !== null && problem !== reported) onProblem(problem)
    reported = problem ?? ''
    await sleep(lookMs, undefined, { signal, ref: false }).catch(() => {})
  }
}

/** Null when all is well, or no check is due. */
async function checkIfDue({ databaseUrl, store, signal }: SelfCheckOptions, clock: SinceDone): Promise<string | null> {
  const client = await connect(databaseUrl, queryMs)
  try {
    const last = await newestSelfCheck(client)
    if (!isDue(last, await treeSize(client), last ? clock.since(last.checkedAt) : 0)) return last?.problem ?? null
    const start = performance.now()
    const found = await checkLog(client, store, signal)
    if (!found) return null
    await recordSelfCheck(client, { ...found, tookMs: Math.ceil(performance.now() - start) })
    clock.done()
    return found.problem
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Every hour in which something was recorded, at once when the log has doubled, when the log is shorter than what was checked, and
 * once a day whatever happens. `sinceMs`: since the last check.
 */
export function isDue(last: Pick<SelfCheck, 'tookMs' | 'events' | 'problem'> | null, size: number, sinceMs: number): boolean {
  if (last === null) return size > 0
  if (sinceMs < last.tookMs * sparing) return false
  if (sinceMs >= dayMs || last.problem !== null) return sinceMs >= hourMs
  return size < last.events || (size > last.events && (sinceMs >= hourMs || size >= last.events * 2))
}
