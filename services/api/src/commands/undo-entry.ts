import type { Command, Decider, DomainFact, IsoDate, Recorded } from '@outstanding/domain'
import type { EventStore } from '@outstanding/event-store'
import { uuidV5 } from '@outstanding/event-store'
import { followUp, whoseAndWhen } from './follow-up.ts'

/** The command that undoes an entry, made from its id: several processes may find the entry, several times, and it is undone once. */
export const undoingCommandOf = ({ eventId }: { readonly eventId: string }): string => uuidV5(eventId, 'undone-in-order')

/** An entry whose undoing the rules refuse, since more was recorded on it meanwhile: it stays as it is. */
export class CannotBeUndoneError extends Error {
  override readonly name = 'CannotBeUndoneError'
}

type Undoing<State, F extends DomainFact> = {
  readonly decider: Decider<State, Command<string, unknown>, F>
  readonly entry: Recorded<F>
  readonly reason: string
  /** What a correction of this noun is decided with. */
  readonly facts: object
  readonly today: IsoDate
}

/** Makes an entry void by a correction with a reason: nothing is removed. Gives the place of the correction in the log. */
export async function undoEntry<State, F extends DomainFact>(
  store: EventStore,
  { decider, entry, reason, facts, today }: Undoing<State, F>,
): Promise<string> {
  const { stream, eventId } = entry
  const data = { entry: eventId, reason, change: { kind: 'VOID' as const }, ...facts }
  const followed = await followUp(store, decider, {
    entry,
    stream,
    command: { type: 'CorrectEntry', data, ...whoseAndWhen(entry), today },
    commandId: undoingCommandOf(entry),
  })
  if ('position' in followed) return followed.position
  throw new CannotBeUndoneError(`${eventId} of ${stream} could not be undone: ${JSON.stringify(followed.rejection)}`)
}
