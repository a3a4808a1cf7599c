import type { AssessedCategory, RecommendationPosition } from '@outstanding/read-models'
import { builder } from '../graphql/builder.ts'
import { DatePrecision } from '../graphql/date-precision.ts'
import { VisitDirection } from '../visit/enums.ts'
import { CategoryMeaning, DeliveryAxis, ResponseAxis, ScheduleState, Tracking } from './enums.ts'

const Category = builder.objectRef<AssessedCategory>('AssessmentCategory').implement({
  description: 'A category in the wording of the policy of that time.',
  fields: (t) => ({
    code: t.exposeString('code', { description: "The policy's code, for example `3`." }),
    label: t.exposeString('label', { description: "The policy's label, in the council's own words." }),
    meaning: t.expose('meaning', { type: CategoryMeaning, description: 'The meaning that the rules use.' }),
    policyVersion: t.exposeInt('policyVersion', { description: 'The version of the policy that was in force.' }),
  }),
})

const Assessment = builder.objectRef<RecommendationPosition['assessment']>('AssessmentAxis').implement({
  description: "The responsible member's latest proposal and the committee's latest decision. Neither overwrites the other.",
  fields: (t) => ({
    proposed: t.string({ nullable: true, description: "The policy's code, for example `3`.", resolve: ({ proposed }) => proposed?.code }),
    agreed: t.string({
      nullable: true,
      description:
        "The policy's code of the latest assessment: a proposal the committee agreed, or its own. Null if committees differ: see `trackedBy`.",
      resolve: ({ agreed }) => agreed?.code,
    }),
    category: t.field({ type: Category, nullable: true, description: 'What was agreed, with its words.', resolve: ({ agreed }) => agreed }),
    independent: t.expose('independent', {
      type: VisitDirection,
      nullable: true,
      description: 'Of the newest visit whose findings are linked to it, the most critical finding. Null if none is linked.',
    }),
    differs: t.exposeBoolean('differs', { description: 'True if two of the three assessments differ, or those of two committees.' }),
    proposedCategory: t.field({
      type: Category,
      nullable: true,
      description: 'What was proposed, with its words.',
      resolve: ({ proposed }) => proposed,
    }),
  }),
})

const Schedule = builder.objectRef<RecommendationPosition['schedule']>('ScheduleAxis').implement({
  description: 'Calculated for a day, in calendar days.',
  fields: (t) => ({
    state: t.expose('state', { type: ScheduleState, description: 'The state of the schedule.' }),
    daysOverdue: t.exposeInt('daysOverdue', { nullable: true, description: 'Only if OVERDUE, from 1.' }),
    daysUntilDue: t.exposeInt('daysUntilDue', { nullable: true, description: 'Only if NOT_DUE or DUE_SOON, from 0.' }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description: 'The approved revised date, or else the original or first agreed date.',
    }),
    dueOnPrecision: t.expose('dueOnPrecision', {
      type: DatePrecision,
      description: 'How exactly that date is known: overdue only after its whole period.',
    }),
    completedOn: t.expose('completedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day on which it was completed, as the committee that sets the date assessed it. Null until then.',
    }),
    completedOnPrecision: t.expose('completedOnPrecision', {
      type: DatePrecision,
      description: 'How exactly that day is known: late only if its whole period is.',
    }),
    slippageDays: t.exposeInt('slippageDays', {
      nullable: true,
      description:
        'Days between the original date and the current or actual date. While overdue, days between the original date and the day of `asAt`, so it grows daily.',
    }),
  }),
})

export const PositionType = builder.objectRef<RecommendationPosition>('RecommendationPosition').implement({
  description: 'Response, delivery, assessment, schedule and tracking. They are never merged into one status.',
  fields: (t) => ({
    response: t.expose('response', { type: ResponseAxis, description: 'The response of the executive or the body addressed.' }),
    delivery: t.expose('delivery', { type: DeliveryAxis, description: 'The progress reported by those responsible.' }),
    assessment: t.expose('assessment', {
      type: Assessment,
      description: 'What was proposed, what the committee decided and what independent bodies found.',
    }),
    schedule: t.expose('schedule', { type: Schedule, description: 'The state of the schedule.' }),
    tracking: t.expose('tracking', { type: Tracking, description: 'Whether committees track it or have concluded it.' }),
  }),
})
