import type { Fact, IsoDate, Recorded } from '../../envelope.ts'
import type { AttributeReader } from '../provenance/attribute.ts'
import { effectiveEntries } from './history-at.ts'

/**
 * What a stream amounted to after each of its events, in the order of the log, of the world up to `asAt` (null: any day): each state is
 * `historyAt` of the events up to there. What adds to the end is only added; a correction, or what comes late, is folded anew.
 */
export const statesAsRecorded = <State, F extends Fact<string, unknown>>(
  telling: Pick<AttributeReader<State, F>, 'initial' | 'evolve'>,
  events: readonly Recorded<F>[],
  asAt: IsoDate | null,
): readonly State[] => {
  let state = telling.initial
  let lastDay = ''
  return events.map((event, index) => {
    const day = event.metadata.effectiveOn
    if (event.type !== 'EntryCorrected' && day >= lastDay) {
      if (asAt !== null && day > asAt) return state
      lastDay = day
      state = telling.evolve(state, event)
      return state
    }
    const entries = effectiveEntries(events.slice(0, index + 1), null, asAt)
    lastDay = entries.at(-1)?.metadata.effectiveOn ?? ''
    state = entries.reduce((so, entry) => telling.evolve(so, entry), telling.initial)
    return state
  })
}
