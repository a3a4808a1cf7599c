import type { CommitteeTracking } from '@outstanding/domain'
import { builder } from '../graphql/builder.ts'
import { CommitteeTrackingState, ConclusionReason } from './enums.ts'

/** How a committee tracks it, and whether it is the one that sets the completion date. */
export type TrackedBy = CommitteeTracking & { readonly setsDate: boolean }

export const TrackedByType = builder.objectRef<TrackedBy>('TrackedBy').implement({
  description: 'A committee that took tracking on, and what it decided.',
  fields: (t) => ({
    committee: t.exposeID('committee', { description: "The committee's slug." }),
    committeeName: t.exposeString('committeeName', { description: "The committee's name on the day on which it took tracking on." }),
    since: t.field({
      type: 'Date',
      description: 'The day on which it took tracking on, or was handed it.',
      resolve: ({ since }) => since.effectiveOn,
    }),
    tracking: t.expose('tracking', { type: CommitteeTrackingState, description: 'Whether it still tracks it.' }),
    setsDate: t.exposeBoolean('setsDate', {
      description:
        'It sets the completion date, and the schedule follows its assessments: the first that took tracking on, or its successor.',
    }),
    agreed: t.string({
      nullable: true,
      description: "The policy's code of its newest assessment since it last reopened it. Null where there is none.",
      resolve: ({ assessment }) => assessment?.category,
    }),
    agreedLabel: t.string({
      nullable: true,
      description: "The policy's label of that category. Null where there is none.",
      resolve: ({ assessment }) => assessment?.label,
    }),
    conclusionReason: t.field({
      type: ConclusionReason,
      nullable: true,
      description: 'Why it concluded it. Null while it is open.',
      resolve: ({ conclusion }) => conclusion?.reason,
    }),
    handedTo: t.exposeID('handedTo', {
      nullable: true,
      description: 'The slug of the committee that goes on in its place. Null where it was not handed over.',
    }),
  }),
})
