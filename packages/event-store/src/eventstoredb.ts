import { END, EventStoreDBClient, NO_STREAM, START } from '@eventstore/db-client'
import { addressOf, withEverySeed } from './address.ts'
import { collectRead } from './collect-read.ts'
import type { ClientRead } from './collect-read.ts'
import { checkAppend } from './check-new-events.ts'
import { persist } from './persist.ts'
import type { Appended, AppendResult, EventStore, ExpectedRevision, NewEvent, ReadStreamOptions, StoredEvent } from './port.ts'
import { EventStoreError } from './port.ts'
import type { Channel } from './receive-window.ts'
import { withReceiveWindow } from './receive-window.ts'
import type { ClientResolvedEvent } from './stored-event.ts'
import { positionOf, toStoredEvent } from './stored-event.ts'
import { subscription } from './subscription.ts'
import { within } from './waiting.ts'

type Inner = { supports: () => Promise<boolean>; getChannel: () => Promise<Channel>; createChannel: () => Promise<Channel> }

const defaultTimeoutMs = 10_000
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

  const readPage = (doing: string, open: () => ClientRead, timeoutMs: number): Promise<readonly ClientResolvedEvent[]> =>
    persist<readonly ClientResolvedEvent[]>(address, closing.signal, {
      doing,
      timeoutMs,
      once: (ms) => collectRead(open(), ms),
      expected: (failure) => (failure.kind === 'streamNotFound' ? [] : undefined),
    })

  async function readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly StoredEvent[]> {
    const backwards = options.direction === 'BACKWARDS'
    const wanted = options.maxCount ?? Infinity
    const events: StoredEvent[] = []
    let from = firstOf(options)
    const [step, lastToRead] = backwards ? [-1n, 0n] : [1n, null]
    while (events.length < wanted) {
      const maxCount = Math.min(pageSize, wanted - events.length)
      // From the leader: what a follower does not have yet would look like a conflict, or like no stream at all.
      const read = { maxCount, fromRevision: from, direction: backwards ? 'backwards' : 'forwards', requiresLeader: true } as const
      const page = await readPage(`read ${stream}`, () => client.readStream(stream, read), options.timeoutMs ?? defaultTimeoutMs)
      events.push(...page.map(toStoredEvent).filter((event) => event !== null))
      const last = page.at(-1)?.event?.revision
      if (page.length < maxCount || last === undefined || last === lastToRead) break
      from = last + step
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
    return persist<AppendResult>(address, closing.signal, {
      doing: `append to ${stream}`,
      timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
      async once(deadline) {
        const appendOptions = { expectedRevision, deadline, requiresLeader: true } as const
        const { nextExpectedRevision, position } = await client.appendToStream(stream, proposed, appendOptions)
        const revision = Number(nextExpectedRevision)
        return position ? appended(revision, position.commit) : placeOf(stream, revision)
      },
      expected: (failure) => (failure.kind === 'conflict' ? { ok: false, conflict: { expected, actual: failure.actual } } : undefined),
    })
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
        'read $all',
        () => client.readAll({ fromPosition, maxCount: count, direction: backwards ? 'backwards' : 'forwards' }),
        timeoutMs,
      )
      const fresh = page.filter((resolved) => String(positionOf(resolved)) !== after)
      const last = page.at(-1)
      const next = page.length < count || last === undefined ? null : String(positionOf(last))
      return { events: fresh.map(toStoredEvent).filter((event) => event !== null), next }
    },
    async head({ timeoutMs = defaultTimeoutMs } = {}) {
      const [last] = await readPage(
        'read $all',
        () => client.readAll({ fromPosition: END, maxCount: 1, direction: 'backwards' }),
        timeoutMs,
      )
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
    const seeds = withEverySeed(url)
    const client = EventStoreDBClient.connectionString(
      `${seeds}${seeds.includes('?') ? '&' : '?'}connectionName=${encodeURIComponent(name)}`,
    )
    // Classic appends only: the batch call of 6.2.1 has no client-side deadline, fails the appends of every client in the process
    // when one call breaks, and ends the process on an answer it does not know. See infra/decisions, 2.
    const inner = client as unknown as Inner
    inner.supports = async () => false
    const createChannel = inner.createChannel
    inner.createChannel = async () => withReceiveWindow(await createChannel())
    return client
  } catch {
    // The client's own message quotes the connection string, credentials and all.
    const message = `The address of the event store at ${addressOf(url).shown} is not understood: check the options after the question mark.`
    throw new EventStoreError('invalid', message, { fault: 'MALFORMED_ADDRESS' })
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

/** Where a read of a stream begins. */
function firstOf({ from, direction }: ReadStreamOptions): bigint | typeof START | typeof END {
  if (from !== undefined) return BigInt(from)
  return direction === 'BACKWARDS' ? END : START
}
