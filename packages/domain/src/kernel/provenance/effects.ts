import type { Fact, Recorded } from '../../envelope.ts'
import { changesBetween, type Change } from '../difference/changes.ts'
import { statesAsRecorded } from '../history/states-as-recorded.ts'
import type { AttributeReader } from './attribute.ts'
import { inDisplayOrder } from './display-order.ts'
import { strandsOf } from './split-history.ts'

/**
 * The changes that each event of a stream made to its item when it was recorded, one list per event: for a correction all it corrected, and
 * nothing for a late entry that a later one had already replaced. `events` are all from the first on, in the order of the log. An event is folded
 * only with those that bear on the same values.
 */
export const effectsOf = <State, F extends Fact<string, unknown>, Field extends string>(
  reader: AttributeReader<State, F, Field>,
  events: readonly Recorded<F>[],
): readonly (readonly Change<Field>[])[] => {
  const effects = new Map<string, Change<Field>[]>(events.map(({ eventId }) => [eventId, []]))
  for (const { facet, events: strand } of strandsOf(reader, events)) {
    let before = facet.values(reader.initial)
    for (const [index, state] of statesAsRecorded(reader, strand, null)) {
      const after = facet.values(state)
      effects.get((strand[index] as Recorded<F>).eventId)?.push(...changesBetween(before, after))
      before = after
    }
  }
  return events.map(({ eventId }) => inDisplayOrder(reader, effects.get(eventId) ?? []))
}
