import { setImmediate as loopTurn } from 'node:timers/promises'

/** Shares the thread of the requests: steps are taken one after the other, and between them others have their turn. */
export type Turns = {
  /** What the step gives or throws. It is taken when those that were asked for before it have been taken. */
  take<T>(step: () => T): Promise<T>
}

type Clock = {
  readonly maxMs?: number
  readonly nowMs?: () => number
  /** Resolves when the event loop has gone round. */
  readonly nextTurn?: () => Promise<void>
}

/** After `maxMs` of work of all who share the thread, the next step waits until the event loop has gone round. */
export function createTurns({ maxMs = 20, nowMs = () => performance.now(), nextTurn = () => loopTurn() }: Clock = {}): Turns {
  const waiting: (() => void)[] = []
  let isTaking = false

  async function takeAll(): Promise<void> {
    if (isTaking) return
    isTaking = true
    let began = Number.NEGATIVE_INFINITY
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (nowMs() - began >= maxMs) {
        await nextTurn()
        began = nowMs()
      }
      step()
    }
    isTaking = false
  }

  return {
    take: (step) =>
      new Promise((resolve, reject) => {
        waiting.push(() => {
          try {
            resolve(step())
          } catch (error) {
            reject(error)
          }
        })
        void takeAll()
      }),
  }
}
