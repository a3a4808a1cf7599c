import { setTimeout as sleep } from 'node:timers/promises'
import { inSentence, type PartStates } from './part-states.ts'

/** Something that runs until it is stopped or ends by itself. */
export type Running = {
  /** Resolves when it has ended, with its last words. */
  readonly exited: Promise<string>
  stop(): Promise<void>
}

export type Kept<T extends Running> = { current(): T; stop(): Promise<void> }

export type Keeping<T extends Running> = {
  /** As it is called in the health answers: "event node". */
  readonly name: string
  /** Starts it, after the first time at the place of `previous`, where others look for it. Gives up when the signal is aborted. */
  start(previous: T | undefined, signal: AbortSignal): Promise<T>
  readonly states: PartStates
  /** Gets one sentence when it ended, when it cannot be started for a new reason, and when it is back. */
  report(sentence: string): void
}

/** How long it waits before each try; the last is for all that follow. */
const WAITS_MS = [100, 500, 1_000, 2_000, 5_000, 10_000, 30_000]
/** Running for so long, it begins with short waits again. */
const CALM_MS = 60_000

/**
 * Starts a part, and starts it again whenever it ends, without ever giving up: after a longer wait each time, at most half a minute,
 * and at once when another part has come back. Only the first start may fail: it throws what `start` threw.
 */
export async function keepRunning<T extends Running>({ name, start, states, report }: Keeping<T>, waitsMs = WAITS_MS): Promise<Kept<T>> {
  const stopping = new AbortController()
  let running = await start(undefined, stopping.signal)
  let since = performance.now()
  let tries = 0
  let bringingBack: Promise<void> = Promise.resolve()
  states.isBack(name)
  follow()

  function follow(): void {
    void running.exited.then((words) => {
      if (!stopping.signal.aborted) bringingBack = bringBack(words)
    })
  }

  async function bringBack(words: string): Promise<void> {
    const downAt = performance.now()
    if (downAt - since >= CALM_MS) tries = 0
    states.ended(name)
    report(`${inSentence(name)} stopped and is being restarted: ${words}`)
    let woken = new AbortController()
    const forget = states.onBack(() => woken.abort())
    for (let last = words; ; tries += 1) {
      await wait(waitsMs[Math.min(tries, waitsMs.length - 1)] ?? 0, woken.signal)
      if (stopping.signal.aborted) return forget()
      woken = new AbortController()
      try {
        running = await start(running, stopping.signal)
        break
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error)
        if (problem !== last && !stopping.signal.aborted)
          report(`${inSentence(name)} cannot be started yet and will be tried again: ${problem}`)
        last = problem
      }
    }
    forget()
    since = performance.now()
    tries += 1
    states.isBack(name)
    report(`${inSentence(name)} is running again after ${((since - downAt) / 1_000).toFixed(1)} s`)
    follow()
  }

  const wait = (ms: number, woken: AbortSignal) =>
    sleep(ms, undefined, { signal: AbortSignal.any([stopping.signal, woken]) }).catch(() => {})

  return {
    current: () => running,
    async stop() {
      stopping.abort()
      await bringingBack
      await running.stop()
    },
  }
}
