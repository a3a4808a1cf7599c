import type { Command, Decider, DomainFact } from '@outstanding/domain'
import type { EventStore, StoredEvent } from '@outstanding/event-store'
import type { Context } from '../server/context.ts'
import type { Undone } from '../nouns/noun.ts'
import type { CommandAnswer } from './command-result.ts'
import type { ItemsFollowed } from './each-item.ts'
import type { Prepared } from './execute-command.ts'
import { nothingFollowed } from './each-item.ts'
import { executeCommand } from './execute-command.ts'
import { namedItems } from './refused-items.ts'

const maxWaitMs = 2_000

/** What follows from an act in the histories of the items that it names; or why the act could not stand, and was undone. */
type FollowUp = (store: EventStore, act: StoredEvent, today: string) => Promise<ItemsFollowed | Undone>

/**
 * Records an act, then what follows from it item by item. If interrupted, a process that follows the log continues. The answer says of
 * which items nothing could be recorded: each was checked before the act, so something was recorded about them at the same time.
 */
export async function actWithItems<State, Cmd extends Command<string, unknown>, F extends DomainFact>(
  context: Context,
  decider: Decider<State, Cmd, F>,
  given: Prepared<Cmd['data']>,
  followUp: FollowUp,
): Promise<CommandAnswer> {
  const answer = await executeCommand(context, decider, given)
  if (answer.kind !== 'ACCEPTED') return answer
  const { store, readSession, today } = context
  const act = (await store.readStream(given.ready.stream)).find(({ metadata }) => commandOf(metadata) === given.input.commandId)
  const followed = act === undefined ? nothingFollowed : await followUp(store, act, today)
  const last = 'position' in followed ? followed.position : followed.last
  const projected = last === null || (await readSession.waitFor(last, maxWaitMs))
  if (last !== null) await readSession.renew()
  if ('refusal' in followed) return { kind: 'REJECTED', ...followed.refusal }
  const refusedItems = await namedItems(followed.refused, context)
  return { ...answer, position: last ?? answer.position, projected: answer.projected && projected, refusedItems }
}

const commandOf = (metadata: unknown): unknown =>
  typeof metadata === 'object' && metadata !== null && 'commandId' in metadata ? metadata.commandId : undefined
