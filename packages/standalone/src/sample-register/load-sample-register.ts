import { giveStep, type GraphqlEndpoint } from './give-step.ts'
import { sampleSteps } from './sample-steps.ts'
import { samplePhases, type SampleStep } from './steps/step.ts'

export type LoadSample = GraphqlEndpoint & {
  /** Told in plain sentences how far the load is. */
  readonly report: (line: string) => void
}

/** Streams that are filled side by side. */
const lanes = 16
const tellEvery = 100

/** The steps of one phase, a list for each stream, in their order. */
const byStream = (steps: readonly SampleStep[]): readonly (readonly SampleStep[])[] => [
  ...Map.groupBy(steps, ({ stream }) => stream).values(),
]

/**
 * Loads the sample register through the GraphQL mutations, as any user's data, with an administrator's token. Its command ids are fixed: a load that
 * was cut off goes on where it was, and a second one changes nothing, from another data directory either. Throws at the first command that is refused, naming it and the rule,
 * or when the signal is aborted.
 */
export async function loadSampleRegister({ report, ...endpoint }: LoadSample): Promise<void> {
  const total = sampleSteps.length
  let given = 0
  let there = 0
  const fill = async (steps: readonly SampleStep[]): Promise<void> => {
    for (const step of steps) {
      if ((await giveStep(endpoint, step)) === 'THERE') there += 1
      given += 1
      if (given % tellEvery === 0 && given < total) report(`Loading the sample register: ${given} of ${total} entries.`)
    }
  }
  report(`Loading the sample register: ${total} entries.`)
  for (const phase of samplePhases) {
    const waiting = [...byStream(sampleSteps.filter((step) => step.phase === phase))]
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await fill(next)
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }
  report(`The sample register is loaded: ${total} entries${there === 0 ? '' : `, of which ${there} were in the store already`}.`)
}
