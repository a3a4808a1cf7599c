import type { EventStore } from '@outstanding/event-store'
import { comparePositions } from '@outstanding/event-store'
import type { RecordedLeaf } from '@outstanding/transparency-log'
import { leafAt, leafHash, treeSize } from '@outstanding/transparency-log'
import type pg from 'pg'

/** How far something was derived from the log: `events` of them, the last at or before `position`. */
export type Reached = { readonly events: number; readonly position: string | null }

/**
 * Whether this log is still the one of which so much was seen: it does not end before, and the last event seen is there, at its
 * place and unaltered. Null when all is well, or nothing was seen yet; else one sentence. Throws when the store or the database
 * cannot be reached.
 */
export async function logFault(store: EventStore, client: pg.Client, { events, position }: Reached): Promise<string | null> {
  const head = position === null ? null : await store.head()
  if (position !== null && (head === null || comparePositions(head, position) < 0))
    return `the log ends at ${head === null ? 'its beginning' : `position ${head}`}, but ${events} events up to position ${position} had been seen: this is a different log, or it was restored to an earlier state`
  const leaf = events === 0 ? null : await leafAt(client, events - 1)
  return leaf && (await faultOfEvent(store, leaf))
}

/** As `logFault`, of the log whose events are the leaves of the transparency log: to be asked before they are signed. */
export async function treeFault(store: EventStore, client: pg.Client): Promise<string | null> {
  const events = await treeSize(client)
  const leaf = events === 0 ? null : await leafAt(client, events - 1)
  return logFault(store, client, { events, position: leaf?.position ?? null })
}

async function faultOfEvent(store: EventStore, leaf: RecordedLeaf): Promise<string | null> {
  const [found] = await store.readStream(leaf.stream, { from: leaf.revision, maxCount: 1 })
  const expected = `event ${leaf.index} of the log, revision ${leaf.revision} of ${leaf.stream}`
  if (found?.revision !== leaf.revision) return `${expected}, is missing: this is a different log, or it was restored to an earlier state`
  const hash = leafHash({ ...found, created: found.recordedAt })
  if (found.position === leaf.position && hash.equals(leaf.hash)) return null
  return `${expected}, differs from the one seen before: this is a different log, it was restored to an earlier state and written to, or it was altered`
}
