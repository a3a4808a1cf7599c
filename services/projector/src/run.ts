import { setTimeout as sleep } from 'node:timers/promises'
import type { Current } from '@outstanding/projection'
import {
  beginEmpty,
  ensureStableSchema,
  lockBuilds,
  readCurrent,
  readModelVersion,
  switchTo,
  takeEpoch,
  unlockBuilds,
} from '@outstanding/projection'
import { allReadModels } from '@outstanding/read-models'
import { migrateTransparency } from '@outstanding/transparency-log'
import type pg from 'pg'
import { connect } from './connect.ts'
import { followLog } from './follow-log.ts'
import { haltInWords } from './halt-in-words.ts'
import { buildFrom } from './rebuild.ts'
import type { RunEnd, RunOptions } from './run-end.ts'

const waitsMs = [50, 100, 250, 500, 1_000, 2_000, 5_000]
/** How soon a halted projection is tried again: the log may be back, or its stream parked. */
const haltedMs = 2_000

/**
 * Projects the log into the read models until it is stopped. Builds them first where there are none of this release. Throws when
 * the database cannot be used at the start; later failures are waited out. After each the position is read again from the database,
 * the log is checked to be the same, and read from there on: neither side is believed to be where it was.
 */
export async function runProjector(options: RunOptions): Promise<RunEnd> {
  const { signal, report } = options
  const taken = await takeOver(options)
  if ('kind' in taken) return taken
  let [live, reported] = [false, '']
  const onLive = (): void => {
    if (!live) options.onLive()
    live = true
  }
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const went = await followLog({ ...options, onLive }, taken.epoch)
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

/** Becomes the one writer of the read models of this release, building them where they are missing. */
async function takeOver(options: RunOptions): Promise<Current | RunEnd> {
  const client = await connect(options.databaseUrl)
  try {
    const { sortsNames } = await ensureStableSchema(client)
    if (!sortsNames) options.report('names are sorted by the bytes of their characters: this PostgreSQL was built without ICU')
    await migrateTransparency(client)
    const found = await readCurrent(client)
    if (found && found.version > readModelVersion)
      return {
        kind: 'FENCED',
        reason: `read models of version ${found.version} are current; this release writes version ${readModelVersion}`,
      }
    if (found?.version !== readModelVersion) {
      const built = await buildFrom(options.store, options)
      if (!built.ok && (found || built.why !== 'POISON')) return { kind: 'FENCED', reason: built.problem }
      // Nothing to read at all would be worse than everything up to the event that cannot be projected.
      if (!built.ok) await beginAtTheBeginning(client)
    }
    return (await takeEpoch(client)) ?? { kind: 'FENCED', reason: 'no read models are current' }
  } finally {
    await client.end().catch(() => {})
  }
}

async function beginAtTheBeginning(client: pg.Client): Promise<void> {
  if (!(await lockBuilds(client))) return
  await switchTo(client, await beginEmpty(client, allReadModels), { stepBack: false, whileBothStand: async () => {} })
  await unlockBuilds(client)
}
