import { randomUUID } from 'node:crypto'
import { createGate } from './access/gate.ts'
import type { NodeAccess } from './access/node-access.ts'
import { createWriter } from './append/writer.ts'
import type { Writer } from './append/writer.ts'
import { createOpenCalls } from './calls/open-calls.ts'
import { createHttpAnswers } from './connections/answer-http.ts'
import { listen } from './connections/listen.ts'
import type { Listener } from './connections/listen.ts'
import type { Faults } from './faults.ts'
import { createGrpcServer } from './grpc-server.ts'
import { createLiveFeed } from './live/live-feed.ts'
import { openLogWriter } from './log/event-log.ts'
import { openLogReader } from './log/log-reader.ts'
import { createStreams, writableNames } from './log/streams.ts'
import type { NodeParts } from './node-parts.ts'
import { NO_STREAM } from './wire/append-request.ts'

export type EventNodeOptions = {
  /** PostgreSQL database for the log; the node makes and upgrades its own schema, `event_node`, in it. */
  readonly databaseUrl: string
  /**
   * Who may use the node: it then speaks TLS only, and refuses everybody else. 'anybody' makes it plain and open to every program
   * that can reach it, as a real server's `--insecure` does: for tests.
   */
  readonly access: NodeAccess | 'anybody'
  /** Address to listen on, 127.0.0.1 by default. */
  readonly host?: string
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** Lets clients delete and tombstone streams and write their metadata; else that is access-denied. */
  readonly allowDeletes?: boolean
  /** Ends the subscription of a consumer that is too slow, as a real server does; else it is served on, from the database. */
  readonly abortSlowConsumers?: boolean
  /**
   * Takes recorded times from outside (`seededAt` in an event's metadata, UTC with milliseconds, never backwards) as long as the log holds
   * nothing else; the first event without one ends that for good. Else, and then, such an event is access-denied.
   */
  readonly takesSeeding?: boolean
  /** For tests of clients only. */
  readonly faults?: Faults
  /** Receives sentences that an operator should see. */
  readonly log?: (level: 'info' | 'error', sentence: string) => void
}

export type EventNode = {
  readonly address: string
  readonly port: number
  /** Ends open calls with a status, finishes the commit under way, and frees port and database. */
  close(): Promise<void>
}

const REOPEN_EVERY_MS = 250
/** How long the last answers and statuses have to leave the machine before connections are cut. */
const FAREWELL_MS = 2_000

/**
 * Starts an event node: the EventStoreDB protocol on one port, durable in PostgreSQL. Throws an error with one clear
 * sentence when the port is taken, the database unreachable, or another node has it.
 */
export async function startEventNode(options: EventNodeOptions): Promise<EventNode> {
  const {
    databaseUrl,
    access,
    host = '127.0.0.1',
    allowDeletes = false,
    abortSlowConsumers = false,
    takesSeeding = false,
    faults = {},
    log = () => {},
  } = options
  let isClosing = false
  const openWriter = () =>
    openLogWriter({
      databaseUrl,
      takesSeeding,
      onLost(error) {
        if (!isClosing) log('error', `The event node lost its database: ${error.message}`)
      },
    })
  const logWriter = await openWriter()
  const reader = openLogReader(databaseUrl)
  const feed = createLiveFeed(logWriter.end.lastPosition)
  const streams = createStreams(reader.query)
  const reopen = () =>
    untilItWorks(
      openWriter,
      () => isClosing,
      (error) => log('error', error.message),
    )
  const writer = createWriter({ streams, feed, log: logWriter, reopen, onProblem: (sentence) => log('error', sentence) })
  const openCalls = createOpenCalls()
  let listener: Listener | undefined
  const known = access === 'anybody' ? undefined : access
  const node: NodeParts = {
    reader,
    streams,
    feed,
    writer,
    openCalls,
    faults,
    gate: createGate(known),
    allowDeletes,
    mayWrite: writableNames({ allowDeletes, hasUsers: known !== undefined }),
    abortsSlowConsumers: abortSlowConsumers,
    dropConnection: (peer) => listener?.drop(peer),
  }
  const server = createGrpcServer(node, host, () => listener?.port ?? 0)

  const answerHttp = createHttpAnswers({
    host,
    port: () => listener?.port ?? 0,
    isLive: () => !isClosing,
    isSecure: known !== undefined,
    instanceId: randomUUID(),
  })

  async function close(): Promise<void> {
    if (isClosing) return
    isClosing = true
    listener?.refuseNew()
    await writer.stop()
    openCalls.endAll()
    feed.wakeAll()
    await listener?.drain(FAREWELL_MS)
    server.forceShutdown()
    listener?.destroy()
    await reader.close()
  }

  try {
    if (logWriter.end.lastPosition === 0) await writeFirstEvent(writer)
    listener = await listen({ grpc: server, host, port: options.port ?? 0, certificate: known, answerHttp })
  } catch (error) {
    await close()
    throw error
  }
  log('info', `The event node serves ${host}:${listener.port}.`)
  return { address: host, port: listener.port, close }
}

/** The log of every real node begins with this event, so that `$all` is never empty. */
function writeFirstEvent(writer: Writer): Promise<void> {
  return new Promise((resolve, reject) => {
    const data = Buffer.from('{"$maxAge":2592000}')
    const event = { id: randomUUID(), type: '$metadata', isJson: true, customMetadata: Buffer.alloc(0), data }
    writer.submit({
      kind: 'append',
      stream: Buffer.from('$$$scavenges'),
      expected: NO_STREAM,
      events: [event],
      size: 0,
      abandoned: () => false,
      answer: (outcome) => (outcome.kind === 'success' ? resolve() : reject(new Error('The event node cannot write to its database.'))),
    })
  })
}

/** Tries again for ever, saying once why it has to. */
async function untilItWorks<T>(attempt: () => Promise<T>, isOver: () => boolean, onFailure: (error: Error) => void): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt()
    } catch (error) {
      if (isOver()) throw error
      if (failures === 0) onFailure(error as Error)
    }
    await new Promise((resolve) => setTimeout(resolve, REOPEN_EVERY_MS))
  }
}
