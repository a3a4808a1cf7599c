import type { Fact, IsoDate, Recorded } from '../../envelope.ts'
import { correctionIn } from '../events/entry-corrected.ts'
import type { AttributeReader } from '../provenance/attribute.ts'
import { effectiveEntries } from './history-at.ts'

/**
 * The state of a stream after each of its events, in the order of the log: `historyAt` of the events so far, for the day `asAt` (null: any
 * day), with the index of the event. In-order events are folded incrementally. A correction or a late entry refolds the stream. A
 * generator, because the states of a long history together are large.
 */
export function* statesAsRecorded<State, F extends Fact<string, unknown>>(
  reader: Pick<AttributeReader<State, F>, 'initial' | 'evolve'>,
  events: readonly Recorded<F>[],
  asAt: IsoDate | null,
): Generator<readonly [index: number, state: State]> {
  let state = reader.initial
  let lastDay = ''
  for (const [index, event] of events.entries()) {
    const day = event.metadata.effectiveOn
    if (correctionIn(event) !== null || day < lastDay) {
      const entries = effectiveEntries(events.slice(0, index + 1), null, asAt)
      lastDay = entries.at(-1)?.metadata.effectiveOn ?? ''
      state = entries.reduce((so, entry) => reader.evolve(so, entry), reader.initial)
    } else if (asAt === null || day <= asAt) {
      lastDay = day
      state = reader.evolve(state, event)
    }
    yield [index, state]
  }
}
