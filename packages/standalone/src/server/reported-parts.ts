import type { HealthCheck } from '@outstanding/runtime'
import { type PartState, partProblems } from '../processes/part-states.ts'

export type ReportedParts = { all(): Readonly<Record<string, PartState>>; readonly check: HealthCheck }

/** The states of the parts as the parent process last sent them, as `{ parts }`; empty without such a parent. */
export function reportedParts(): ReportedParts {
  let states: Readonly<Record<string, PartState>> = {}
  process.on('message', (message) => {
    states = (message as { parts?: typeof states }).parts ?? states
  })
  return { all: () => states, check: async () => partProblems(states) }
}
