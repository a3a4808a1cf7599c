/** As many readings are open as there are connections, and as many wait as can still be served in time. */
export class OverloadedError extends Error {
  constructor() {
    super('This server is answering too many requests. Try again in a few seconds.')
    this.name = 'OverloadedError'
  }
}

/** How busy the connections are. `longestTakenMs`: for how long the oldest of them has been taken; 0 when none is. */
export type Load = { readonly max: number; readonly taken: number; readonly waiting: number; readonly longestTakenMs: number }

export type Places = {
  /** Waits in turn for a place, and gives the function that leaves it. Rejects with `OverloadedError`, or with the signal's reason. */
  take(signal?: AbortSignal): Promise<() => void>
  load(): Load
}

type Limits = { readonly max: number; readonly maxWaiting: number; readonly maxWaitMs: number }
type Waiting = { readonly enter: () => void }

export function createPlaces({ max, maxWaiting, maxWaitMs }: Limits): Places {
  const taken = new Map<symbol, number>()
  const waiting = new Set<Waiting>()

  function enter(): () => void {
    const place = Symbol('place')
    taken.set(place, performance.now())
    return () => {
      if (!taken.delete(place)) return
      const [next] = waiting
      next?.enter()
    }
  }

  const waitInTurn = (signal: AbortSignal | undefined): Promise<() => void> =>
    new Promise((resolve, reject) => {
      const leaveQueue = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', giveUp)
        waiting.delete(one)
      }
      const one: Waiting = {
        enter: () => {
          leaveQueue()
          resolve(enter())
        },
      }
      const giveUp = (): void => {
        leaveQueue()
        reject(signal?.aborted === true ? (signal.reason as Error) : new OverloadedError())
      }
      const timer = setTimeout(giveUp, maxWaitMs)
      signal?.addEventListener('abort', giveUp)
      waiting.add(one)
    })

  return {
    async take(signal) {
      signal?.throwIfAborted()
      if (taken.size < max) return enter()
      if (waiting.size >= maxWaiting) throw new OverloadedError()
      return waitInTurn(signal)
    },
    load: () => {
      const [oldest] = taken.values()
      const longestTakenMs = oldest === undefined ? 0 : performance.now() - oldest
      return { max, taken: taken.size, waiting: waiting.size, longestTakenMs }
    },
  }
}
