import type { Sink } from '../calls/sink.ts'
import type { PagedEvent } from '../log/log-reader.ts'
import { FIRST_POSITION } from '../log/event-log.ts'
import type { NodeParts } from '../node-parts.ts'
import type { ReadQuery } from '../wire/read-query.ts'
import { unexpectedResult } from '../wire/refusals.ts'
import { compileFilter } from './filter-events.ts'
import { prefetch } from './read-stream.ts'
import { PAGE, sendEvents } from './send-events.ts'

/** Reads `$all` once: forwards from a position inclusive, backwards exclusive. Only positions given out are valid. */
export async function readAll(query: ReadQuery, node: NodeParts, sink: Sink): Promise<void> {
  // The real server never answers this one; a client that would hang there is to hang here.
  if (query.count === 0n) return
  const matches = query.filter === undefined ? () => true : compileFilter(query.filter)
  if (typeof matches !== 'function') return sink.refuse(matches.refused)
  const range = query.backwards ? await backwardsFrom(query, node) : await forwardsFrom(query, node)
  if (range === 'invalid') return sink.refuse(unexpectedResult('ReadAllResult'))
  const left = { count: Number(query.count) }
  if (range !== 'nothing') {
    for await (const page of query.backwards ? backwards(range, query, node) : forwards(range, query, node)) {
      const wanted = page.filter((event) => matches(event.frame))
      await sendEvents(wanted, { query, left }, node, sink)
      if (sink.isClosed() || left.count === 0) break
    }
  }
  sink.end()
}

async function forwardsFrom({ from }: ReadQuery, node: NodeParts): Promise<number | 'nothing' | 'invalid'> {
  if (from === 'start') return 0
  const position = Number(from)
  if (from === 'end' || position > node.feed.head()) return 'nothing'
  return (await node.reader.hasPosition(position)) ? position : 'invalid'
}

async function backwardsFrom({ from }: ReadQuery, node: NodeParts): Promise<number | 'nothing' | 'invalid'> {
  if (from === 'end') return Infinity
  const position = Number(from)
  if (from === 'start' || position < FIRST_POSITION) return 'nothing'
  return position === node.writer.endOfLog() || (await node.reader.hasPosition(position)) ? position : 'invalid'
}

async function* forwards(start: number, query: ReadQuery, node: NodeParts): AsyncGenerator<readonly PagedEvent[]> {
  const limit = pageLimit(query)
  const to = node.feed.head()
  let ahead: Promise<PagedEvent[]> | undefined = node.reader.all(start, to, limit)
  while (ahead !== undefined) {
    const page: readonly PagedEvent[] = await ahead
    const last = page.at(-1)?.position ?? to
    ahead = last < to ? prefetch(node.reader.all(last + 1, to, limit)) : undefined
    yield page
  }
}

async function* backwards(start: number, query: ReadQuery, node: NodeParts): AsyncGenerator<readonly PagedEvent[]> {
  const limit = pageLimit(query)
  let ahead: Promise<PagedEvent[]> | undefined = node.reader.allBackwards(start, limit)
  while (ahead !== undefined) {
    const page: readonly PagedEvent[] = await ahead
    const last = page.at(-1)?.position ?? 0
    ahead = last > FIRST_POSITION ? prefetch(node.reader.allBackwards(last, limit)) : undefined
    yield page
  }
}

/** A filter may pass over any number of events, so only an unfiltered read can ask for no more than it needs. */
function pageLimit({ count, filter }: ReadQuery): number {
  return filter === undefined ? Math.min(PAGE, Number(count)) : PAGE
}
