import type { RecommendationFilter } from '@outstanding/read-models'
import { recommendationOrders } from '@outstanding/read-models'
import { builder } from '../builder.ts'
import { DeliveryAxis, ResponseAxis, ScheduleState, TimescaleGrade, Tracking } from './enums.ts'

const Level = builder.enumType('RecommendationLevel', {
  values: {
    TOP: { description: 'Without children.' },
    CHILD: { description: 'Children only.' },
    ALL: { description: 'Both, as without this filter.' },
  } as const,
})

const AssessmentFilter = builder.inputType('AssessmentFilter', {
  description: "Codes of the policy's categories: any of those given.",
  fields: (t) => ({
    agreed: t.stringList({ description: 'What the committee decided.' }),
    proposed: t.stringList({ description: 'What the responsible member proposed.' }),
  }),
})

export const RecommendationFilterInput = builder.inputType('RecommendationFilter', {
  description: 'Every part given must hold; of a list, any one.',
  fields: (t) => ({
    level: t.field({ type: Level }),
    illustrative: t.boolean({ description: 'False: without made-up councils.' }),
    textToHand: t.boolean({ description: 'False: only what is listed without its text.' }),
    authority: t.id({ description: 'A slug.' }),
    report: t.id({ description: "A report's `id`." }),
    theme: t.string(),
    owner: t.id({ description: "An office's `id`, or the slug of a body." }),
    timescaleGrade: t.field({ type: [TimescaleGrade] }),
    response: t.field({ type: [ResponseAxis] }),
    delivery: t.field({ type: [DeliveryAxis] }),
    assessment: t.field({ type: AssessmentFilter }),
    schedule: t.field({ type: [ScheduleState] }),
    tracking: t.field({ type: Tracking }),
    dueBefore: t.field({ type: 'Date', description: 'Due strictly before this day.' }),
    search: t.string({ description: 'Words, or parts of words or references, in any case.' }),
  }),
})

const OrderBy = builder.enumType('RecommendationOrderBy', { values: recommendationOrders })
const Direction = builder.enumType('OrderDirection', { values: ['ASC', 'DESC'] as const })

export const RecommendationOrderInput = builder.inputType('RecommendationOrder', {
  description: 'Ties are broken by id, so every order is total. Undated items come last in either direction.',
  fields: (t) => ({
    by: t.field({ type: OrderBy, required: true }),
    direction: t.field({ type: Direction, defaultValue: 'ASC', required: true }),
  }),
})

type Given = typeof RecommendationFilterInput.$inferInput

export const filterOf = ({ level, assessment, search, ...same }: Given): RecommendationFilter => ({
  ...same,
  level: level === 'ALL' ? null : level,
  assessmentAgreed: assessment?.agreed,
  assessmentProposed: assessment?.proposed,
  text: search,
})
