import type { Command, Decider, IsoDate, Recorded, DomainFact } from '@outstanding/domain'
import { historyAt } from '@outstanding/domain'
import { comparePositions, decodeEvent } from '@outstanding/event-store'
import type { EventStore } from '@outstanding/event-store'

/** What a stream of the log amounts to, corrections applied, up to a day (null: all of it). Null where there is no such stream. */
export async function foldStream<State, Cmd extends Command<string, unknown>, F extends DomainFact>(
  store: EventStore,
  decider: Decider<State, Cmd, F>,
  stream: string,
  asAt: IsoDate | null = null,
): Promise<State | null> {
  const events = await eventsOf<F>(store, stream)
  return events.length === 0 ? null : historyAt(decider, events, null, asAt)
}

/** As `foldStream`, of what the stream held when the entry at `position` was recorded, corrected as it is today. */
export async function foldUpTo<State, Cmd extends Command<string, unknown>, F extends DomainFact>(
  store: EventStore,
  decider: Decider<State, Cmd, F>,
  stream: string,
  position: string,
): Promise<State | null> {
  const events = (await eventsOf<F>(store, stream)).filter(
    (event) => event.type === 'EntryCorrected' || comparePositions(event.position, position) <= 0,
  )
  return events.length === 0 ? null : historyAt(decider, events, null, null)
}

const eventsOf = async <F extends DomainFact>(store: EventStore, stream: string): Promise<readonly Recorded<F>[]> =>
  (await store.readStream(stream)).map((stored) => {
    const decoded = decodeEvent(stored)
    if (!decoded.ok) throw new Error(decoded.message)
    // The stream's name says which aggregate it is, and nobody else writes to it.
    return decoded.event as Recorded<F>
  })
