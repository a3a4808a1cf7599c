import { committeeStream } from '@outstanding/event-store'
import { printed, step, type SamplePrincipal, type SampleStep } from '../steps/step.ts'
import { committeePack2018 } from './documents.ts'
import { defaultUpdatePlace, trackingUpdates, updatePlace } from './tracking-updates.ts'

const slug = 'schools-children-families-osc'
export const committeeName = 'Schools, Children and Families O&S Committee'
const firstTracked = Object.values(trackingUpdates).flat().toSorted()[0] ?? ''

/** It is known from its own tracking table: on the register from the first day in it, for no document here says since when it exists. */
export const realCommitteeSteps: readonly SampleStep[] = [
  step({
    key: 'birmingham/schools-children-families/establish',
    stream: committeeStream('birmingham', slug),
    command: 'EstablishCommittee',
    effectiveOn: firstTracked,
    source: printed(committeePack2018, updatePlace['MISSING2016-R2'] ?? defaultUpdatePlace),
    fields: {
      slug,
      name: committeeName,
      authority: 'birmingham',
      kind: 'OVERVIEW_AND_SCRUTINY',
      remit: 'Known from its tracking table, which does not say since when it exists',
      quorum: null,
      illustrative: false,
    },
  }),
]

const principal: SamplePrincipal = { kind: 'BODY', id: slug }

/** The items of its tracking table, each from the day of the first update in it. What no table shows as tracked stays untracked. */
export const realTrackingSteps = (streamOf: (local: string) => string): readonly SampleStep[] =>
  Object.entries(trackingUpdates).flatMap(([local, [first]]) =>
    first === undefined
      ? []
      : step({
          key: `${local}/tracked`,
          stream: streamOf(local),
          command: 'TakeOnTracking',
          effectiveOn: first,
          onBehalfOf: principal,
          source: printed(committeePack2018, updatePlace[local] ?? defaultUpdatePlace),
          fields: { decision: { committee: slug, committeeName, meetingOn: first, minuteReference: `${first}, item not printed` } },
        }),
  )
