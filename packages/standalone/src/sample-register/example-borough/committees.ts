import { committeeStream } from '@outstanding/event-store'
import { exampleReports } from './reports.ts'
import { streamOfRecommendation } from '../steps/stream-of.ts'
import { madeUp, step, type SampleStep } from '../steps/step.ts'
import { committee, committeeNames, decidedOn, exampleBorough, healthCommittee, healthCommitteeName } from './borough.ts'

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
      name: committeeNames.first,
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
    effectiveOn: committeeNames.since,
    fields: { name: committeeNames.now },
  }),
  step({
    key: 'example/health-scrutiny/establish',
    stream: committeeStream(exampleBorough, healthCommittee.id),
    source: madeUp,
    command: 'EstablishCommittee',
    effectiveOn: '2023-05-16',
    fields: {
      slug: healthCommittee.id,
      name: healthCommitteeName,
      authority: exampleBorough,
      kind: 'OVERVIEW_AND_SCRUTINY',
      remit: 'Health and care services of all ages',
      quorum: 4,
      illustrative: true,
    },
  }),
]

/** The committee follows every item from the day on which it was issued. */
export const exampleTrackingSteps: readonly SampleStep[] = exampleReports.flatMap((report) =>
  report.recommendations.map((item) => {
    const effectiveOn = report.adopted?.on ?? report.on
    return step({
      key: `${item.local}/tracked`,
      stream: streamOfRecommendation(report, item),
      command: 'TakeOnTracking',
      effectiveOn,
      source: madeUp,
      onBehalfOf: committee,
      fields: { decision: decidedOn(effectiveOn, 3) },
    })
  }),
)
