import { setImmediate as afterWhatArrived } from 'node:timers/promises'
import type { LogWriter } from '../log/event-log.ts'
import type { LiveFeed } from '../live/live-feed.ts'
import type { Stream, Streams } from '../log/streams.ts'
import { decideWrite } from './decide-write.ts'
import type { DecisionContext } from './decide-write.ts'
import type { Draft } from './draft.ts'
import { applyDraft, startDraft } from './draft.ts'
import { createRecentIds } from './recent-ids.ts'
import type { WriteOutcome, WriteRequest } from './write-request.ts'
import type { Frame } from '../wire/recorded-event.ts'

/**
 * The one serial writer: takes what has come in, decides it in order, writes it in one commit, and only then makes it
 * visible and answers. While a commit is under way the next group collects.
 */
export type Writer = {
  submit(request: WriteRequest): void
  /** Bytes of the requests not yet answered. */
  waitingBytes(): number
  /** The position that the next event will have. */
  endOfLog(): number
  /** Resolves when the commit under way is done and answered. What still waits is dropped: its calls are to be ended. */
  stop(): Promise<void>
}

export type WriterOptions = {
  readonly streams: Streams
  readonly feed: LiveFeed
  /** Opens the log again after its connection was lost, for as long as it takes. */
  reopen(): Promise<LogWriter>
  readonly log: LogWriter
  onProblem(sentence: string): void
}

const MAX_EVENTS = 4_000
const MAX_BYTES = 8 * 1024 * 1024
/** How long a stop waits for a commit that does not return. */
const COMMIT_PATIENCE_MS = 3_000

const COMMITTED_IDS = {
  name: 'committed-ids',
  text: `select id, revision, position from event_node.event where stream_id = $1 and revision >= $2 and revision < $3`,
}
const LAST_FRAME = {
  name: 'last-frame-of-stream',
  text: `select frame from event_node.event where stream_id = $1 and revision < 9223372036854775807 order by revision desc limit 1`,
}

export function createWriter(options: WriterOptions): Writer {
  const { streams, feed } = options
  const recent = createRecentIds()
  let log = options.log
  let end = log.end
  let queue: WriteRequest[] = []
  let waitingBytes = 0
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  let isRunning = false

  const context: DecisionContext = {
    streams,
    recent,
    async committedIds(streamId, from, to) {
      const rows = await log.query<[string, string, string]>({ ...COMMITTED_IDS, values: [streamId, from, to] })
      return rows.map(([id, revision, position]) => ({ id, revision: Number(revision), position: Number(position) }))
    },
    async lastFrame(streamId) {
      return (await log.query<[Frame]>({ ...LAST_FRAME, values: [streamId] }))[0]?.[0]
    },
  }

  const hasWork = () => queue.length > 0 && !stopped

  async function run(): Promise<void> {
    isRunning = true
    while (hasWork()) {
      // What has already reached the process is to be in this commit, too: twice the events a commit under load.
      await afterWhatArrived()
      const group = takeGroup()
      const outcomes = await writeGroup(group).catch((error: Error) => {
        options.onProblem(`A group of appends could not be written: ${error.message}`)
        return undefined
      })
      for (const [index, request] of group.entries()) finish(request, outcomes?.[index] ?? { kind: 'unknown' })
      if (outcomes === undefined) await recover()
      streams.trim()
    }
    isRunning = false
  }

  async function writeGroup(group: readonly WriteRequest[]): Promise<readonly WriteOutcome[]> {
    const found = await streams.load(group.map((request) => request.stream))
    const draft = startDraft(end)
    const outcomes: WriteOutcome[] = []
    for (const [index, request] of group.entries()) {
      outcomes.push(request.abandoned() ? { kind: 'timeout' } : await decideWrite(request, found[index] as Stream, draft, context))
    }
    if (draft.stored.length > 0) await commit(draft)
    return outcomes
  }

  async function commit(draft: Draft): Promise<void> {
    await log.write(draft.newStreams, draft.stored)
    end = {
      nextPosition: draft.nextPosition,
      nextStreamId: draft.nextStreamId,
      seeding: draft.seeding,
      lastPosition: draft.live.at(-1)?.position ?? end.lastPosition,
    }
    applyDraft(draft, recent)
    feed.publish(draft.live)
  }

  /** The connection broke, perhaps after a commit: forget everything and begin again from what the log holds. */
  async function recover(): Promise<void> {
    if (stopped) return
    await log.close().catch(() => {})
    log = await options.reopen()
    end = log.end
    streams.clear()
    recent.clear()
    feed.restartAt(end.lastPosition)
  }

  function takeGroup(): WriteRequest[] {
    let events = 0
    let bytes = 0
    let count = 0
    for (const request of queue) {
      if (count > 0 && (events + request.events.length > MAX_EVENTS || bytes + request.size > MAX_BYTES)) break
      events += request.events.length
      bytes += request.size
      count++
    }
    const group = queue.slice(0, count)
    queue = queue.slice(count)
    return group
  }

  function finish(request: WriteRequest, outcome: WriteOutcome): void {
    waitingBytes -= request.size
    request.answer(outcome)
  }

  return {
    submit(request) {
      if (stopped) return
      waitingBytes += request.size
      queue.push(request)
      if (!isRunning) running = run()
    },
    waitingBytes: () => waitingBytes,
    endOfLog: () => end.nextPosition,
    async stop() {
      stopped = true
      queue = []
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, COMMIT_PATIENCE_MS).unref())])
      await log.close().catch(() => {})
    },
  }
}
