import type { Sink } from '../calls/sink.ts'
import type { PagedEvent } from '../log/log-reader.ts'
import type { Stream } from '../log/streams.ts'
import { isMetastream, isSoftDeleted, originalOf } from '../log/streams.ts'
import type { NodeParts } from '../node-parts.ts'
import { encodeLastStreamPosition, encodeStreamNotFound } from '../wire/read-answer.ts'
import type { ReadQuery } from '../wire/read-query.ts'
import { streamDeleted, unexpectedResult } from '../wire/refusals.ts'
import { PAGE, sendEvents } from './send-events.ts'
import { hidesEvent, visibleFrom } from './visible-events.ts'

/** Reads a stream once, in either direction, as far as it went when the read began. */
export async function readStream(query: ReadQuery, name: Buffer, node: NodeParts, sink: Sink): Promise<void> {
  if (asksForNothing(query)) return sink.refuse(unexpectedResult('ReadStreamResult'))
  const stream = await findStream(name, node)
  if (stream === 'deleted') return sink.refuse(streamDeleted(name))
  if (isAbsent(stream)) {
    sink.send(encodeStreamNotFound(name))
    return sink.end()
  }
  const left = { count: Number(query.count) }
  for await (const page of query.backwards ? backwards(query, stream, node) : forwards(query, stream, node)) {
    const shown = page.filter((event) => !hidesEvent(stream, event.frame))
    await sendEvents(shown, { query, left }, node, sink)
    if (sink.isClosed() || left.count === 0) break
  }
  if (query.withLastPosition) sink.send(encodeLastStreamPosition(stream.last))
  sink.end()
}

const asksForNothing = (query: ReadQuery): boolean => query.count === 0n || (query.from === 'end' && !query.backwards)
const isAbsent = (stream: Stream): boolean => stream.id === undefined || stream.last < 0 || isSoftDeleted(stream)

/** The stream; 'deleted' where it, or the stream whose metadata it holds, has a tombstone. */
export async function findStream(name: Buffer, node: NodeParts): Promise<Stream | 'deleted'> {
  const [stream, original] = await node.streams.load(isMetastream(name) ? [name, originalOf(name)] : [name])
  return stream === undefined || stream.tombstoned || original?.tombstoned ? 'deleted' : stream
}

async function* forwards(query: ReadQuery, stream: Stream, node: NodeParts): AsyncGenerator<readonly PagedEvent[]> {
  const { last } = stream
  const id = stream.id as number
  let from = Math.max(query.from === 'start' ? 0 : Number(query.from), visibleFrom(stream))
  const limit = Math.min(PAGE, Number(query.count))
  let ahead = from <= last ? node.reader.stream(id, from, last, limit) : undefined
  while (ahead !== undefined) {
    const page: readonly PagedEvent[] = await ahead
    from = (page.at(-1)?.revision ?? last) + 1
    ahead = from <= last && page.length < Number(query.count) ? prefetch(node.reader.stream(id, from, last, limit)) : undefined
    yield page
  }
}

async function* backwards(query: ReadQuery, stream: Stream, node: NodeParts): AsyncGenerator<readonly PagedEvent[]> {
  const first = visibleFrom(stream)
  const id = stream.id as number
  let to = query.from === 'end' ? stream.last : query.from === 'start' ? 0 : Math.min(Number(query.from), stream.last)
  const limit = Math.min(PAGE, Number(query.count))
  let ahead = to >= first ? node.reader.streamBackwards(id, first, to, limit) : undefined
  while (ahead !== undefined) {
    const page: readonly PagedEvent[] = await ahead
    to = (page.at(-1)?.revision ?? first) - 1
    ahead = to >= first && page.length < Number(query.count) ? prefetch(node.reader.streamBackwards(id, first, to, limit)) : undefined
    yield page
  }
}

/** A page asked for early may never be looked at; its failure is then nobody's concern. */
export function prefetch(page: Promise<PagedEvent[]>): Promise<PagedEvent[]> {
  page.catch(() => {})
  return page
}
