import type { Recorded } from '@outstanding/domain'
import { comparePositions, decodeEvent, parseStream } from '@outstanding/event-store'
import type { DomainFact } from '@outstanding/event-store'
import type { Context } from '../context.ts'
import type { View } from '../reading/reading.ts'

export type News = Recorded<DomainFact>

const aPage = 500
const lookMs = 250

/**
 * What is recorded after a position, in the order of the log, as soon as the read models show it: whoever is told of a change can
 * read it. Without a position: from now on. Ends with the request or the API.
 */
export function newsAfter(context: Context, after: string | null): AsyncIterableIterator<News> {
  const gone = new AbortController()
  const news = told(context, after, AbortSignal.any([context.ending, gone.signal]))
  return {
    next: () => news.next(),
    // A generator cannot be told to end while it waits: it is woken first.
    return: () => {
      gone.abort()
      return news.return(undefined)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

async function* told(context: Context, after: string | null, ended: AbortSignal): AsyncGenerator<News, undefined> {
  let seen = after ?? (await projected(context))
  while (!ended.aborted) {
    const upTo = await projected(context)
    if (comparePositions(upTo, seen) <= 0) {
      await pause(lookMs, ended)
      continue
    }
    const { events, next } = await context.store.readAll({ after: seen, maxCount: aPage })
    const shown = events.filter(({ position }) => comparePositions(position, upTo) <= 0)
    for (const event of shown) {
      const decoded = decodeEvent(event)
      if (decoded.ok && (await isFor(context, decoded.event))) yield decoded.event
    }
    await context.reading.renew()
    seen = next !== null && shown.length === events.length ? next : upTo
  }
}

const start = '0'

/** How far the read models are. */
async function projected({ reading }: Context): Promise<string> {
  const { snapshot } = await reading.view()
  await reading.renew()
  return snapshot.position ?? start
}

/** The public is told of what is published; nobody is told of persons. */
async function isFor(context: Context, { stream }: News): Promise<boolean> {
  const aggregate = parseStream(stream)?.aggregate
  if (aggregate === undefined || aggregate === 'person') return false
  return context.viewer.signedIn || isPublished(await context.reading.view(), aggregate, stream)
}

async function isPublished({ load }: View, aggregate: string, stream: string): Promise<boolean> {
  if (aggregate === 'recommendation') return (await load.recommendation(stream, null)) !== null
  return aggregate === 'report' && (await load.report(stream)) !== null
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
