import type { Command, CommandName, Decider, DomainFact, Rejection } from '@outstanding/domain'
import { checkCommand, EventStoreError, handleCommand } from '@outstanding/event-store'
import type { CommandOutcome, CommandRequest } from '@outstanding/event-store'
import { entriesById } from '@outstanding/projection'
import type { PlacedEvent } from '@outstanding/transparency-log'
import { withLongDates } from '@outstanding/wording'
import type { Context } from '../server/context.ts'
import type { CommandAnswer } from './command-result.ts'
import type { Envelope } from './envelope-input.ts'
import { precisionsIn, principalOf, sourceOf } from './envelope-input.ts'
import { undoInOrder } from '../nouns/in-order.ts'
import type { Undone } from '../nouns/noun.ts'
import { withNamesOfItems } from './name-items.ts'
import { refuseInDoubt } from './refuse-in-doubt.ts'

/** A command that nothing forbids to try: where it goes and what it says. */
export type Ready<Data> = {
  readonly kind: 'READY'
  readonly stream: string
  readonly authority: string
  readonly illustrative: boolean
  readonly data: Data
}

export type Prepared<Data> = { readonly ready: Ready<Data>; readonly type: CommandName; readonly input: Envelope }

const maxWaitMs = 2_000

/** Hands a command to the log and waits until the read models show it. The rules decide; a refusal is an answer. */
export async function executeCommand<State, Cmd extends Command<string, unknown>, F extends DomainFact>(
  context: Context,
  decider: Decider<State, Cmd, F>,
  { ready, type, input }: Prepared<Cmd['data']>,
): Promise<CommandAnswer> {
  const request = await requestOf<Cmd>(context, { ready, type, input })
  if ('kind' in request) return request
  const outcome = await handleCommand(context.store, decider, request).catch(closedTo(context.seededAt))
  const undone = outcome.ok ? await undoneOf(outcome.events, context) : null
  if (undone === null) return answerOf(outcome, ready.stream, context)
  await untilReached(undone.position, context)
  return { kind: 'REJECTED', ...undone.refusal }
}

/** Asks the rules only: nothing is recorded. */
export async function tryCommand<State, Cmd extends Command<string, unknown>, F extends DomainFact>(
  context: Context,
  decider: Decider<State, Cmd, F>,
  prepared: Prepared<Cmd['data']>,
): Promise<CommandAnswer> {
  const request = await requestOf<Cmd>(context, prepared)
  if ('kind' in request) return request
  const outcome = await checkCommand(context.store, decider, request)
  return outcome.ok ? { kind: 'ALLOWED', stream: prepared.ready.stream } : refusalOf(outcome, prepared.ready.stream, context)
}

/** A command as the log is to handle it; or why it cannot even be tried. */
async function requestOf<Cmd extends Command<string, unknown>>(
  context: Context,
  { ready, type, input }: Prepared<Cmd['data']>,
): Promise<CommandRequest<Cmd> | CommandAnswer> {
  const { viewer, today, correlationId, traceparent, seededAt } = context
  if (!viewer.actor) return { kind: 'FORBIDDEN', role: viewer.role, command: type }
  await refuseInDoubt(context, ready.stream, type)
  const actor = { ...viewer.actor, onBehalfOf: principalOf(input) ?? viewer.actor.onBehalfOf }
  const precisions = type === 'CorrectEntry' ? undefined : precisionsIn(input)
  const command = { type, data: ready.data, actor, effectiveOn: input.effectiveOn, precisions, today } as Cmd
  const { stream, authority, illustrative } = ready
  const { commandId, expectedRevision } = input
  const causationId = input.causedBy ?? correctedIn(ready.data)
  if (input.causedBy !== null && !(await isRecorded(context, input.causedBy)))
    return { kind: 'NOT_FOUND', id: input.causedBy, field: 'causedBy' }
  const expected = expectedRevision === null ? {} : { expectedRevision }
  const marks = {
    correlationId,
    causationId,
    traceparent,
    seededAt,
    source: sourceOf(input),
    illustrative,
    input: asked(input),
    ...expected,
  }
  return { stream, authority, command, commandId, ...marks }
}

/** An example entry may no longer say when it was recorded once anything else is in the log. */
const closedTo =
  (seededAt: string | undefined) =>
  (error: unknown): { readonly ok: false; readonly rejection: Rejection } => {
    if (seededAt === undefined || !(error instanceof EventStoreError) || error.kind !== 'refused') throw error
    return {
      ok: false,
      rejection: {
        rule: 'seedingClosed',
        field: 'Outstanding-Recorded-At',
        message: 'This log holds other entries, or later ones, so it takes no recorded times.',
        remedy: 'Send the command without the header. It is then recorded now.',
      },
    }
  }

/** What only the order of the log decides, where commands to several items were sent together. */
async function undoneOf(events: readonly { readonly stream: string }[], { store, today }: Context): Promise<Undone | null> {
  for (const event of events) {
    const undone = await undoInOrder(store, event, today)
    if (undone !== null) return undone
  }
  return null
}

/** Distinguishes a repeat from another command with the same id: everything sent except the revision, which a retry may have read again. */
function asked(input: Envelope): unknown {
  const { expectedRevision: _expected, causedBy, ...rest } = input
  // Left out if not given, so that a command sent before this field existed stays the same command.
  return causedBy === null ? rest : { ...rest, causedBy }
}

/** A correction is caused by the entry that it corrects. */
const correctedIn = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null && 'change' in data && 'entry' in data && typeof data.entry === 'string'
    ? data.entry
    : undefined

async function isRecorded({ readSession }: Context, entry: string): Promise<boolean> {
  const [found] = await entriesById((await readSession.view()).snapshot, [entry])
  return found != null
}

/** Waits until the read models reach the position, and lets the rest of the request read them again. */
async function untilReached(position: string, { readSession }: Context): Promise<boolean> {
  const reached = await readSession.waitFor(position, maxWaitMs)
  await readSession.renew()
  return reached
}

/**
 * Whether the read models show this very event. The position alone does not show it: a log restored to an earlier copy fills
 * the positions again, and until that is noticed the read models are ahead of them. If this cannot be checked, it counts as not shown.
 */
async function shown(event: PlacedEvent, context: Context): Promise<boolean> {
  return (await untilReached(event.position, context)) && (await context.holds(event).catch(() => false))
}

async function answerOf<F extends DomainFact>(outcome: CommandOutcome<F>, stream: string, context: Context): Promise<CommandAnswer> {
  if (!outcome.ok) return refusalOf(outcome, stream, context)
  const { revision, position, eventId } = outcome
  const projected = await shown({ stream, revision, eventId, position }, context)
  return { kind: 'ACCEPTED', stream, revision, position, projected }
}

type Refused<F extends DomainFact> = Exclude<CommandOutcome<F>, { readonly ok: true }>

async function refusalOf<F extends DomainFact>(outcome: Refused<F>, stream: string, context: Context): Promise<CommandAnswer> {
  if ('rejection' in outcome) {
    const message = withLongDates(await withNamesOfItems(outcome.rejection.message, context))
    return { kind: 'REJECTED', ...outcome.rejection, message }
  }
  const { expected, actual, changes } = outcome.conflict
  return { kind: 'CONFLICT', stream, expected: numbered(expected), actual: numbered(actual), changes }
}

const numbered = (revision: number | 'NO_STREAM'): number | null => (revision === 'NO_STREAM' ? null : revision)
