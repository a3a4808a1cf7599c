import type { Actor, Command, DatePrecisions, Decider, DomainFact, Fact, IsoDate, Recorded, Rejection } from '@outstanding/domain'
import { allToTheDay, parseStream, precisionOf } from '@outstanding/domain'
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
}

type WhoseAndWhen = { readonly actor: Actor; readonly effectiveOn: IsoDate; readonly precisions?: DatePrecisions }

/** Whose act the entry is and on what day, known as exactly: a command that follows from it says the same. */
export const whoseAndWhen = ({ metadata }: Pick<Recorded<Fact<string, unknown>>, 'metadata'>): WhoseAndWhen => {
  const { actor, effectiveOn, precisions = allToTheDay } = metadata
  const known = precisionOf(precisions, 'effectiveOn')
  return { actor, effectiveOn, ...(known !== 'DAY' && { precisions: { effectiveOn: known } }) }
}

/** The place of the entry in the log, or why the rules refuse it. */
export type Followed = { readonly position: string } | { readonly rejection: Rejection }

/**
 * A command that follows from an entry of another stream. The entry tells a repeat, not what was looked up for the command: an office may
 * have been renamed or abolished between two tries. Throws where the stream is written to by others all the time.
 */
export async function followUp<State, Cmd extends Command<string, unknown>, F extends DomainFact>(
  store: EventStore,
  decider: Decider<State, Cmd, F>,
  { entry, stream, command, commandId }: Following<Cmd>,
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
    input: { act: entry.eventId },
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
