import type { DateMove } from '@outstanding/domain'
import { builder } from '../graphql/builder.ts'
import { DecisionType } from './entry-types.ts'

const Cause = builder.enumType('SlippageCause', {
  description: 'What changed the completion date.',
  values: {
    EXTENSION: { description: 'A revised date that the committee approved.' },
    REOPENING: { description: 'The new date with which the committee reopened what it had concluded.' },
  } as const,
})

export const SlippageStepType = builder.objectRef<DateMove>('SlippageStep').implement({
  description: 'One change of the completion date by a decision of a committee. The original date never changes.',
  fields: (t) => ({
    cause: t.expose('cause', { type: Cause, description: 'The kind of change.' }),
    from: t.expose('from', { type: 'Date', description: 'The completion date before the change.' }),
    to: t.expose('to', { type: 'Date', description: 'The completion date after the change.' }),
    days: t.exposeInt('days', { description: 'The number of days later. Negative if it is earlier.' }),
    approvedBy: t.expose('approvedBy', { type: DecisionType, description: 'The decision of the committee.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it was requested or reopened. Null if no request is recorded.',
    }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'The day on which it took effect.' }),
    entry: t.exposeID('entry', { description: 'Its entry in the history.' }),
  }),
})
