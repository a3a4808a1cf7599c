import type { Recorded, DomainFact } from '@outstanding/domain'
import { comparePositions, decodeEvent } from '@outstanding/event-store'
import { mayRead } from '@outstanding/identity'
import type { Context } from '../../server/context.ts'
import { hasPublicDetails } from '../history/shown-entry.ts'
import { nounOf } from '../../nouns/noun.ts'

export type FeedEvent = Recorded<DomainFact>

/** Small, because a client may leave after the first events. */
const aPage = 50
const lookMs = 250
/** How often a token is looked at while nothing changes. */
const tokenMs = 10_000

/**
 * What is recorded after a log position, in the order of the log, as soon as the read models show it: a subscriber can
 * read it. Without one: from now on. Ends with the request, the API or the token: at the next change, or within some seconds.
 */
export function eventsAfter(context: Context, after: string | null): AsyncIterableIterator<FeedEvent> {
  const ended = new AbortController()
  const end = (): void => ended.abort()
  context.ending.addEventListener('abort', end, { once: true })
  const events = feed(context, after, ended.signal)
  return {
    next: () => events.next(),
    // A waiting generator cannot be ended, so it is woken first.
    return: () => {
      context.ending.removeEventListener('abort', end)
      end()
      return events.return(undefined)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

async function* feed(context: Context, after: string | null, ended: AbortSignal): AsyncGenerator<FeedEvent, undefined> {
  const leave = context.listeners.take()
  try {
    let seen = after ?? (await context.progress.position())
    let checkedAt = performance.now()
    while (!ended.aborted) {
      const isStale = performance.now() - checkedAt > tokenMs
      if (isStale && !(await context.stillSignedIn())) return
      if (isStale) checkedAt = performance.now()
      const upTo = await context.progress.position()
      const hasMore = comparePositions(upTo, seen) > 0
      if (!hasMore) await pause(lookMs, ended)
      const through = hasMore ? yield* eventsBetween(context, { after: seen, upTo, ended }) : seen
      if (through === null) return
      seen = through
    }
  } finally {
    leave()
    await context.readSession.end()
  }
}

/** Tells a page of what lies between two places; gives the place up to which nothing is left out, null where the token has ended. */
async function* eventsBetween(
  context: Context,
  { after, upTo, ended }: { readonly after: string; readonly upTo: string; readonly ended: AbortSignal },
): AsyncGenerator<FeedEvent, string | null> {
  const { events, through } = await pageOf(context, after, upTo)
  for (const event of events) {
    if (ended.aborted) return null
    if (!(await isFor(context, event))) continue
    if (!(await context.stillSignedIn())) return null
    yield event
  }
  await context.readSession.renew()
  return through
}

type Page = { readonly events: readonly FeedEvent[]; readonly through: string }

/** Some events after a place, none of them later than `upTo`, and the place up to which nothing is left out. */
async function pageOf({ store }: Context, after: string, upTo: string): Promise<Page> {
  const { events, next } = await store.readAll({ after, maxCount: aPage })
  const inTime = events.filter(({ position }) => comparePositions(position, upTo) <= 0)
  const decoded = inTime.map((event) => decodeEvent(event)).filter((event) => event.ok)
  return { events: decoded.map(({ event }) => event), through: next !== null && inTime.length === events.length ? next : upTo }
}

/** The public gets what is published and mentions nothing else. */
async function isFor(context: Context, event: FeedEvent): Promise<boolean> {
  const { stream } = event
  const noun = nounOf(stream)
  if (noun === undefined || noun.feed === 'NOBODY') return false
  if (mayRead(context.viewer.role, 'unpublished')) return true
  return noun.feed === 'PUBLIC' && (await noun.isShown(stream, await context.readSession.view())) && hasPublicDetails(event, context)
}

function pause(ms: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      ended.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    ended.addEventListener('abort', done)
  })
}
