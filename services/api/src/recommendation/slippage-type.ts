import type { DateMove } from '@outstanding/domain'
import { builder } from '../graphql/builder.ts'
import { DecisionType } from './entry-types.ts'

const Cause = builder.enumType('SlippageCause', {
  description: 'What moved the date in force.',
  values: {
    EXTENSION: { description: 'A revised date that the committee approved.' },
    REOPENING: { description: 'The new date with which the committee reopened what it had concluded.' },
  } as const,
})

export const SlippageStepType = builder.objectRef<DateMove>('SlippageStep').implement({
  description: 'One move of the date in force, by a decision of a committee. The original date never changes.',
  fields: (t) => ({
    cause: t.expose('cause', { type: Cause, description: 'What moved it.' }),
    from: t.expose('from', { type: 'Date', description: 'The date in force before.' }),
    to: t.expose('to', { type: 'Date', description: 'The date in force since.' }),
    days: t.exposeInt('days', { description: 'How many days later that is; below zero where it is earlier.' }),
    approvedBy: t.expose('approvedBy', { type: DecisionType, description: 'The decision of the committee.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it was asked for, or reopened. Null where no request is recorded.',
    }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'The day on which it took effect.' }),
    entry: t.exposeID('entry', { description: 'Its entry in the history.' }),
  }),
})
