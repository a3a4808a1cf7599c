import { mayRead } from '@outstanding/identity'
import type { ReadModels } from '@outstanding/projection'
import { today } from '@outstanding/runtime'
import type { Context, RequestContext } from './context.ts'
import { createReach } from './answers/reach.ts'
import { createStandings } from './answers/standing.ts'
import type { People } from './identity/people.ts'
import { createListeners } from '../audit/event-feed/listeners.ts'
import { createProgress } from '../as-of/progress.ts'
import { createReadSession } from '../as-of/read-session.ts'

type Parts = Pick<Context, 'store' | 'beside' | 'destroyText' | 'exportsHolding' | 'log' | 'ending' | 'verification' | 'holds'> & {
  readonly readModels: ReadModels
  readonly people: People
  readonly maxListeners: number
}

/** Gives every request its own view of the read models, as wide as its role may see. */
export function createContexts({
  store,
  beside,
  readModels,
  people,
  destroyText,
  exportsHolding,
  log,
  ending,
  verification,
  holds,
  maxListeners,
}: Parts): (request: RequestContext) => Context {
  const progress = createProgress(readModels)
  const listeners = createListeners(maxListeners)
  const standingOf = createStandings()
  return (request) => {
    const { viewer, correlationId, seededAt } = request
    const day = today(seededAt === undefined ? undefined : new Date(seededAt))
    // The first use of a token registers its person; a question does not wait for that, a command does. Who seeds a log does so afterwards.
    if (viewer.signedIn && seededAt === undefined)
      people
        .register(viewer, day, correlationId)
        .catch((err: unknown) => log.warn({ err, correlationId }, 'a person could not be registered yet'))
    const audience = mayRead(viewer.role, 'unpublished') ? 'ALL' : 'PUBLIC'
    const reach = createReach()
    const { noted, notedCall } = reach
    const readSession = createReadSession(readModels, audience, notedCall(people.openName))
    return {
      ...request,
      reach,
      store: noted(store),
      readSession,
      beside,
      people: noted(people),
      destroyText: notedCall(destroyText),
      exportsHolding: notedCall(exportsHolding),
      progress: noted(progress),
      standingOf,
      verification: notedCall(verification),
      holds: notedCall(holds),
      listeners: noted(listeners),
      log,
      today: day,
      ending,
    }
  }
}
