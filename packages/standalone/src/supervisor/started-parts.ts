import { type StopStep, stopInOrder } from '@outstanding/runtime'

type Stoppable = { stop(): Promise<void> }

/** What was started so far, in order, so that it can be stopped in the other order. */
export type StartedParts = {
  /** Waits for a part, remembers how to stop it, and says that it runs. Throws what the start threw, or that it was aborted. */
  add<T extends Stoppable>(name: string, starting: Promise<T>): Promise<T>
  /** To be done at the stop, after everything that is added later. */
  onStop(name: string, stop: () => Promise<void>): void
  stop(): Promise<void>
}

const STOP_MS = 40_000

export function startedParts(report: (line: string) => void, signal?: AbortSignal): StartedParts {
  const steps: StopStep[] = []
  const onStop = (name: string, stop: () => Promise<void>) => void steps.push({ name, stop, timeoutMs: STOP_MS })
  return {
    async add(name, starting) {
      const running = await starting
      onStop(name, () => running.stop())
      signal?.throwIfAborted()
      report(`${name} is running`)
      return running
    },
    onStop,
    stop: () => stopInOrder(steps.splice(0).toReversed(), report),
  }
}
