import { createHash } from 'node:crypto'
import type { Command, Decider, DomainFact, EventMetadata, OnceOutcome, Recorded, Rejection, Source } from '@outstanding/domain'
import { decideOnce } from '@outstanding/domain'
import canonicalize from 'canonicalize'
import { decodeEvent, encodeFacts } from './domain-codec.ts'
import { sourceRejection } from './event-checks.ts'
import { withoutUndefined } from './json/json-rules.ts'
import type { EventStore, ExpectedRevision, LogPosition, StoredEvent } from './port.ts'
import { EventStoreError } from './port.ts'
import { backoffMs, pause } from './waiting.ts'

/**
 * A command for one stream, with all that its events must say. `commandId` is a UUID of the sender's: sent again with the same
 * request it changes nothing. `expectedRevision` is what the sender had seen; without it a race that is lost is run again.
 */
export type CommandRequest<Cmd> = {
  readonly stream: string
  readonly authority: string
  readonly command: Cmd
  readonly commandId: string
  readonly expectedRevision?: ExpectedRevision
  /** What the sender sent, where `command.data` also holds facts looked up for it: the digest that tells a repeat is taken of this. */
  readonly input?: unknown
  readonly correlationId: string
  /** The commandId where nothing else caused it. */
  readonly causationId?: string
  readonly source?: Source
  readonly illustrative?: boolean
  /** The recorded time for an embedded log that is being seeded; see `eventMetadata`. */
  readonly seededAt?: string
  readonly traceparent?: string
}

/** `events` are those of this command, also when it was a repeat; `revision`, `position` and `eventId` are the last one's, or the stream's where it made none. */
export type CommandOutcome<F extends DomainFact> =
  | {
      readonly ok: true
      readonly stream: string
      readonly revision: number
      readonly position: LogPosition
      readonly eventId: string
      readonly events: readonly Recorded<F>[]
    }
  | { readonly ok: false; readonly rejection: Rejection }
  | {
      readonly ok: false
      readonly conflict: {
        readonly expected: ExpectedRevision
        readonly actual: ExpectedRevision
        readonly changes: readonly Recorded<F>[]
      }
    }

/** How often a command without an expected revision is retried after a conflict. */
const races = 8

/**
 * Reads the stream, decides, appends at the revision read. Rejections and conflicts are values; a race that is lost again and again is a
 * conflict too.
 * Throws `EventStoreError` when the store fails (a repeat with the same commandId is safe) or the stream holds what cannot be read.
 */
export async function handleCommand<State, Cmd extends Command<string, unknown>, F extends DomainFact>(
  store: EventStore,
  decider: Decider<State, Cmd, F>,
  request: CommandRequest<Cmd>,
): Promise<CommandOutcome<F>> {
  const unfit = sourceRejection(request.source)
  if (unfit) return { ok: false, rejection: unfit }
  const requestDigest = digestOf(request)
  let first: number | null = null
  for (let race = 0; race < races; race += 1) {
    const events = await readAll<F>(store, request)
    first ??= events.length
    const outcome = decideOnce(decider, events, { ...request, requestDigest })
    if (outcome.kind === 'REJECTED') return { ok: false, rejection: outcome.rejection }
    if (outcome.kind === 'CONFLICT') {
      return { ok: false, conflict: { expected: outcome.expected, actual: outcome.actual, changes: outcome.changes } }
    }
    if (outcome.kind === 'REPEATED') return done(request.stream, outcome.events)
    if (outcome.facts.length === 0) return done(request.stream, events.slice(-1), [])
    const result = await write(store, request, requestDigest, outcome)
    if (result) return result
    // Somebody wrote since we read: reading again shows what, and whether it was this very command.
    await pause(race === 0 ? 0 : backoffMs(race - 1, 400))
  }
  return overtaken(await readAll<F>(store, request), first ?? 0)
}

/** As `handleCommand`, up to the decision: nothing is written. `ok` where the command would be recorded, or was before. */
export async function checkCommand<State, Cmd extends Command<string, unknown>, F extends DomainFact>(
  store: EventStore,
  decider: Decider<State, Cmd, F>,
  request: CommandRequest<Cmd>,
): Promise<{ readonly ok: true } | Exclude<CommandOutcome<F>, { readonly ok: true }>> {
  const unfit = sourceRejection(request.source)
  if (unfit) return { ok: false, rejection: unfit }
  const outcome = decideOnce(decider, await readAll<F>(store, request), { ...request, requestDigest: digestOf(request) })
  if (outcome.kind === 'REJECTED') return { ok: false, rejection: outcome.rejection }
  if (outcome.kind !== 'CONFLICT') return { ok: true }
  return { ok: false, conflict: { expected: outcome.expected, actual: outcome.actual, changes: outcome.changes } }
}

/**
 * A text can be removed although another entry of its stream cannot be read by this release: the decision needs ids and types only, and
 * what names a child must not wait for a release.
 */
const readAll = async <F extends DomainFact>(
  store: EventStore,
  { stream, command }: CommandRequest<Command<string, unknown>>,
): Promise<readonly Recorded<F>[]> => {
  const read = command.type === 'RemovePersonalData' ? decodedOrAsStored<F> : decoded<F>
  return (await store.readStream(stream)).map((stored) => read(stored))
}

const decodedOrAsStored = <F extends DomainFact>(stored: StoredEvent): Recorded<F> => {
  const result = decodeEvent(stored)
  return (result.ok ? result.event : stored) as unknown as Recorded<F>
}

/** Others were quicker every time: as if what was there at first had been expected. */
function overtaken<F extends DomainFact>(events: readonly Recorded<F>[], known: number): CommandOutcome<F> {
  const revisionOf = (event: Recorded<F> | undefined): ExpectedRevision => event?.revision ?? 'NO_STREAM'
  const [expected, actual] = [revisionOf(events[known - 1]), revisionOf(events.at(-1))]
  return { ok: false, conflict: { expected, actual, changes: events.slice(known) } }
}

async function write<Cmd extends Command<string, unknown>, F extends DomainFact>(
  store: EventStore,
  request: CommandRequest<Cmd>,
  requestDigest: string,
  { facts, revision, policy, precisions }: Extract<OnceOutcome<F>, { kind: 'ACCEPTED' }>,
): Promise<CommandOutcome<F> | null> {
  const { stream, authority, command, commandId, correlationId, causationId, source, illustrative, seededAt, traceparent } = request
  const { actor, effectiveOn } = command
  const metadata = { effectiveOn, commandId, requestDigest, correlationId, causationId: causationId ?? commandId, actor, authority }
  const marks = {
    precisions: precisions as EventMetadata['precisions'],
    policy,
    source,
    seededAt,
    traceparent,
    ...(illustrative ? { illustrative: true as const } : {}),
  }
  try {
    const appended = await store.append(stream, revision, encodeFacts(stream, facts, { ...metadata, ...marks }))
    if (!appended.ok) return null
    const written = await store.readStream(stream, { from: appended.revision - facts.length + 1, maxCount: facts.length })
    return done(
      stream,
      written.map((stored) => decoded<F>(stored)),
    )
  } catch (thrown) {
    if (!(thrown instanceof EventStoreError) || thrown.kind !== 'tooLarge') throw thrown
    return {
      ok: false,
      rejection: {
        rule: 'tooLarge',
        field: 'data',
        message: 'This is too long to be kept as one entry.',
        remedy: 'Shorten the texts, or record them in several entries.',
      },
    }
  }
}

function done<F extends DomainFact>(stream: string, seen: readonly Recorded<F>[], events = seen): CommandOutcome<F> {
  const last = seen.at(-1)
  if (!last) throw new EventStoreError('invalid', `the command wrote nothing to ${stream}, which does not exist`)
  return { ok: true, stream, revision: last.revision, position: last.position, eventId: last.eventId, events }
}

function decoded<F extends DomainFact>(stored: StoredEvent): Recorded<F> {
  const result = decodeEvent(stored)
  if (!result.ok) throw new EventStoreError('invalid', result.message)
  // The stream's name says which aggregate it is, and nobody else writes to it.
  return result.event as Recorded<F>
}

/** SHA-256 of the canonical request: who asked for what on which stream; not when it was handled, nor which attempt it was. */
function digestOf({ stream, command, input }: CommandRequest<Command<string, unknown>>): string {
  const { type, data, actor, effectiveOn, precisions } = command
  const asked = canonicalize(withoutUndefined({ stream, type, actor, effectiveOn, precisions, input: input === undefined ? data : input }))
  return createHash('sha256')
    .update(asked ?? '')
    .digest('hex')
}
