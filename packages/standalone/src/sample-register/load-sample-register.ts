import { inOrderOfRecording } from './example-borough/recorded-times.ts'
import { executeStep, type GraphqlEndpoint, type TimedStep } from './execute-step.ts'
import { illustrationSteps, realSteps, sampleSteps } from './sample-steps.ts'
import { samplePhases } from './steps/step.ts'

export type LoadSample = GraphqlEndpoint & {
  /** Receives progress messages as sentences. */
  readonly report: (line: string) => void
  /** Whether the log, still empty, takes recorded times in the past: the made-up council then has a history in both times. */
  readonly takesSeeding: boolean
}

/** Streams that are filled side by side. */
const lanes = 16
const tellEvery = 100

/** The steps of one phase, a list for each stream, in their order. */
const byStream = (steps: readonly TimedStep[]): readonly (readonly TimedStep[])[] => [
  ...Map.groupBy(steps, ({ stream }) => stream).values(),
]

/**
 * Loads the sample register through the GraphQL mutations, as any user's data, with an administrator's token. Its command ids are fixed: a load that
 * was cut off goes on where it was, and a second one changes nothing, from another data directory either. Throws at the first command that is refused, naming it and the rule,
 * or when the signal is aborted.
 */
export async function loadSampleRegister({ report, takesSeeding, ...endpoint }: LoadSample): Promise<void> {
  const total = sampleSteps.length
  let given = 0
  let there = 0
  const fill = async (steps: readonly TimedStep[]): Promise<void> => {
    for (const step of steps) {
      let outcome = await executeStep(endpoint, step)
      if (outcome === 'NOT_SEEDED') outcome = await executeStep(endpoint, { ...step, recordedAt: undefined })
      if (outcome === 'ALREADY_THERE') there += 1
      given += 1
      if (given % tellEvery === 0 && given < total) report(`Loading the sample register: ${given} of ${total} entries.`)
    }
  }
  report(`Loading the sample register: ${total} entries.`)
  const fillAll = async (steps: readonly TimedStep[]): Promise<void> => {
    for (const phase of samplePhases) {
      const waiting = [...byStream(steps.filter((step) => step.phase === phase))]
      const lane = async (): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await fill(next)
      }
      await Promise.all(Array.from({ length: lanes }, lane))
    }
  }
  if (takesSeeding)
    for (const [, steps] of Map.groupBy(inOrderOfRecording(illustrationSteps), (one) => one.recordedAt)) await fillAll(steps)
  await fillAll(takesSeeding ? realSteps : sampleSteps)
  report(`The sample register is loaded: ${total} entries${there === 0 ? '' : `, of which ${there} were in the store already`}.`)
}
