import { http2StreamOf } from './http2-stream.ts'

/** Calls of one connection that are served at a time, as on the real server; the others wait. */
const MAX_CALLS = 100

/** Begins the call, unless it has ended meanwhile; whether it did. */
type Begin = () => boolean
type Connection = { served: number; readonly waiting: Set<Begin> }

/**
 * Gives handlers that begin once fewer than a hundred other calls of their connection are under way, the longest waiting first. A call
 * that has ended before its turn is never begun.
 *
 * HTTP/2 has a setting for this, and HTTP/2 in Node answers a call with RESOURCE_EXHAUSTED where it comes together with the ends of
 * those that made room for it, as when a client breaks off a hundred calls and more are queued behind them.
 */
export function limitCalls(): <C extends object, Rest extends unknown[]>(
  handle: (call: C, ...rest: Rest) => void,
) => (call: C, ...rest: Rest) => void {
  const connections = new WeakMap<object, Connection>()

  return (handle) =>
    (call, ...rest) => {
      const stream = http2StreamOf(call)
      if (stream?.session === undefined) return handle(call, ...rest)
      const connection = connections.get(stream.session) ?? { served: 0, waiting: new Set() }
      connections.set(stream.session, connection)
      let leave = (): void => void connection.waiting.delete(begin)
      const begin: Begin = () => {
        // The end of an interrupted call may already have been reported, and would give back no turn.
        if (stream.closed || stream.destroyed) return false
        connection.served++
        leave = () => giveTurn(connection)
        handle(call, ...rest)
        return true
      }
      stream.once('close', () => leave())
      if (connection.served < MAX_CALLS) begin()
      else connection.waiting.add(begin)
    }
}

/** A call has ended: the next begins. */
function giveTurn(connection: Connection): void {
  connection.served--
  for (const begin of connection.waiting) {
    connection.waiting.delete(begin)
    if (begin()) return
  }
}
