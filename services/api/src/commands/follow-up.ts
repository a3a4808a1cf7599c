import type { Command, Decider, DomainFact, Fact, Recorded, Rejection } from '@outstanding/domain'
import { parseStream } from '@outstanding/domain'
import type { CommandOutcome, CommandRequest, EventStore } from '@outstanding/event-store'
import { EventStoreError, handleCommand } from '@outstanding/event-store'

type Following<Cmd> = {
  /** The entry that it follows from: whose act it is, what caused it, and when an example entry was recorded. */
  readonly entry: Recorded<Fact<string, unknown>>
  /** The stream that it goes to. */
  readonly stream: string
  readonly command: Cmd
  /** A UUID made from the entry, so that it is recorded once, however often the entry is followed. */
  readonly commandId: string
  readonly input: unknown
}

/** The place of the entry in the log, or why the rules refuse it. */
export type Followed = { readonly position: string } | { readonly rejection: Rejection }

/** A command that follows from an entry of another stream. Throws where the stream is written to by others all the time. */
export async function followUp<State, Cmd extends Command<string, unknown>, F extends DomainFact>(
  store: EventStore,
  decider: Decider<State, Cmd, F>,
  { entry, stream, command, commandId, input }: Following<Cmd>,
): Promise<Followed> {
  const { authority, correlationId, illustrative, seededAt } = entry.metadata
  const request: CommandRequest<Cmd> = {
    stream,
    authority: parseStream(stream)?.authority ?? authority,
    command,
    commandId,
    correlationId,
    causationId: entry.eventId,
    illustrative: illustrative === true,
    input,
  }
  const outcome = await recorded(store, decider, request, seededAt)
  if (outcome.ok) return { position: outcome.position }
  if ('conflict' in outcome) throw new Error(`${stream} is written to by others all the time`)
  return { rejection: outcome.rejection }
}

/** What follows from an example entry is recorded at its time, or now where the log takes no recorded times any more. */
async function recorded<State, Cmd extends Command<string, unknown>, F extends DomainFact>(
  store: EventStore,
  decider: Decider<State, Cmd, F>,
  request: CommandRequest<Cmd>,
  seededAt: string | undefined,
): Promise<CommandOutcome<F>> {
  if (seededAt === undefined) return handleCommand(store, decider, request)
  try {
    return await handleCommand(store, decider, { ...request, seededAt })
  } catch (error) {
    if (!(error instanceof EventStoreError) || error.kind !== 'refused') throw error
    return handleCommand(store, decider, request)
  }
}
