import type { Recorded, RecommendationEvent } from '@outstanding/domain'
import { historyAt, recommendationDecider, parseStream } from '@outstanding/domain'
import { readEntries } from '@outstanding/projection'
import { recommendationById } from './loaders.ts'
import type { AsOf } from '../as-of/as-of.ts'
import { knownUpTo } from '../as-of/as-of.ts'
import type { View } from '../as-of/read-session.ts'
import type { RecommendationNode } from './recommendation-node.ts'

type Entries = readonly Recorded<RecommendationEvent>[]

/** A recommendation whose issue was void in these times, as it was issued last; null where it was not void, or never issued. */
export async function asLastIssued(view: View, id: string, asOf: AsOf): Promise<RecommendationNode | null> {
  if (parseStream(id)?.aggregate !== 'recommendation') return null
  const entries = (await readEntries(view.snapshot, id, asOf.knownAt)) as Entries
  const last = entries.at(-1)
  const asIssuedAt = placeBeforeVoid(entries)
  if (!last || asIssuedAt === null) return null
  const before = await knownUpTo(view.snapshot, asIssuedAt, asOf.asAt)
  const row = await view.at(before).load(recommendationById, id, asOf.asAt)
  return row && { ...row, asOf, asIssuedAt, published: false, revision: last.revision, recordedAt: last.recordedAt }
}

/** The correction that made a recommendation's issue void, where the reader was shown the item until then. */
export async function voidedBy(view: View, id: string, asOf: AsOf): Promise<Recorded<RecommendationEvent> | null> {
  if (parseStream(id)?.aggregate !== 'recommendation') return null
  const entries = (await readEntries(view.snapshot, id, asOf.knownAt)) as Entries
  const asIssuedAt = placeBeforeVoid(entries)
  if (asIssuedAt === null) return null
  const correction = entries[entries.findIndex(({ position }) => position === asIssuedAt) + 1]
  if (correction === undefined) return null
  // Its report may have been published after its own last entry: what counts is what was shown when the correction came.
  const before = await knownUpTo(view.snapshot, String(BigInt(correction.position) - 1n), asOf.asAt)
  return (await view.at(before).load(recommendationById, id, asOf.asAt)) === null ? null : correction
}

const stateOf = (entries: Entries) => historyAt(recommendationDecider, entries, null, null)

/** Of entries whose issue is void: the last place at which it was not. */
function placeBeforeVoid(entries: Entries): string | null {
  if (stateOf(entries).kind !== 'NOT_ISSUED') return null
  // Nothing but a correction takes an issue back.
  const last = entries.findLastIndex(
    ({ type }, index) => type === 'EntryCorrected' && stateOf(entries.slice(0, index)).kind !== 'NOT_ISSUED',
  )
  return last < 1 ? null : (entries[last - 1]?.position ?? null)
}
