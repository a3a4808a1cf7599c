import type { Sink } from '../calls/sink.ts'
import type { NodeParts } from '../node-parts.ts'
import { encodeCaughtUp } from '../wire/read-answer.ts'
import type { ReadQuery } from '../wire/read-query.ts'
import type { Frame } from '../wire/recorded-event.ts'
import type { Refusal } from '../wire/refusals.ts'
import { consumerTooSlow } from '../wire/refusals.ts'
import { resolveLink } from './resolve-links.ts'
import { sendEvent } from './send-events.ts'

export type FollowedEvent = { readonly position: number; readonly revision: number; readonly frame: Frame }

/** Gives what comes after a place, page by page, in order and without end. */
export type Follower = {
  next(): Promise<readonly FollowedEvent[]>
  /** Whether everything committed so far has been given. */
  isAtEnd(): boolean
  /** Events committed and not yet given, as far as they are in memory; infinitely many where more were committed than that. */
  waiting(): readonly FollowedEvent[] | 'more than memory holds'
  changed(sink: Sink): Promise<void>
}

export type Subscription = {
  readonly query: ReadQuery
  readonly follower: Follower
  /** Whether it counts as caught up before it has had any event. */
  readonly isCaughtUpWhenEmpty: boolean
  isWanted(event: FollowedEvent): boolean
  /** Called after each event, wanted or not; a refusal ends the subscription. */
  after(event: FollowedEvent): Refusal | undefined
}

/** Live events that a real server keeps for a subscription whose reader is behind. */
const MAX_WAITING = 32

/** Sends a subscription's events, and once that it is caught up, until its reader is gone or it is refused. */
export async function deliver(subscription: Subscription, node: NodeParts, sink: Sink): Promise<void> {
  const { follower, query } = subscription
  const progress = { isCaughtUp: false, delivered: 0, hadEvents: false }
  while (!sink.isClosed()) {
    const events = await follower.next()
    if (events.length > 0) {
      if (progress.isCaughtUp && node.faults.abortAsTooSlow?.({ stream: query.stream?.toString(), delivered: progress.delivered })) {
        return sink.refuse(consumerTooSlow())
      }
      progress.hadEvents = true
      await deliverPage(events, { ...subscription, progress }, node, sink)
    } else if (follower.isAtEnd()) {
      if (!progress.isCaughtUp && (progress.hadEvents || subscription.isCaughtUpWhenEmpty)) {
        progress.isCaughtUp = true
        sink.send(encodeCaughtUp())
      }
      // A reader that has gone is not woken again.
      if (!sink.isClosed()) await follower.changed(sink)
    }
  }
}

async function deliverPage(
  events: readonly FollowedEvent[],
  subscription: Subscription & { readonly progress: { isCaughtUp: boolean; delivered: number } },
  node: NodeParts,
  sink: Sink,
): Promise<void> {
  const { query, progress } = subscription
  for (const [index, event] of events.entries()) {
    const isWanted = subscription.isWanted(event)
    if (isWanted) progress.delivered++
    const message = isWanted && query.resolveLinks ? await resolveLink(event.frame, node) : event.frame
    if (isWanted && !sendEvent(message, query, sink)) {
      const isLive = progress.isCaughtUp && node.abortsSlowConsumers
      if (isLive && (await leavesTooMuch(events.slice(index + 1), subscription, node, sink))) return sink.refuse(consumerTooSlow())
      await sink.ready()
    }
    const refusal = subscription.after(event)
    if (refusal !== undefined) sink.refuse(refusal)
    if (sink.isClosed()) return
  }
}

/** Whether a reader that is behind leaves more live events waiting than are kept for it; false once it has caught up. */
async function leavesTooMuch(
  restOfPage: readonly FollowedEvent[],
  { follower, isWanted }: Subscription,
  { feed }: NodeParts,
  sink: Sink,
): Promise<boolean> {
  const ready = sink.ready().then(() => 'ready' as const)
  for (;;) {
    const waiting = follower.waiting()
    if (waiting === 'more than memory holds') return true
    if ([...restOfPage, ...waiting].filter(isWanted).length > MAX_WAITING) return true
    if ((await Promise.race([ready, feed.changed(feed.head(), sink)])) === 'ready') return false
  }
}
