import type { Fact, Recorded } from '../../envelope.ts'
import type { AttributeReader } from './attribute.ts'
import { changesBetween, type Change } from '../difference/changes.ts'
import { statesAsRecorded } from '../history/states-as-recorded.ts'

/**
 * What each event of a stream changed on its item when it was recorded, one list an event: of a correction all that it put right, and
 * nothing of a late entry that a later one had overtaken. `events` are all from the first on, in the order of the log.
 */
export const effectsOf = <State, F extends Fact<string, unknown>, Field extends string>(
  telling: AttributeReader<State, F, Field>,
  events: readonly Recorded<F>[],
): readonly (readonly Change<Field>[])[] => {
  let before = telling.values(telling.initial)
  return statesAsRecorded(telling, events, null).map((state) => {
    const after = telling.values(state)
    const changes = changesBetween(before, after)
    before = after
    return changes
  })
}
