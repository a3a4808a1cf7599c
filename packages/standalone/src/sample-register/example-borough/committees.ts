import { committeeStream } from '@outstanding/event-store'
import { madeUp, step, type SampleStep } from '../steps/step.ts'
import { committee, exampleBorough } from './borough.ts'

const committeeStep = {
  stream: committeeStream(exampleBorough, committee.id),
  source: madeUp,
}

/** It was given its present name two years after it was established; its slug stays. */
export const exampleCommitteeSteps: readonly SampleStep[] = [
  step({
    ...committeeStep,
    key: 'example/children-scrutiny/establish',
    command: 'EstablishCommittee',
    effectiveOn: '2022-05-17',
    fields: {
      slug: committee.id,
      name: 'Education Scrutiny Committee',
      authority: exampleBorough,
      kind: 'OVERVIEW_AND_SCRUTINY',
      remit: 'Services for children and young people',
      quorum: 4,
      illustrative: true,
    },
  }),
  step({
    ...committeeStep,
    key: 'example/children-scrutiny/rename',
    command: 'RenameCommittee',
    effectiveOn: '2024-05-21',
    fields: { name: "Children's Scrutiny Committee" },
  }),
]
