import type { Fact, Recorded } from '../../envelope.ts'
import { correctionIn } from '../events/entry-corrected.ts'
import { effectiveEntries } from '../history/history-at.ts'

/** A correction that stands, with the entry that it corrects. */
type CorrectionInForce = { readonly eventId: string; readonly entry: string }

/** The corrections that stand, whatever day they carry, in the order of the log. */
export const correctionsIn = <F extends Fact<string, unknown>>(events: readonly Recorded<F>[]): readonly CorrectionInForce[] =>
  effectiveEntries(events, null, null)
    .toSorted((a, b) => a.revision - b.revision)
    .flatMap((event) => {
      const correction = correctionIn(event)
      return correction === null ? [] : [{ eventId: event.eventId, entry: correction.entry }]
    })

/** Whether a correction corrects an entry, or a correction of it, and so on. */
export const leadsTo = (correction: string, entry: string, corrects: ReadonlyMap<string, string>): boolean => {
  for (let at = corrects.get(correction), steps = corrects.size; at !== undefined && steps > 0; at = corrects.get(at), steps -= 1)
    if (at === entry) return true
  return false
}
