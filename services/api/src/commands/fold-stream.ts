import type { Command, Decider, IsoDate, Recorded, DomainFact } from '@outstanding/domain'
import { historyAt } from '@outstanding/domain'
import { decodeEvent } from '@outstanding/event-store'
import type { EventStore } from '@outstanding/event-store'

/** What a stream of the log amounts to, corrections applied, up to a day (null: all of it). Null where there is no such stream. */
export async function foldStream<State, Cmd extends Command<string, unknown>, F extends DomainFact>(
  store: EventStore,
  decider: Decider<State, Cmd, F>,
  stream: string,
  asAt: IsoDate | null = null,
): Promise<State | null> {
  const events = (await store.readStream(stream)).map((stored) => {
    const decoded = decodeEvent(stored)
    if (!decoded.ok) throw new Error(decoded.message)
    // The stream's name says which aggregate it is, and nobody else writes to it.
    return decoded.event as Recorded<F>
  })
  return events.length === 0 ? null : historyAt(decider, events, null, asAt)
}
