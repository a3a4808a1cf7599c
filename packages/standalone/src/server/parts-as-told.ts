import type { HealthCheck } from '@outstanding/runtime'
import { type PartState, partProblems } from '../processes/part-states.ts'

export type PartsAsTold = { all(): Readonly<Record<string, PartState>>; readonly check: HealthCheck }

/** The parts of the product as the parent process last told them, with `{ parts }`; none where there is no such parent. */
export function partsAsTold(): PartsAsTold {
  let states: Readonly<Record<string, PartState>> = {}
  process.on('message', (message) => {
    states = (message as { parts?: typeof states }).parts ?? states
  })
  return { all: () => states, check: async () => partProblems(states) }
}
