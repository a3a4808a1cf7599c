import { setTimeout as sleep } from 'node:timers/promises'
import { allReadModels } from '@outstanding/read-models'
import { followLog } from './follow-log.ts'
import { haltInWords } from './halt-in-words.ts'
import type { RunEnd, RunOptions } from './run-end.ts'
import { takeOver } from './take-over.ts'

const waitsMs = [50, 100, 250, 500, 1_000, 2_000, 5_000]
/** How soon a halted projection is tried again: the log may be back, or its stream parked. */
const haltedMs = 2_000

/**
 * Projects the log into the read models until it is stopped. Builds first those that are missing or of another version. Throws when
 * the database cannot be used at the start; later failures are waited out. After each the position is read again from the database,
 * the log is checked to be the same, and read from there on: neither side is believed to be where it was.
 */
export async function runProjector(options: RunOptions): Promise<RunEnd> {
  const { signal, report, models = allReadModels } = options
  const taken = await takeOver({ ...options, models })
  if ('kind' in taken) return taken
  let [live, reported] = [false, '']
  const onLive = (): void => {
    if (!live) options.onLive()
    live = true
  }
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const went = await followLog({ ...options, models, onLive }, taken.epoch)
    if (went.kind === 'FENCED' || went.kind === 'STOPPED') return went
    if (went.progressed) [attempt, reported] = [0, '']
    const words = went.kind === 'HALTED' ? haltInWords(went.halt) : went.reason
    if (went.kind === 'INTERRUPTED') report(words)
    else if (words !== reported) options.onHalt(went.halt, words)
    if (went.kind === 'HALTED') reported = words
    await sleep(went.kind === 'HALTED' ? haltedMs : waitsMs[Math.min(attempt, waitsMs.length - 1)], undefined, { signal }).catch(() => {})
  }
  return { kind: 'STOPPED' }
}
