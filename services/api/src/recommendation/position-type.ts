import type { AssessedCategory, RecommendationPosition } from '@outstanding/read-models'
import { builder } from '../graphql/builder.ts'
import { CategoryMeaning, DeliveryAxis, FindingDirection, ResponseAxis, ScheduleState, Tracking } from './enums.ts'

const Category = builder.objectRef<AssessedCategory>('AssessmentCategory').implement({
  description: "A category under the policy of its day, in that policy's words.",
  fields: (t) => ({
    code: t.exposeString('code', { description: "The policy's code, for example `3`." }),
    label: t.exposeString('label', { description: "The policy's label, in the council's own words." }),
    meaning: t.expose('meaning', { type: CategoryMeaning, description: 'What the rules test.' }),
    policyVersion: t.exposeInt('policyVersion', { description: 'The version of the policy that was in force.' }),
  }),
})

const Assessment = builder.objectRef<RecommendationPosition['assessment']>('AssessmentAxis').implement({
  description: "The responsible member's latest proposal and the committee's latest decision. Neither overwrites the other.",
  fields: (t) => ({
    proposed: t.string({ nullable: true, description: "The policy's code, for example `3`.", resolve: ({ proposed }) => proposed?.code }),
    agreed: t.string({
      nullable: true,
      description: "The policy's code: the proposal that the committee agreed, or its own instead.",
      resolve: ({ agreed }) => agreed?.code,
    }),
    category: t.field({ type: Category, nullable: true, description: 'What was agreed, with its words.', resolve: ({ agreed }) => agreed }),
    independent: t.expose('independent', { type: FindingDirection, nullable: true, description: 'The latest independent finding.' }),
    differs: t.exposeBoolean('differs', { description: 'Two of the three voices do not say the same.' }),
    proposedCategory: t.field({
      type: Category,
      nullable: true,
      description: 'What was proposed, with its words.',
      resolve: ({ proposed }) => proposed,
    }),
  }),
})

const Schedule = builder.objectRef<RecommendationPosition['schedule']>('ScheduleAxis').implement({
  description: 'Computed as at a day, in calendar days.',
  fields: (t) => ({
    state: t.expose('state', { type: ScheduleState, description: 'How it stands against its due date.' }),
    daysOverdue: t.exposeInt('daysOverdue', { nullable: true, description: 'Only where OVERDUE, from 1.' }),
    daysUntilDue: t.exposeInt('daysUntilDue', { nullable: true, description: 'Only where NOT_DUE or DUE_SOON, from 0.' }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: 'The approved revised date, else the original or agreed one.' }),
    slippageDays: t.exposeInt('slippageDays', {
      nullable: true,
      description: 'Current or actual date minus the original one; while overdue the day of `asAt` minus it, so that it grows daily.',
    }),
  }),
})

export const PositionType = builder.objectRef<RecommendationPosition>('RecommendationPosition').implement({
  description: 'Response, delivery, assessment and schedule, kept apart and never merged into one status; and whether it is tracked.',
  fields: (t) => ({
    response: t.expose('response', { type: ResponseAxis, description: 'What the executive, or the body addressed, answered.' }),
    delivery: t.expose('delivery', { type: DeliveryAxis, description: 'What those responsible report.' }),
    assessment: t.expose('assessment', {
      type: Assessment,
      description: 'What was proposed, what the committee decided and what others found.',
    }),
    schedule: t.expose('schedule', { type: Schedule, description: 'How it stands against its due date.' }),
    tracking: t.expose('tracking', { type: Tracking, description: 'Whether a committee has concluded it.' }),
  }),
})
