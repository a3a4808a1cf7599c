import { randomUUID } from 'node:crypto'
import type { Sink } from '../calls/sink.ts'
import type { LiveEvent } from '../live/live-feed.ts'
import type { PagedEvent } from '../log/log-reader.ts'
import type { NodeParts } from '../node-parts.ts'
import { encodeCaughtUp, encodeCheckpoint, encodeConfirmation } from '../wire/read-answer.ts'
import type { ReadQuery } from '../wire/read-query.ts'
import { consumerTooSlow, handlerFailed } from '../wire/refusals.ts'
import { compileFilter } from './filter-events.ts'
import { prefetch } from './read-stream.ts'
import { resolveLink } from './resolve-links.ts'
import { PAGE, sendEvent } from './send-events.ts'

/**
 * Follows `$all` after a position. A subscriber that falls behind what is in memory is served from the database again,
 * so that a slow one costs no memory. With a filter, a checkpoint is sent after every so many events considered.
 */
export async function subscribeToAll(query: ReadQuery, node: NodeParts, sink: Sink): Promise<void> {
  const matches = query.filter === undefined ? undefined : compileFilter(query.filter)
  const start = await startPosition(query, node)
  if (start === 'invalid' || (query.filter !== undefined && matches === undefined)) return sink.refuse(handlerFailed())
  sink.send(encodeConfirmation(randomUUID()))
  const follower = followAll(start, node)
  let isCaughtUp = false
  let considered = 0
  let delivered = 0
  while (!sink.isClosed()) {
    const events = await follower.next()
    if (events.length === 0 && !isCaughtUp) {
      isCaughtUp = true
      sink.send(encodeCaughtUp())
    }
    if (events.length === 0) await follower.changed()
    else if (isCaughtUp && node.faults.abortAsTooSlow?.({ stream: undefined, delivered })) return sink.refuse(consumerTooSlow())
    for (const { frame, position } of events) {
      if (matches === undefined || matches(frame)) {
        delivered++
        if (!sendEvent(query.resolveLinks ? await resolveLink(frame, node) : frame, query, sink)) await sink.ready()
      }
      if (query.filter !== undefined && ++considered % query.filter.checkpointEvery === 0) sink.send(encodeCheckpoint(position))
      if (sink.isClosed()) return
    }
  }
}

async function startPosition({ from }: ReadQuery, node: NodeParts): Promise<number | 'invalid'> {
  if (from === 'start') return 0
  if (from === 'end') return node.feed.head()
  const position = Number(from)
  return position > node.feed.head() || (await node.reader.hasPosition(position)) ? position : 'invalid'
}

type Follower = { next(): Promise<readonly (LiveEvent | PagedEvent)[]>; changed(): Promise<void> }

/** Gives the events after a position, from memory where they are there, else from the database, a page ahead. */
function followAll(start: number, { feed, reader }: NodeParts): Follower {
  let cursor = start
  let ahead: Promise<PagedEvent[]> | undefined
  return {
    async next() {
      const fromMemory = ahead === undefined && feed.reaches(cursor)
      const events = fromMemory ? feed.after(cursor, PAGE) : await (ahead ?? reader.all(cursor + 1, Infinity, PAGE))
      cursor = events.at(-1)?.position ?? cursor
      ahead = events.length > 0 && !feed.reaches(cursor) ? prefetch(reader.all(cursor + 1, Infinity, PAGE)) : undefined
      return events
    },
    changed: () => feed.changed(cursor),
  }
}
