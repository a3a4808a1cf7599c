import { setTimeout as sleep } from 'node:timers/promises'
import { allReadModels } from '@outstanding/read-models'
import type { EventStore } from '@outstanding/event-store'
import { followLog } from './follow-log.ts'
import { haltInWords } from './halt-in-words.ts'
import { parkingStream } from './parking/read-parking.ts'
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
  const taken = await takeOverInTheEnd({ ...options, models })
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

type Taken = Exclude<Awaited<ReturnType<typeof takeOver>>, { kind: 'HALTED' }>

/** As long as this release cannot read what is there, it waits for a stream to be parked, or to be replaced by another release. */
async function takeOverInTheEnd(options: Parameters<typeof takeOver>[0]): Promise<Taken | RunEnd> {
  const { signal, store, onHalt } = options
  let reported = ''
  while (!signal.aborted) {
    const before = await parkingActs(store)
    const taken = await takeOver(options)
    if (!('kind' in taken) || taken.kind !== 'HALTED') return taken
    const words = haltInWords(taken.halt)
    if (words !== reported) onHalt(taken.halt, words)
    reported = words
    do await sleep(haltedMs, undefined, { signal }).catch(() => {})
    while (!signal.aborted && (await parkingActs(store)) === before)
  }
  return { kind: 'STOPPED' }
}

/** How many there are; null while the store is away. */
const parkingActs = (store: EventStore): Promise<number | null> =>
  store.readStream(parkingStream).then(
    ({ length }) => length,
    () => null,
  )
