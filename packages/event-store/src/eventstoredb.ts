import { END, EventStoreDBClient, NO_STREAM, START } from '@eventstore/db-client'
import { addressOf } from './address.ts'
import { collectRead } from './collect-read.ts'
import type { Reading } from './collect-read.ts'
import { checkAppend } from './check-new-events.ts'
import { classify } from './failures.ts'
import type { Appended, AppendResult, EventStore, ExpectedRevision, NewEvent, ReadStreamOptions, StoredEvent } from './port.ts'
import { EventStoreError } from './port.ts'
import type { Channel } from './receive-window.ts'
import { withReceiveWindow } from './receive-window.ts'
import type { ClientResolvedEvent } from './stored-event.ts'
import { positionOf, toStoredEvent } from './stored-event.ts'
import { subscription } from './subscription.ts'
import { backoffMs, pause, within } from './waiting.ts'

type Inner = { supports: () => Promise<boolean>; getChannel: () => Promise<Channel>; createChannel: () => Promise<Channel> }

const defaultTimeoutMs = 10_000
const attemptMs = 5_000
const pageSize = 1_000

/** The one client of this process and how many stores share it: an error on one client's calls can fail those of another. */
let shared: { readonly url: string; readonly client: EventStoreDBClient; users: number } | null = null

/**
 * The event store behind an EventStoreDB address (`esdb://host:2113?tls=false`, `esdb+discover://host`, several hosts): a real
 * cluster or our own event node, by the same client. Nothing is dialled before the first call. A second store of the same address
 * shares the client; another address is refused until the first is closed. `name` is shown in the server's logs.
 */
export function connectEventStore(url: string, { name = 'outstanding' }: { readonly name?: string } = {}): EventStore {
  const address = addressOf(url)
  const client = clientFor(url, name)
  const closing = new AbortController()

  const alive = (): void => {
    if (closing.signal.aborted) throw new EventStoreError('closed', 'the event store was closed')
  }

  /** Repeats passing failures until the time is over; the outcome of `once` must not depend on how often it ran. */
  async function persist<T>(
    timeoutMs: number,
    once: (ms: number) => Promise<T>,
    expected: (failure: ReturnType<typeof classify>) => T | undefined,
  ) {
    const until = Date.now() + timeoutMs
    for (let attempt = 0; ; attempt += 1) {
      alive()
      const ms = Math.max(1, Math.min(attemptMs, until - Date.now()))
      try {
        return await within(ms + 250, once(ms))
      } catch (thrown) {
        const failure = classify(thrown, address)
        const value = expected(failure)
        if (value !== undefined) return value
        if (failure.kind === 'final') throw failure.error
        const wait = backoffMs(attempt, 1_000)
        if (failure.kind !== 'passing') throw new EventStoreError('refused', `unexpected answer of ${address}: ${failure.kind}`, thrown)
        if (Date.now() + wait >= until) throw failure.error
        await pause(wait, closing.signal)
      }
    }
  }

  const readPage = (open: () => Reading, timeoutMs: number): Promise<readonly ClientResolvedEvent[]> =>
    persist<readonly ClientResolvedEvent[]>(
      timeoutMs,
      (ms) => collectRead(open(), ms),
      (failure) => (failure.kind === 'streamNotFound' ? [] : undefined),
    )

  async function readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly StoredEvent[]> {
    const backwards = options.direction === 'BACKWARDS'
    const wanted = options.maxCount ?? Infinity
    const events: StoredEvent[] = []
    let from: bigint | typeof START | typeof END = options.from === undefined ? (backwards ? END : START) : BigInt(options.from)
    while (events.length < wanted) {
      const maxCount = Math.min(pageSize, wanted - events.length)
      // From the leader: what a follower does not have yet would look like a conflict, or like no stream at all.
      const read = { maxCount, fromRevision: from, direction: backwards ? 'backwards' : 'forwards', requiresLeader: true } as const
      const page = await readPage(() => client.readStream(stream, read), options.timeoutMs ?? defaultTimeoutMs)
      events.push(...page.map(toStoredEvent).filter((event) => event !== null))
      const last = page.at(-1)?.event?.revision
      if (page.length < maxCount || last === undefined || (backwards && last === 0n)) break
      from = backwards ? last - 1n : last + 1n
    }
    return events
  }

  async function append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    options: { timeoutMs?: number } = {},
  ): Promise<AppendResult> {
    checkAppend(stream, expected, events)
    const proposed = events.map(({ eventId, type, data, metadata }) => ({
      id: eventId,
      type,
      data: data as Record<string, unknown>,
      metadata: metadata as Record<string, unknown>,
      contentType: 'application/json' as const,
    }))
    const expectedRevision = expected === 'NO_STREAM' ? NO_STREAM : BigInt(expected)
    return persist<AppendResult>(
      options.timeoutMs ?? defaultTimeoutMs,
      async (deadline) => {
        const { nextExpectedRevision, position } = await client.appendToStream(stream, proposed, {
          expectedRevision,
          deadline,
          requiresLeader: true,
        })
        const revision = Number(nextExpectedRevision)
        return position ? appended(revision, position.commit) : placeOf(stream, revision)
      },
      (failure) => (failure.kind === 'conflict' ? { ok: false, conflict: { expected, actual: failure.actual } } : undefined),
    )
  }

  /** The store may answer a repeat without a position; the event itself has it. */
  async function placeOf(stream: string, revision: number): Promise<Appended> {
    const [event] = await readStream(stream, { from: revision, maxCount: 1 })
    if (!event) throw new EventStoreError('unavailable', `revision ${revision} of ${stream} was acknowledged but cannot be read`)
    return { ok: true, revision, position: event.position }
  }

  return {
    append,
    readStream,
    async readAll({ after, direction, maxCount = pageSize, timeoutMs = defaultTimeoutMs } = {}) {
      const backwards = direction === 'BACKWARDS'
      // Forwards the store includes the event at the place given, which we have already: one more is asked for, and dropped.
      const count = after !== undefined && !backwards ? maxCount + 1 : maxCount
      const fromPosition = after === undefined ? (backwards ? END : START) : { commit: BigInt(after), prepare: BigInt(after) }
      const page = await readPage(
        () => client.readAll({ fromPosition, maxCount: count, direction: backwards ? 'backwards' : 'forwards' }),
        timeoutMs,
      )
      const fresh = page.filter((resolved) => String(positionOf(resolved)) !== after)
      const last = page.at(-1)
      const next = page.length < count || last === undefined ? null : String(positionOf(last))
      return { events: fresh.map(toStoredEvent).filter((event) => event !== null), next }
    },
    async head({ timeoutMs = defaultTimeoutMs } = {}) {
      const [last] = await readPage(() => client.readAll({ fromPosition: END, maxCount: 1, direction: 'backwards' }), timeoutMs)
      return last ? String(positionOf(last)) : null
    },
    subscribeToAll: (options = {}) =>
      subscription(options, closing.signal, address, (after) => {
        const fromPosition = after === undefined ? START : { commit: BigInt(after), prepare: BigInt(after) }
        const source = client.subscribeToAll({ fromPosition })
        return { source: source, stop: () => source.unsubscribe() }
      }),
    async close() {
      if (closing.signal.aborted) return
      closing.abort()
      await release()
    },
  }
}

const appended = (revision: number, commit: bigint): Appended => ({ ok: true, revision, position: String(commit) })

function clientFor(url: string, name: string): EventStoreDBClient {
  if (shared && shared.url !== url) throw new EventStoreError('refused', 'this process already holds a client of another event store')
  shared ??= { url, client: newClient(url, name), users: 0 }
  shared.users += 1
  return shared.client
}

function newClient(url: string, name: string): EventStoreDBClient {
  try {
    const client = EventStoreDBClient.connectionString(`${url}${url.includes('?') ? '&' : '?'}connectionName=${encodeURIComponent(name)}`)
    // Classic appends only: the batch call of 6.2.1 has no client-side deadline, fails the appends of every client in the process
    // when one call breaks, and ends the process on an answer it does not know. See infra/decisions, 2.
    const inner = client as unknown as Inner
    inner.supports = async () => false
    const createChannel = inner.createChannel
    inner.createChannel = async () => withReceiveWindow(await createChannel())
    return client
  } catch {
    // The client's own message quotes the connection string, credentials and all.
    throw new EventStoreError('invalid', `the connection string of the event store at ${addressOf(url)} is not understood`)
  }
}

async function release(): Promise<void> {
  if (!shared) return
  shared.users -= 1
  if (shared.users > 0) return
  const { client } = shared
  shared = null
  await within(2_000, client.dispose()).catch(() => {})
  const channel = await within(2_000, (client as unknown as Inner).getChannel()).catch(() => null)
  channel?.close()
}
