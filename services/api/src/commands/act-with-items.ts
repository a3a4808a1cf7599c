import type { Command, Decider, DomainFact } from '@outstanding/domain'
import type { EventStore, StoredEvent } from '@outstanding/event-store'
import type { Context } from '../server/context.ts'
import type { Undone } from '../nouns/noun.ts'
import type { CommandAnswer } from './command-result.ts'
import type { Prepared } from './execute-command.ts'
import { executeCommand } from './execute-command.ts'

const maxWaitMs = 2_000

/**
 * What follows from an act in the histories of the items that it names: the place of the last entry, null where nothing followed; or why
 * the act could not stand, and was undone.
 */
type FollowUp = (store: EventStore, act: StoredEvent, today: string) => Promise<string | Undone | null>

/** Records an act, then what follows from it item by item. If interrupted, a process that follows the log continues. */
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
  const last = act === undefined ? null : await followUp(store, act, today)
  if (last === null) return answer
  const projected = await readSession.waitFor(typeof last === 'string' ? last : last.position, maxWaitMs)
  await readSession.renew()
  if (typeof last !== 'string') return { kind: 'REJECTED', ...last.refusal }
  return { ...answer, position: last, projected: answer.projected && projected }
}

const commandOf = (metadata: unknown): unknown =>
  typeof metadata === 'object' && metadata !== null && 'commandId' in metadata ? metadata.commandId : undefined
