import type { Sink } from '../calls/sink.ts'
import type { NodeParts } from '../node-parts.ts'
import { withStructuredIds } from '../wire/read-answer.ts'
import type { ReadQuery } from '../wire/read-query.ts'
import type { Frame } from '../wire/recorded-event.ts'
import { resolveLink } from './resolve-links.ts'

/** Events of one page. */
export const PAGE = 500

/** Sends events until `left.count` is used up or the reader is gone, never far ahead of the reader. */
export async function sendEvents(
  events: readonly { readonly frame: Frame }[],
  { query, left }: { readonly query: ReadQuery; readonly left: { count: number } },
  node: NodeParts,
  sink: Sink,
): Promise<void> {
  for (const { frame } of events) {
    if (left.count === 0) return
    left.count--
    if (!sendEvent(query.resolveLinks ? await resolveLink(frame, node) : frame, query, sink)) await sink.ready()
    if (sink.isClosed()) return
  }
}

/** Sends one message with its ids in the form that was asked for; false when the reader is behind. */
export function sendEvent(message: Buffer, query: ReadQuery, sink: Sink): boolean {
  return sink.send(query.ids === 'structured' ? withStructuredIds(message) : message)
}
