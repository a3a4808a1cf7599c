import type { Command, Decider } from '@outstanding/domain'
import { handleCommand } from '@outstanding/event-store'
import type { CommandOutcome, DomainFact } from '@outstanding/event-store'
import type { Context } from '../context.ts'
import type { CommandAnswer } from './command-result.ts'
import type { Envelope } from './envelope-input.ts'
import { principalOf, sourceOf } from './envelope-input.ts'

/** A command that nothing forbids to try: where it goes and what it says. */
export type Ready<Data> = {
  readonly kind: 'READY'
  readonly stream: string
  readonly authority: string
  readonly illustrative: boolean
  readonly data: Data
}

type Given<Data> = { readonly ready: Ready<Data>; readonly type: string; readonly input: Envelope }

const longestWaitMs = 2_000

/** Hands a command to the log and waits until the read models show it. The rules decide; a refusal is an answer. */
export async function giveCommand<State, Cmd extends Command<string, unknown>, F extends DomainFact>(
  context: Context,
  decider: Decider<State, Cmd, F>,
  { ready, type, input }: Given<Cmd['data']>,
): Promise<CommandAnswer> {
  const { viewer, today, store, correlationId, traceparent } = context
  if (!viewer.actor) return { kind: 'FORBIDDEN', role: viewer.role, command: type }
  const actor = { ...viewer.actor, onBehalfOf: principalOf(input) ?? viewer.actor.onBehalfOf }
  const command = { type, data: ready.data, actor, effectiveOn: input.effectiveOn, today } as Cmd
  const { stream, authority, illustrative } = ready
  const { commandId, expectedRevision } = input
  const expected = expectedRevision === null ? {} : { expectedRevision }
  const marks = { correlationId, traceparent, source: sourceOf(input), illustrative, input: asked(input), ...expected }
  return answerOf(await handleCommand(store, decider, { stream, authority, command, commandId, ...marks }), stream, context)
}

/** What tells a repeat from another command under the same id: all that was sent but the revision, which a retry may have read anew. */
function asked(input: Envelope): unknown {
  const { expectedRevision: _expected, ...rest } = input
  return rest
}

async function answerOf<F extends DomainFact>(outcome: CommandOutcome<F>, stream: string, context: Context): Promise<CommandAnswer> {
  if (outcome.ok) {
    const { revision, position } = outcome
    const projected = await context.reading.waitFor(position, longestWaitMs)
    await context.reading.renew()
    return { kind: 'ACCEPTED', stream, revision, position, projected }
  }
  if ('rejection' in outcome) return { kind: 'REJECTED', ...outcome.rejection }
  const { expected, actual, changes } = outcome.conflict
  return { kind: 'CONFLICT', stream, expected: numbered(expected), actual: numbered(actual), changes }
}

const numbered = (revision: number | 'NO_STREAM'): number | null => (revision === 'NO_STREAM' ? null : revision)
