import type { EventStore } from '@outstanding/event-store'
import type { Current, Halt } from '@outstanding/projection'
import { leafKeeper, newestLeaf } from '@outstanding/transparency-log'
import type pg from 'pg'
import { toLeaf } from '../to-log-event.ts'
import { eventsBehind } from './events-behind.ts'

const eventsAtOnce = 5_000

type Options = { readonly store: EventStore; readonly signal: AbortSignal; report(line: string): void }

/**
 * A transparency log that is younger than the read models (it came with a later release) first reads what they have seen, from
 * the log itself. From then on both go together. Null when it has; otherwise why it cannot. A projector that was fenced off
 * meanwhile does no harm here: of one log, all write the same leaves.
 */
export async function catchUpLeaves(client: pg.Client, current: Current, { store, signal, report }: Options): Promise<Halt | null> {
  const last = await newestLeaf(client)
  if ((last?.index ?? -1) + 1 >= current.events) return null
  report(`the transparency log has ${(last?.index ?? -1) + 1} of ${current.events} events and is reading the others`)
  const { keep } = leafKeeper()
  for await (const { start, events } of eventsBehind(store, last, { end: current.events, signal, eventsAtOnce })) {
    const kept = await keep(client, start, events.map(toLeaf))
    if (kept.ok) continue
    const { position, stream, revision, eventId, type } = events[kept.offset] ?? nowhere
    return { kind: 'EVENT', index: start + kept.offset, position, stream, revision, eventId, type, reason: kept.reason }
  }
  return null
}

const nowhere = { position: '', stream: '', revision: -1, eventId: '', type: '' }
