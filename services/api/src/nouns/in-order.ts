import type { IsoDate } from '@outstanding/domain'
import type { EventStore, StoredEvent } from '@outstanding/event-store'
import { decodeEvent } from '@outstanding/event-store'
import type { Undone } from './noun.ts'
import { nounOf } from './noun.ts'

/** Undoes an entry that only the order of the log forbids; null where it holds. */
export const undoInOrder = async (store: EventStore, entry: { readonly stream: string }, today: IsoDate): Promise<Undone | null> =>
  (await nounOf(entry.stream)?.undoInOrder?.(store, entry, today)) ?? null

/** As `undoInOrder`, for any event of the log, even if the program that recorded it has ended. */
export async function settleInOrder(store: EventStore, event: StoredEvent, today: IsoDate): Promise<void> {
  if (nounOf(event.stream)?.undoInOrder === undefined) return
  const decoded = decodeEvent(event)
  if (decoded.ok) await undoInOrder(store, decoded.event, today)
}
