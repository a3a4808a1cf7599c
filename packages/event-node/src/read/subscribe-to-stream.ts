import { randomUUID } from 'node:crypto'
import type { Sink } from '../calls/sink.ts'
import type { LiveEvent } from '../live/live-feed.ts'
import type { PagedEvent } from '../log/log-reader.ts'
import type { Stream } from '../log/streams.ts'
import { isSoftDeleted } from '../log/streams.ts'
import type { NodeParts } from '../node-parts.ts'
import { encodeConfirmation } from '../wire/read-answer.ts'
import type { ReadQuery } from '../wire/read-query.ts'
import { streamDeleted } from '../wire/refusals.ts'
import type { Follower } from './deliver.ts'
import { deliver } from './deliver.ts'
import { findStream, prefetch } from './read-stream.ts'
import { PAGE } from './send-events.ts'
import { hidesEvent, visibleFrom } from './visible-events.ts'

/** No event but a tombstone has a revision as high. */
const TOMBSTONE = 2 ** 63

/**
 * Follows one stream after a revision. A stream that is missing is followed too; from its start, such a subscription is
 * caught up only with the stream's first events. A tombstone is delivered and then ends the subscription.
 */
export async function subscribeToStream(query: ReadQuery, name: Buffer, node: NodeParts, sink: Sink): Promise<void> {
  const stream = await findStream(name, node)
  if (stream === 'deleted') return sink.refuse(streamDeleted(name))
  sink.send(encodeConfirmation(randomUUID()))
  await deliver(
    {
      query,
      follower: followStream(name, startRevision(query, stream), node),
      isCaughtUpWhenEmpty: query.from !== 'start' || (stream.last >= 0 && !isSoftDeleted(stream)),
      isWanted: ({ frame }) => !hidesEvent(stream, frame),
      after: ({ revision }) => (revision >= TOMBSTONE ? streamDeleted(name) : undefined),
    },
    node,
    sink,
  )
}

function startRevision({ from }: ReadQuery, stream: Stream): number {
  if (from === 'end') return stream.last + 1
  const asked = from === 'start' ? 0 : Number(from) + 1
  return Math.max(asked, isSoftDeleted(stream) ? stream.last + 1 : visibleFrom(stream))
}

/** Gives a stream's events from a revision on, first from the database, then from memory while that reaches back far enough. */
function followStream(name: Buffer, start: number, { feed, reader, streams }: NodeParts): Follower {
  let revision = start
  let id: number | undefined
  /** Position up to which every event of the stream has been given; undefined while reading from the database. */
  let seen: number | undefined
  let ahead: Promise<PagedEvent[]> | undefined

  /** Whether the stream is known to end before the next revision, as of the head of the feed. */
  function hasNothingLeft(): boolean {
    const known = streams.held(name)
    return known !== undefined && !known.tombstoned && known.last < revision
  }

  async function fromDatabase(): Promise<readonly PagedEvent[]> {
    id ??= (await streams.load([name]))[0]?.id
    const head = feed.head()
    if (ahead === undefined && hasNothingLeft()) {
      seen = head
      return []
    }
    const events = id === undefined ? [] : await (ahead ?? reader.stream(id, revision, Infinity, PAGE))
    // Only a page asked for after the head was noted can say that nothing is left before it.
    if (events.length === 0 && ahead === undefined) seen = head
    const last = events.at(-1)
    ahead =
      id !== undefined && last !== undefined && events.length === PAGE
        ? prefetch(reader.stream(id, last.revision + 1, Infinity, PAGE))
        : undefined
    return events
  }

  async function fromMemory(from: number): Promise<readonly LiveEvent[]> {
    const events = feed.after(from, PAGE)
    if (events.length === 0) return events
    id ??= (await streams.load([name]))[0]?.id
    seen = (events.at(-1) as LiveEvent).position
    return events.filter((event) => event.streamId === id && event.revision >= revision)
  }

  return {
    async next() {
      if (seen !== undefined && !feed.reaches(seen)) seen = undefined
      const events = seen === undefined ? await fromDatabase() : await fromMemory(seen)
      const last = events.at(-1)
      if (last !== undefined) revision = last.revision + 1
      return events
    },
    isAtEnd: () => seen !== undefined && seen >= feed.head(),
    waiting() {
      if (seen === undefined || !feed.reaches(seen)) return 'more than memory holds'
      return feed.after(seen, Infinity).filter((event) => event.streamId === id)
    },
    changed: (sink) => feed.changed(seen ?? 0, sink),
  }
}
