import { within } from './within.ts'

export type StopStep = { readonly name: string; stop(): Promise<void>; readonly timeoutMs: number }

/** Stops one part after the other, in the order given; a part that fails or takes too long is reported and does not keep the others. */
export async function stopInOrder(steps: readonly StopStep[], onProblem: (problem: string) => void): Promise<void> {
  for (const { name, stop, timeoutMs } of steps) {
    try {
      await within(timeoutMs, `stopping ${name}`, stop())
    } catch (error) {
      onProblem(`${name} did not stop cleanly: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}
