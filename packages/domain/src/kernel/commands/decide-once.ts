import type { Command, Rejection } from '../../decision.ts'
import type { Decider, OwnCommand } from '../decider.ts'
import type { Fact, PolicyRef, Recorded } from '../../envelope.ts'
import { reject } from '../../decision.ts'
import type { DatePrecisions } from '../../dates/date-precision.ts'
import { historyAt } from '../history/history-at.ts'
import { removedText } from '../events/personal-data-removed.ts'
import { decideCommand } from './decide-command.ts'

/** A revision from 0, or that nothing was ever written to the stream. */
export type StreamRevision = number | 'NO_STREAM'

export type OnceRequest<Cmd> = {
  readonly command: Cmd
  readonly commandId: string
  /** Of the request as sent: tells a repeat from another command under the same id. */
  readonly requestDigest: string
  /** The revision that the change was based on; absent where the sender does not mind. */
  readonly expectedRevision?: StreamRevision
}

export type OnceOutcome<F extends Fact<string, unknown>> =
  /** To be appended after `revision`; `policy` goes into the metadata. */
  | {
      readonly kind: 'ACCEPTED'
      readonly facts: readonly F[]
      readonly revision: StreamRevision
      readonly policy: PolicyRef | undefined
      readonly precisions: DatePrecisions | undefined
    }
  /** The same command was accepted before: these are its events. */
  | { readonly kind: 'REPEATED'; readonly events: readonly Recorded<F>[] }
  | { readonly kind: 'REJECTED'; readonly rejection: Rejection }
  /** Stale: `changes` is what was written meanwhile. */
  | {
      readonly kind: 'CONFLICT'
      readonly expected: StreamRevision
      readonly actual: StreamRevision
      readonly changes: readonly Recorded<F>[]
    }

/**
 * The pure core of the command handler, for every aggregate. `events` is the whole stream, in order of revision.
 * A repeat is answered before staleness is looked at: sending a command twice changes nothing, even when others wrote in between.
 * Rejections: `commandIdReused` (field `commandId`), or those of the aggregate.
 */
export const decideOnce = <State, Cmd extends Command<string, unknown>, F extends Fact<string, unknown>>(
  decider: Decider<State, Cmd, F>,
  events: readonly Recorded<F>[],
  request: OnceRequest<Cmd>,
): OnceOutcome<F> => {
  const earlier = events.filter((event) => event.metadata.commandId === request.commandId)
  if (earlier.length > 0) return repeated(earlier, request.requestDigest)
  const actual: StreamRevision = events.at(-1)?.revision ?? 'NO_STREAM'
  const expected = request.expectedRevision ?? actual
  if (expected !== actual) return { kind: 'CONFLICT', expected, actual, changes: writtenAfter(events, expected) }
  const decision = decideCommand(decider, events, request.command)
  return decision.ok
    ? {
        kind: 'ACCEPTED',
        facts: decision.facts,
        revision: actual,
        policy: decider.policyUsed?.(request.command),
        precisions: precisionsOf(decider, events, request.command),
      }
    : { kind: 'REJECTED', rejection: decision.rejection }
}

/** What the command states, with what it takes over from the history; nothing where every date is known to the day. */
const precisionsOf = <State, Cmd extends Command<string, unknown>, F extends Fact<string, unknown>>(
  decider: Decider<State, Cmd, F>,
  events: readonly Recorded<F>[],
  command: Cmd,
): DatePrecisions | undefined => {
  const taken = decider.precisionsTaken?.(command as OwnCommand<Cmd>, () => historyAt(decider, events, null, null))
  const all = { ...command.precisions, ...taken }
  return Object.keys(all).length === 0 ? undefined : all
}

/** If the texts of an entry were removed, its request digest is gone too: any request with its command id counts as a repeat. */
const repeated = <F extends Fact<string, unknown>>(earlier: readonly Recorded<F>[], digest: string): OnceOutcome<F> =>
  earlier.every(({ metadata: { requestDigest } }) => requestDigest === digest || requestDigest === removedText)
    ? { kind: 'REPEATED', events: earlier }
    : {
        kind: 'REJECTED',
        rejection: reject(
          'commandIdReused',
          'commandId',
          'This command id has already been used for another request.',
          'Use a new UUID as the command id.',
        ).rejection,
      }

const writtenAfter = <F extends Fact<string, unknown>>(events: readonly Recorded<F>[], revision: StreamRevision): readonly Recorded<F>[] =>
  revision === 'NO_STREAM' ? events : events.filter((event) => event.revision > revision)
