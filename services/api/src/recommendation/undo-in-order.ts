import type { IsoDate, Recorded, RecommendationEvent, Rejection } from '@outstanding/domain'
import { recommendationDecider } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { undoEntry } from '../commands/undo-entry.ts'
import type { Undone } from '../nouns/noun.ts'
import { officeExistedAt } from '../office/office-on.ts'
import { policyOn } from '../policy/policy-on.ts'
import { refusal, refusedInOrder } from './chain-order.ts'

type Event = Recorded<RecommendationEvent>
type Forbidden = { readonly refusal: Rejection; readonly reason: string }

/**
 * Undoes an entry that the order of the log forbids, by a correction with a reason: nothing is removed. Null where the entry
 * holds. Throws where the correction is refused.
 */
async function undoneInOrder(store: EventStore, entry: Event, today: IsoDate): Promise<Undone | null> {
  const forbidden = (await inCircle(store, entry)) ?? (await toNobody(store, entry))
  if (forbidden === null) return null
  const { authority, effectiveOn } = entry.metadata
  const facts = { policy: await policyOn(store, authority, effectiveOn) }
  const position = await undoEntry(store, { decider: recommendationDecider, entry, reason: forbidden.reason, facts, today })
  return { refusal: forbidden.refusal, position }
}

async function inCircle(store: EventStore, entry: Event): Promise<Forbidden | null> {
  const refused = await refusedInOrder(store, entry)
  const reason = 'Undone: another entry was recorded just before it, and the two together would form a circle.'
  return refused && { refusal: refused, reason }
}

/** An owner that was abolished before the assignment was recorded. What was assigned before moves with the office: see `move-items.ts`. */
async function toNobody(store: EventStore, entry: Event): Promise<Forbidden | null> {
  if (entry.type !== 'OwnerAssigned' || (await officeExistedAt(store, entry.data.owner, entry.position))) return null
  return {
    refusal: refusal('ownerNotAbolished', 'owner'),
    reason: 'Undone: the abolition of this office was recorded just before it.',
  }
}

/** As above: the stream's name says which aggregate an entry is of, and nobody else writes to it. */
export const undoInOrder = (store: EventStore, entry: { readonly stream: string }, today: IsoDate): Promise<Undone | null> =>
  undoneInOrder(store, entry as Event, today)
