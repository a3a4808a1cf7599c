import type { Recorded, RecommendationEvent } from '@outstanding/domain'
import { historyAt, recommendationDecider } from '@outstanding/domain'
import { parseStream } from '@outstanding/event-store'
import { readEntries } from '@outstanding/read-models'
import type { Basis } from '../reading/basis.ts'
import { now } from '../reading/basis.ts'
import type { View } from '../reading/reading.ts'
import type { Origin } from './as-known.ts'
import { contextShown } from './as-known.ts'

type Entries = readonly Recorded<RecommendationEvent>[]

/** A recommendation's entries up to a place of the log. */
export const entriesOf = async ({ snapshot }: View, id: string, upTo: string | null): Promise<Entries> =>
  (await readEntries(snapshot, id, upTo)) as Entries

const stateOf = (entries: Entries) => historyAt(recommendationDecider, entries, null, null)

/** Of entries whose issue is void: the last place at which it was not. Null where it is not void, or was never issued. */
export function placeBeforeVoid(entries: Entries): string | null {
  if (stateOf(entries).kind !== 'NOT_ISSUED') return null
  // Nothing but a correction takes an issue back.
  const last = entries.findLastIndex(
    ({ type }, index) => type === 'EntryCorrected' && stateOf(entries.slice(0, index)).kind !== 'NOT_ISSUED',
  )
  return last < 1 ? null : (entries[last - 1]?.position ?? null)
}

/**
 * What stays of a recommendation whose issue is void today; null where it is not, or not for this reader. The public is shown nothing of
 * it but, in the times when it stood, what it was shown then and would be still.
 */
export async function originOfVoid(view: View, id: string, { knownAt }: Basis): Promise<Origin | null> {
  const { aggregate, authority = null } = parseStream(id) ?? {}
  if (aggregate !== 'recommendation' || authority === null || (view.audience === 'PUBLIC' && knownAt === null)) return null
  const entries = await entriesOf(view, id, null)
  const last = entries.at(-1)
  const place = placeBeforeVoid(entries)
  if (!last || place === null) return null
  const state = await view.load.record(id, { asAt: null, knownAt: place })
  if (state.kind === 'NOT_ISSUED') return null
  const { report, publication } = state.kind === 'ISSUED' ? state.issued : state.listed
  const parent = state.kind === 'ISSUED' ? state.issued.parent : null
  const withheld = state.record.withheld !== null || (await view.load.record(id, now)).record.withheld !== null
  if (view.audience === 'PUBLIC' && (withheld || !(await contextShown(view, { report, parent }, now)))) return null
  const illustrative = publication.illustrative || entries.some(({ metadata }) => metadata.illustrative === true)
  return { id, authority, report, parent, illustrative, revision: last.revision, recordedAt: last.recordedAt }
}
