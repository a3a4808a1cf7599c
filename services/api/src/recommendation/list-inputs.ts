import type { RecommendationFilter } from '@outstanding/read-models'
import type { recommendationOrders } from '@outstanding/read-models'
import { builder } from '../graphql/builder.ts'
import { GravityType } from './gravity.ts'
import { DeliveryAxis, ResponseAxis, ScheduleState, TimescaleGrade, Tracking } from './enums.ts'

const Level = builder.enumType('RecommendationLevel', {
  description: 'Which level of recommendations to list: a recommendation can have parts of its own.',
  values: {
    TOP: { description: 'Recommendations that are not a part of another.' },
    CHILD: { description: 'Parts only.' },
    ALL: { description: 'Recommendations and their parts. The default.' },
  } as const,
})

const AssessmentFilter = builder.inputType('AssessmentFilter', {
  description: "Codes of the policy's categories: any of those given.",
  fields: (t) => ({
    agreed: t.stringList({ description: '`none`: nothing stands as agreed. What the committee decided.' }),
    proposed: t.stringList({ description: '`none`: nothing stands as proposed. What the responsible member proposed.' }),
  }),
})

export const RecommendationFilterInput = builder.inputType('RecommendationFilter', {
  description: 'A recommendation must match every part given; for a list, any one value.',
  fields: (t) => ({
    level: t.field({ type: Level, description: 'Whether to list recommendations, their parts, or both.' }),
    illustrative: t.boolean({ description: 'False: leaves out example data (invented councils).' }),
    textToHand: t.boolean({ description: 'False: only recommendations whose text is not available.' }),
    authority: t.id({ description: 'A slug.' }),
    report: t.id({ description: "A report's `id`." }),
    theme: t.string({ description: 'A theme, exactly as it was assigned.' }),
    owner: t.id({ description: "An office's `id`, or the slug of a body." }),
    withoutOwner: t.boolean({ description: 'True: only recommendations without an owner.' }),
    gravity: t.field({ type: [GravityType], description: 'How serious the report says it is: any of these.' }),
    lookAgainBy: t.field({ type: 'Date', description: 'Concluded, and to be looked at again by this day.' }),
    reopened: t.boolean({ description: 'True: only recommendations that a committee has reopened.' }),
    updatedBefore: t.field({
      type: 'Date',
      description: 'The latest progress update is from before this day. Recommendations without any update are not found.',
    }),
    timescaleGrade: t.field({ type: [TimescaleGrade], description: 'How soon the report asks for it: any of these.' }),
    response: t.field({ type: [ResponseAxis], description: 'The response: any of these.' }),
    delivery: t.field({ type: [DeliveryAxis], description: 'The progress reported by those responsible: any of these.' }),
    assessment: t.field({ type: AssessmentFilter, description: "The assessment, by the policy's category codes." }),
    schedule: t.field({ type: [ScheduleState], description: 'The state of the schedule on the day of `asAt`: any of these.' }),
    tracking: t.field({ type: Tracking, description: 'Whether committees track it or have concluded it.' }),
    trackedBy: t.id({
      description: 'The slug of a committee that tracks it or has concluded it. Then `tracking` is that of this committee alone.',
    }),
    dueBefore: t.field({ type: 'Date', description: 'Due before this day.' }),
    merged: t.boolean({
      description:
        'True: only duplicates that were merged into others. They are in no other list or count. Both references find the recommendation that continues.',
    }),
    reportWithdrawn: t.boolean({ description: 'Whether the publisher had withdrawn the report by the day of `asAt`.' }),
    baselineInDoubt: t.boolean({
      description: 'True: only recommendations whose report was given another date after their completion date was calculated from it.',
    }),
    search: t.string({ description: 'Words, or parts of words or references. Upper and lower case are the same.' }),
  }),
})

/** Total: an order without words does not compile. */
const describedOrders: Readonly<Record<(typeof recommendationOrders)[number], { readonly description: string }>> = {
  REPORT: { description: "The date and title of the report, then the order of the report's own list." },
  DUE: { description: 'The due date.' },
  ORIGINAL_DATE: { description: 'The original completion date, or the first date agreed for an undated item.' },
  TITLE: { description: 'The title.' },
  REFERENCE: { description: 'The reference, with its numbers in order: R2 comes before R10.' },
  UPDATED: { description: 'When its last entry was recorded.' },
}
const OrderBy = builder.enumType('RecommendationOrderBy', {
  description: 'What a list of recommendations can be ordered by.',
  values: describedOrders,
})
const Direction = builder.enumType('OrderDirection', {
  description: 'The direction of an order.',
  values: { ASC: { description: 'Lowest or earliest first.' }, DESC: { description: 'Highest or latest first.' } } as const,
})

export const RecommendationOrderInput = builder.inputType('RecommendationOrder', {
  description: 'How a list is ordered. Undated items always come last.',
  fields: (t) => ({
    by: t.field({ type: OrderBy, required: true, description: 'What to order by.' }),
    direction: t.field({ type: Direction, defaultValue: 'ASC', required: true, description: 'The direction.' }),
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
