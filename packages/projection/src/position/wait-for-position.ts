const betweenLooksMs = 4

export type PositionWaiter = { wait(position: string, timeoutMs: number): Promise<boolean>; close(): void }

type Waiting = { readonly position: bigint; readonly deadline: number; settle(reached: boolean): void }

/**
 * Many may wait for a position; one look serves them all, and nothing is asked while nobody waits. A look that fails counts as
 * not reached: the next one may succeed, and the time limit holds in any case.
 */
export function createPositionWaiter(read: () => Promise<string | null>): PositionWaiter {
  const waiting = new Set<Waiting>()
  let looking = false
  let closed = false

  const settle = (one: Waiting, reached: boolean): void => {
    waiting.delete(one)
    one.settle(reached)
  }

  const look = async (): Promise<void> => {
    looking = true
    while (waiting.size > 0) {
      const position = await read().catch(() => null)
      const now = performance.now()
      for (const one of waiting) {
        if (position !== null && BigInt(position) >= one.position) settle(one, true)
        else if (closed || now >= one.deadline) settle(one, false)
      }
      if (waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, betweenLooksMs))
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
    },
  }
}
