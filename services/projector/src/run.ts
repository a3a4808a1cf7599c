import type { EventStore } from '@outstanding/event-store'
import { comparePositions } from '@outstanding/event-store'
import type { Current } from '@outstanding/read-models'
import {
  beginEmpty,
  countByStreams,
  ensureStableSchema,
  lockBuilds,
  readCurrent,
  readModelVersion,
  switchTo,
  takeEpoch,
  unlockBuilds,
} from '@outstanding/read-models'
import { migrateTransparency } from '@outstanding/transparency-log'
import type pg from 'pg'
import { buildFrom } from './rebuild.ts'
import { toWrittenEvent } from './to-log-event.ts'
import { connect } from './connect.ts'
import type { RunEnd, RunOptions } from './run-end.ts'
import { catchUpLeaves } from './transparency/catch-up-leaves.ts'
import { openWriter } from './writer.ts'

/**
 * Projects the log into the read models until it is stopped. Builds them first where there are none of this release. Throws when
 * the database or the store cannot be reached at the start; later failures are waited out.
 */
export async function runProjector(options: RunOptions): Promise<RunEnd> {
  const { store, signal, report } = options
  const current = await takeOver(options)
  if ('kind' in current) return current
  const missing = await catchUpLeaves(options, current)
  if (missing) return missing
  const writer = await openWriter({ databaseUrl: options.databaseUrl, signal, onProblem: report }, current)
  let live = false
  try {
    const subscribing = { after: current.position ?? undefined, signal, onInterruption: ({ reason }: { reason: string }) => report(reason) }
    for await (const { events, through, caughtUp } of store.subscribeToAll(subscribing)) {
      const written = await writer.write({ events: events.map(toWrittenEvent), through })
      if (written.kind !== 'WRITTEN') return written
      if (!caughtUp || live) continue
      live = true
      options.onLive()
    }
    return { kind: 'STOPPED' }
  } finally {
    await writer.close()
  }
}

/** Becomes the one writer of the read models of this release, building them where they are missing. */
async function takeOver(options: RunOptions): Promise<Current | RunEnd> {
  const client = await connect(options.databaseUrl)
  try {
    await ensureStableSchema(client)
    await migrateTransparency(client)
    const found = await readCurrent(client)
    if (found && found.version > readModelVersion)
      return {
        kind: 'FENCED',
        reason: `read models of version ${found.version} are current; this release writes version ${readModelVersion}`,
      }
    const fault = found && ((await aheadOfLog(options.store, found)) ?? (await incomplete(client, found)))
    if (fault) return { kind: 'UNSOUND', reason: fault }
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
  await switchTo(client, await beginEmpty(client), { stepBack: false, whileBothStand: async () => {} })
  await unlockBuilds(client)
}

/** After a restore of the log from a backup, what was projected may no longer be in it: then nothing must be skipped. */
async function aheadOfLog(store: EventStore, { position, schema }: Current): Promise<string | null> {
  if (position === null) return null
  const head = await store.head()
  if (head !== null && comparePositions(head, position) >= 0) return null
  return `the read models (${schema}) were built up to position ${position}, but the log ends at ${head ?? 'its beginning'}: this log is not the one they were built from, or it was set back. Rebuild them with \`outstanding rebuild\`.`
}

/** Every event is one step of its stream: the events counted are the sum of the last revisions plus one. */
async function incomplete(client: pg.Client, { schema, version, events }: Current): Promise<string | null> {
  if (version !== readModelVersion) return null
  const expected = await countByStreams(client, schema)
  if (expected === events) return null
  return `the read models (${schema}) counted ${events} events, but their streams hold ${expected}. Rebuild them with \`outstanding rebuild\`.`
}
