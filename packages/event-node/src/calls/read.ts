import type { ServerWritableStream } from '@grpc/grpc-js'
import type { NodeParts } from '../node-parts.ts'
import { readAll } from '../read/read-all.ts'
import { readStream } from '../read/read-stream.ts'
import { subscribeToAll } from '../read/subscribe-to-all.ts'
import { subscribeToStream } from '../read/subscribe-to-stream.ts'
import type { ReadQuery } from '../wire/read-query.ts'
import { readQueryOf } from '../wire/read-query.ts'
import { cancelledByStop, handlerFailed, shuttingDown } from '../wire/refusals.ts'
import type { ReadReq } from '../wire/stubs.ts'
import { endWith } from './open-calls.ts'
import type { Sink } from './sink.ts'
import { createSink } from './sink.ts'

/** Streams.Read: reads and subscriptions, of a stream and of `$all`. */
export function handleRead(node: NodeParts): (call: ServerWritableStream<ReadReq, Buffer>) => void {
  return (call) => {
    const query = readQueryOf(call.request)
    if ('refused' in query) return endWith(call, query.refused)
    // Without a form for ids the real server never answers; a client that would hang there is to hang here.
    if (query.ids === undefined) return
    const stopped = query.count === undefined ? shuttingDown : cancelledByStop
    const sink = createSink(call, node.openCalls, stopped, node.feed.wake)
    const pages = node.reader.forCall(sink.isClosed)
    serve(query, { ...node, reader: { ...node.reader, ...pages } }, sink).catch(() => sink.refuse(handlerFailed()))
  }
}

function serve(query: ReadQuery, node: NodeParts, sink: Sink): Promise<void> {
  if (query.count === undefined) {
    return query.stream === undefined ? subscribeToAll(query, node, sink) : subscribeToStream(query, query.stream, node, sink)
  }
  return query.stream === undefined ? readAll(query, node, sink) : readStream(query, query.stream, node, sink)
}
