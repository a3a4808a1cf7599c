import { randomUUID } from 'node:crypto'
import type { Sink } from '../calls/sink.ts'
import type { LiveEvent } from '../live/live-feed.ts'
import type { PagedEvent } from '../log/log-reader.ts'
import type { Stream } from '../log/streams.ts'
import { isSoftDeleted } from '../log/streams.ts'
import type { NodeParts } from '../node-parts.ts'
import { encodeCaughtUp, encodeConfirmation } from '../wire/read-answer.ts'
import type { ReadQuery } from '../wire/read-query.ts'
import { consumerTooSlow, streamDeleted } from '../wire/refusals.ts'
import { findStream } from './read-stream.ts'
import { resolveLink } from './resolve-links.ts'
import { PAGE, sendEvent } from './send-events.ts'
import { hidesEvent, visibleFrom } from './visible-events.ts'

/**
 * Follows one stream after a revision. A stream that is missing is followed too; from its start, such a subscription is
 * caught up only with the stream's first events. A tombstone is delivered and then ends the subscription.
 */
export async function subscribeToStream(query: ReadQuery, name: Buffer, node: NodeParts, sink: Sink): Promise<void> {
  const stream = await findStream(name, node)
  if (stream === 'deleted') return sink.refuse(streamDeleted(name))
  sink.send(encodeConfirmation(randomUUID()))
  const follower = followStream(name, startRevision(query, stream), node)
  let mayCatchUp = query.from !== 'start' || (stream.last >= 0 && !isSoftDeleted(stream))
  let isCaughtUp = false
  let delivered = 0
  while (!sink.isClosed()) {
    const events = await follower.next()
    mayCatchUp ||= events.length > 0
    if (follower.isAtEnd() && events.length === 0 && mayCatchUp && !isCaughtUp) {
      isCaughtUp = true
      sink.send(encodeCaughtUp())
    }
    if (events.length === 0 && follower.isAtEnd()) await follower.changed()
    else if (isCaughtUp && events.length > 0 && node.faults.abortAsTooSlow?.({ stream: name.toString(), delivered }))
      return sink.refuse(consumerTooSlow())
    for (const { frame, revision } of events) {
      if (hidesEvent(stream, frame)) continue
      delivered++
      if (!sendEvent(query.resolveLinks ? await resolveLink(frame, node) : frame, query, sink)) await sink.ready()
      if (revision >= 2 ** 63) return sink.refuse(streamDeleted(name))
      if (sink.isClosed()) return
    }
  }
}

function startRevision({ from }: ReadQuery, stream: Stream): number {
  if (from === 'end') return stream.last + 1
  const asked = from === 'start' ? 0 : Number(from) + 1
  return Math.max(asked, isSoftDeleted(stream) ? stream.last + 1 : visibleFrom(stream))
}

type Follower = { next(): Promise<readonly (LiveEvent | PagedEvent)[]>; isAtEnd(): boolean; changed(): Promise<void> }

/** Gives a stream's events from a revision on, first from the database, then from memory while it reaches back far enough. */
function followStream(name: Buffer, start: number, { feed, reader, streams }: NodeParts): Follower {
  let revision = start
  let id: number | undefined
  /** Position up to which every event of the stream has been given; undefined while reading from the database. */
  let seen: number | undefined

  async function fromDatabase(): Promise<readonly PagedEvent[]> {
    const head = feed.head()
    id ??= (await streams.load([name]))[0]?.id
    const events = id === undefined ? [] : await reader.stream(id, revision, Infinity, PAGE)
    if (events.length === 0) seen = head
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
    changed: () => feed.changed(seen ?? 0),
  }
}
