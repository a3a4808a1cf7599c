import type { IsoDate, Recorded, RecommendationEvent } from '@outstanding/domain'
import { recommendationDecider } from '@outstanding/domain'
import { handleCommand } from '@outstanding/event-store'
import type { EventStore } from '@outstanding/event-store'
import type { Undone } from '../nouns/noun.ts'
import { policyOn } from '../policy/policy-on.ts'
import { refusedInOrder, undoingCommandOf } from './chain-order.ts'

type Event = Recorded<RecommendationEvent>

/**
 * Undoes an entry that the order of the log forbids, by a correction with a reason: nothing is removed. Null where the entry
 * holds. Throws where the correction is refused.
 */
async function undoneInOrder(store: EventStore, entry: Event, today: IsoDate): Promise<Undone | null> {
  const refusal = await refusedInOrder(store, entry)
  if (refusal === null) return null
  const { stream, eventId, metadata } = entry
  const { authority, effectiveOn, actor, correlationId } = metadata
  const data = {
    entry: eventId,
    reason: 'Undone: another entry was recorded just before it, and the two together would form a circle.',
    change: { kind: 'VOID' as const },
    policy: await policyOn(store, authority, effectiveOn),
  }
  const outcome = await handleCommand(store, recommendationDecider, {
    stream,
    authority,
    command: { type: 'CorrectEntry', data, actor, effectiveOn, today },
    commandId: undoingCommandOf(entry),
    correlationId,
    causationId: eventId,
    illustrative: metadata.illustrative === true,
    input: { entry: eventId },
  })
  if (!outcome.ok) throw new Error(`${eventId} of ${stream} could not be undone: ${JSON.stringify(outcome)}`)
  return { refusal, position: outcome.position }
}

/** As above: the stream's name says which aggregate an entry is of, and nobody else writes to it. */
export const undoInOrder = (store: EventStore, entry: { readonly stream: string }, today: IsoDate): Promise<Undone | null> =>
  undoneInOrder(store, entry as Event, today)
