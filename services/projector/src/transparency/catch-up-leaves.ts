import type { Current } from '@outstanding/read-models'
import { recordHalt } from '@outstanding/read-models'
import { leafKeeper, newestLeaf } from '@outstanding/transparency-log'
import { connect } from '../connect.ts'
import type { RunEnd, RunOptions } from '../run-end.ts'
import { toLeaf } from '../to-log-event.ts'
import { eventsBehind } from './events-behind.ts'

const eventsAtOnce = 5_000

/**
 * A transparency log that is younger than the read models (it came with a later release) first reads what they have seen, from
 * the log itself. From then on both go together. Null when it has; otherwise how the run ends. A projector that was fenced off
 * meanwhile does no harm here: of one log, all write the same leaves.
 */
export async function catchUpLeaves(options: RunOptions, current: Current): Promise<RunEnd | null> {
  const client = await connect(options.databaseUrl)
  try {
    const last = await newestLeaf(client)
    if ((last?.index ?? -1) + 1 >= current.events) return null
    options.report(`the transparency log holds ${(last?.index ?? -1) + 1} of ${current.events} events: it reads the others`)
    const { keep } = leafKeeper()
    for await (const { start, events } of eventsBehind(options.store, last, {
      end: current.events,
      signal: options.signal,
      eventsAtOnce,
    })) {
      const kept = await keep(client, start, events.map(toLeaf))
      if (kept.ok) continue
      const { position, stream, revision, eventId, type } = events[kept.offset] ?? { ...nowhere, stream: '' }
      const poison = { position, stream, revision, eventId, type, reason: kept.reason }
      if (!(await recordHalt(client, current, poison))) return { kind: 'FENCED', reason: 'another projector has taken over' }
      return { kind: 'HALTED', poison }
    }
    return options.signal.aborted ? { kind: 'STOPPED' } : null
  } finally {
    await client.end().catch(() => {})
  }
}

const nowhere = { position: '', revision: -1, eventId: '', type: '' }
