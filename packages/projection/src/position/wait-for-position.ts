import type { Moves } from './moves.ts'

/** Between looks: while each move is heard of, in case one is missed, and while none is. */
const betweenLooksMs = { heard: 250, unheard: 4 } as const

export type PositionWaiter = { wait(position: string, timeoutMs: number): Promise<boolean>; close(): Promise<void> }

type Waiting = { readonly position: bigint; readonly deadline: number; settle(reached: boolean): void }

/**
 * Many may wait for a position; one look serves them all, and nothing is asked while nobody waits. It is looked for at each move of the
 * position, and every few milliseconds while moves are not heard of. A look that fails counts as not reached: the next one may succeed,
 * and the time limit holds in any case.
 */
export function createPositionWaiter(read: () => Promise<string | null>, moves: Moves): PositionWaiter {
  const waiting = new Set<Waiting>()
  let looking = false
  let closed = false

  const settle = (one: Waiting, reached: boolean): void => {
    waiting.delete(one)
    one.settle(reached)
  }
  const pauseMs = (): number => {
    const untilFirst = Math.min(...[...waiting].map(({ deadline }) => deadline)) - performance.now()
    return Math.min(moves.isHeard() ? betweenLooksMs.heard : betweenLooksMs.unheard, Math.max(untilFirst, 1))
  }

  const settleAll = (position: string | null): void => {
    const now = performance.now()
    for (const one of waiting) {
      if (position !== null && BigInt(position) >= one.position) settle(one, true)
      else if (closed || now >= one.deadline) settle(one, false)
    }
  }

  const look = async (): Promise<void> => {
    looking = true
    let [last, isMove]: [string | null, boolean] = [null, true]
    while (waiting.size > 0) {
      const position = await read().catch(() => null)
      if (!isMove && moves.isHeard() && hasMoved(last, position)) moves.missed()
      settleAll(position)
      last = position ?? last
      if (waiting.size > 0) isMove = await moves.next(pauseMs())
    }
    looking = false
  }

  return {
    wait: (position, timeoutMs) =>
      new Promise((resolve) => {
        waiting.add({ position: BigInt(position), deadline: performance.now() + timeoutMs, settle: resolve })
        if (!looking) void look()
      }),
    close() {
      closed = true
      return moves.close()
    },
  }
}

/** Between two looks that both succeeded. */
const hasMoved = (before: string | null, after: string | null): boolean => before !== null && after !== null && before !== after
