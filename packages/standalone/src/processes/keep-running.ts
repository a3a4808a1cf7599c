import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningProcess } from './start-process.ts'

export type KeptProcess = { readonly port: number | undefined; send(message: object): void; stop(): Promise<void> }

const BACKOFF_MS = [100, 500, 1_000, 2_000, 5_000]
const CALM_MS = 60_000

/**
 * Starts a process and starts it again, a little later each time, when it ends by itself. `start` is told the port of the
 * first start, so that others find the new one where the old one was. After five ends within a minute it gives up: `onGivenUp`
 * gets one sentence.
 */
export async function keepRunning(
  name: string,
  start: (port: number | undefined) => Promise<RunningProcess>,
  onProblem: (problem: string) => void,
  onGivenUp: (problem: string) => void,
): Promise<KeptProcess> {
  let running = await start(undefined)
  const { port } = running.ready
  let stopping = false
  let deaths: number[] = []
  let restarting: Promise<void> = Promise.resolve()

  async function restart(words: string): Promise<void> {
    if (stopping) return
    deaths = [...deaths.filter((at) => Date.now() - at < CALM_MS), Date.now()]
    const wait = BACKOFF_MS[deaths.length - 1]
    if (wait === undefined) return onGivenUp(`the ${name} keeps ending: ${words}`)
    onProblem(`the ${name} ended and is started again: ${words}`)
    await sleep(wait)
    if (stopping) return
    try {
      running = await start(port)
      watch()
    } catch (error) {
      await restart(error instanceof Error ? error.message : String(error))
    }
  }
  function watch(): void {
    void running.exited.then((words) => (restarting = restart(words)))
  }

  watch()
  return {
    port,
    send: (message) => running.send(message),
    async stop() {
      stopping = true
      await restarting
      await running.stop()
    },
  }
}
