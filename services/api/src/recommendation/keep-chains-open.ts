import type { IsoDate, Recorded, RecommendationEvent, Rejection } from '@outstanding/domain'
import { parseStream, recommendationDecider } from '@outstanding/domain'
import { decodeEvent, handleCommand } from '@outstanding/event-store'
import type { EventStore, StoredEvent } from '@outstanding/event-store'
import { policyOn } from '../policy/policy-on.ts'
import { refusedInOrder, undoingCommandOf } from './chain-order.ts'

type Event = Recorded<RecommendationEvent>

/** `position`: of the correction that undid it. */
export type Undone = { readonly refusal: Rejection; readonly position: string }

/**
 * Undoes an entry that the order of the log forbids, by a correction with a reason: nothing is removed. Null where the entry
 * holds. Throws where the correction is refused.
 */
export async function undoneInOrder(store: EventStore, entry: Event, today: IsoDate): Promise<Undone | null> {
  const refusal = await refusedInOrder(store, entry)
  if (refusal === null) return null
  const { stream, eventId, metadata } = entry
  const { authority, effectiveOn, actor, correlationId } = metadata
  const data = {
    entry: eventId,
    reason: 'Undone: another entry recorded at the same time came before it, and the two together would lead in a circle.',
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

/** As `undoneInOrder`, for any event of the log: whoever recorded it, and however that program ended. */
export async function settleInOrder(store: EventStore, event: StoredEvent, today: IsoDate): Promise<void> {
  if (parseStream(event.stream)?.aggregate !== 'recommendation') return
  const decoded = decodeEvent(event)
  if (decoded.ok) await undoneInOrder(store, decoded.event as Event, today)
}
