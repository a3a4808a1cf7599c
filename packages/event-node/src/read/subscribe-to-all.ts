import { randomUUID } from 'node:crypto'
import type { Sink } from '../calls/sink.ts'
import type { PagedEvent } from '../log/log-reader.ts'
import type { NodeParts } from '../node-parts.ts'
import { encodeCheckpoint, encodeConfirmation } from '../wire/read-answer.ts'
import type { ReadQuery } from '../wire/read-query.ts'
import { handlerFailed } from '../wire/refusals.ts'
import type { Follower } from './deliver.ts'
import { deliver } from './deliver.ts'
import { compileFilter } from './filter-events.ts'
import { prefetch } from './read-stream.ts'
import { PAGE } from './send-events.ts'

/**
 * Follows `$all` after a position. A subscriber that falls behind what is in memory is served from the database again,
 * so that a slow one costs no memory. With a filter, a checkpoint is sent after every so many events considered.
 */
export async function subscribeToAll(query: ReadQuery, node: NodeParts, sink: Sink): Promise<void> {
  const { filter } = query
  const matches = filter === undefined ? undefined : compileFilter(filter)
  const start = await startPosition(query, node)
  if (typeof matches === 'object') return sink.refuse(matches.refused)
  if (start === 'invalid') return sink.refuse(handlerFailed())
  let considered = 0
  sink.send(encodeConfirmation(randomUUID()))
  await deliver(
    {
      query,
      follower: followAll(start, node),
      isCaughtUpWhenEmpty: true,
      isWanted: ({ frame }) => matches === undefined || matches(frame),
      after({ position }) {
        if (filter !== undefined && ++considered % filter.checkpointEvery === 0) sink.send(encodeCheckpoint(position))
        return undefined
      },
    },
    node,
    sink,
  )
}

async function startPosition({ from }: ReadQuery, node: NodeParts): Promise<number | 'invalid'> {
  if (from === 'start') return 0
  if (from === 'end') return node.feed.head()
  const position = Number(from)
  return position > node.feed.head() || (await node.reader.hasPosition(position)) ? position : 'invalid'
}

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
    isAtEnd: () => cursor >= feed.head(),
    waiting: () => (feed.reaches(cursor) ? feed.after(cursor, Infinity) : 'more than memory holds'),
    changed: (sink) => feed.changed(cursor, sink),
  }
}
